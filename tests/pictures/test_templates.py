from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from verbale.pictures.templates import templates


@pytest.mark.parametrize("package", ["verbale.pictures", "verbale.brief", "verbale.web"])
def test_everything_but_markdown_is_escaped_and_nothing_may_be_missing(package: str) -> None:
    made = templates(package)
    escapes = made.autoescape
    assert callable(escapes) and made.list_templates()
    assert all(escapes(name) is not name.endswith(".md.j2") for name in made.list_templates())
    assert made.from_string("{{ it }}").render(it="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ other }}").render(it="")
