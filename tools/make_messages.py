"""Write what the pages say into a catalogue to be translated: ``python tools/make_messages.py [--check]``.

The messages are those that templates mark with ``_("…")`` or ``{% trans %}``, and the words of tables that templates look up:
menus, facets, states of review, labels of codes.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from verbale import model
from verbale.catalogue import labels
from verbale.engagements.pairing import PARTS
from verbale.engagements.planning import OUTCOMES
from verbale.entering import acts
from verbale.record.decision import Action
from verbale.web import facets, queueing
from verbale.web.fields import FIELDS, REASONS, WHO
from verbale.web.glossary import HEADS
from verbale.web.pages.actors import ON
from verbale.web.pages.adjudicate import RELIED, TENTATIVE, words_of
from verbale.web.pages.answers import QUESTIONS
from verbale.web.pages.engagements import ORDERS
from verbale.web.pages.help import COUNTED, RULES
from verbale.web.pages.map import VIEWS as MAPS
from verbale.web.pages.overview import ASKED
from verbale.web.render import NOTE
from verbale.web.rooms import rooms
from verbale.web.seconding import comparing
from verbale.web.seconding.sampling import POOLS
from verbale.web.team.policy import ABOUT, Visitor
from verbale.web.team.policy import ROLES as MAY
from verbale.web.telling import DISCLAIMED, NOTES, ROLES, WEEK, WORDS

WEB = Path(__file__).parent.parent / "src" / "verbale" / "web"
TARGET = WEB / "languages" / "messages.pot"
LABELS = ("type", "status", "topic", "tool", "need", "said", "language", "level")
CODES = (model.Channel, model.Format, model.Visibility, model.Venue, model.Women, model.Location)
TOLD = ("analysis", "pictures", "web/changes.py")
"""Where answers and pictures are made, whose captions, columns and rules are messages too."""
_TITLE = re.compile(r"""Page\([^()]*title="([^"]+)\"""")


def messages() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Every message with where it stands."""
    options = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
    methods = [("**.j2", "jinja2.ext:babel_extract")]
    for name, _line, words, _comments, _context in extract_from_dir(WEB / "templates", methods, options_map={"**.j2": options}):
        yield f"templates/{name}", words
    for path in sorted(WEB.glob("pages/*.py")):
        for title in _TITLE.findall(path.read_text(encoding="utf-8")):
            yield f"pages/{path.name}", title
    everybody = Visitor(role="admin", account=True)
    for group in (*rooms("overview", False, everybody), *rooms("overview", True)):
        names = (group.words, *(words for room in group.rooms for words in (room.words, room.about)))
        yield from (("rooms.py", words) for words in filter(None, names))
    yield from (("glossary.py", words) for item in HEADS.items() for words in item)
    yield from (("render.py", words) for words in (NOTE, "undated"))
    yield from looked_up()
    yield from asked()
    yield from shown()


def looked_up() -> Iterator[tuple[str, str]]:
    """The words of tables that templates look up."""
    for facet in facets.FACETS:
        yield "facets.py", facet.title
    for table in (*facets.CLOSED, WORDS, ROLES, ORDERS, MAPS, OUTCOMES, REASONS, queueing.ORDERS, POOLS, ABOUT, PARTS, COUNTED, ON):
        yield from (("telling.py", words) for words in table.values())
    for rules in RULES.values():
        yield from (("help.py", words) for item in rules.items() for words in item)
    yield from (("telling.py", words) for words in (*NOTES, WEEK, DISCLAIMED, *RULES, *COUNTED))
    for names in (*map(get_args, CODES), (mode for modes in acts.modes().values() for mode in modes)):
        yield from (("telling.py", name.replace("_", " ")) for name in names)
    for names in (OUTCOMES, MAY, get_args(Action), comparing.FIELDS, comparing.MEASURED, FIELDS, WHO):
        yield from (("telling.py", name.replace("_", " ")) for name in names)
    yield from (("adjudicate.py", words_of(alpha)) for alpha in (None, 0.0, TENTATIVE, RELIED))
    for kind in LABELS:
        yield from (("labels.csv", labels.label(kind, code)) for code in sorted(labels.codes(kind)))


def asked() -> Iterator[tuple[str, str]]:
    """What a reader can ask, and what a form offers for it."""
    for words, places in ASKED:
        yield from (("overview.py", each) for each in (words, *(told for told, _, _ in places)))
    for question in QUESTIONS.values():
        yield from (
            ("answers.py", words)
            for words in (
                question.title,
                question.about,
                *(words for field in question.fields for words in (field.label, *(words for _, words in field.choices))),
            )
        )


def shown() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Captions and columns of answers; titles, units, rules and columns of pictures; and the sentences of both."""
    for place in TOLD:
        path = WEB.parent / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                for words in (*_captions(node), *_sentences(node)):
                    yield file.relative_to(WEB.parent).as_posix(), words


def _sentences(node: ast.AST) -> Iterator[str | tuple[str, str]]:
    """The forms of sentences: where one is said, or kept under a name that forms have; of those for a number both."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("said", "numbered"):
        yield from _forms([each for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)])
    elif isinstance(node, ast.Assign):
        target = node.targets[-1]
        if getattr(target, "id", "") in _FORMS:
            yield from _constants(node.value)
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            names = [getattr(each, "id", "") for each in target.elts]
            if names == ["one", "many"]:
                yield from _forms(node.value.elts)
            elif set(names) <= _FORMS:
                yield from (words for each in node.value.elts for words in _constants(each))


_FORMS = {"form", "_RULE", "_FIRST", "_WITHIN"}


def _forms(given: list[ast.expr]) -> Iterator[str | tuple[str, str]]:
    found = [words for each in given for words in _constants(each)]
    if len(found) == 2:
        yield found[0], found[1]
    else:
        yield from found


def _captions(node: ast.AST) -> Iterator[str]:
    """The words of a node that a table or a picture shows at its head."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "table":
        for each in node.args[1:3]:
            yield from _constants(each)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Picture":
        for keyword in node.keywords:
            if keyword.arg in ("title", "unit", "counting_rule"):
                yield from _constants(keyword.value)
            elif keyword.arg == "table":
                heads = (each.keys for each in ast.walk(keyword.value) if isinstance(each, ast.Dict))
                yield from (words for keys in heads for key in keys if key for words in _constants(key))
    elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Tuple):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(_HEADS.fullmatch(getattr(each, "id", "")) for each in targets):
            yield from _constants(node.value)
    elif isinstance(node, ast.keyword) and node.arg == "unit":
        yield from _constants(node.value)


_HEADS = re.compile("heads|columns|caption|_PARTIES")


def _constants(node: ast.expr) -> Iterator[str]:
    for each in node.elts if isinstance(node, ast.Tuple | ast.List) else [node]:
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value:
            yield each.value


def catalogue() -> str:
    """The catalogue as it is written."""
    made = Catalog(
        project="Verbale", header_comment="# What the pages of Verbale say. Copy to CODE.po, and translate.", charset="utf-8"
    )
    places: dict[str | tuple[str, str], set[str]] = {}
    for place, words in messages():
        places.setdefault(tuple(words) if isinstance(words, (list, tuple)) else words, set()).add(place)
    for words, where in places.items():
        if "".join(words).strip():
            made.add(words, locations=[(place, 0) for place in sorted(where)])
    written = io.BytesIO()
    write_po(written, made, omit_header=False, sort_output=True, include_lineno=False, width=130)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(('"POT-Creation', '"PO-Revision', '"Generated-By', '"Last-Trans')))


def main() -> None:
    """Write it, or say that it is not what the pages say."""
    told = catalogue()
    if "--check" not in sys.argv:
        TARGET.write_text(told, encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != told:
        raise SystemExit(f"{TARGET} is not what the pages say: run python tools/make_messages.py")


if __name__ == "__main__":
    main()
