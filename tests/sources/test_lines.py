from __future__ import annotations

import io

from verbale.errors import UnreadableError
from verbale.settings import Settings
from verbale.sources.lines import lines


def test_each_line_is_text_or_its_error() -> None:
    data = b"\xef\xbb\xbfone\n" + b"x" * 2_500_000 + b"\ntwo\n\xff\x00\nthree"
    found = [
        item.reason if isinstance(item, UnreadableError) else item for item in lines(io.BytesIO(data), Settings(max_line_mb=1))
    ]
    assert found == ["one\n", "line too long", "two\n", "encoding", "three"]
