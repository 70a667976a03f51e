"""Pages as HTML: the templates, and the few words and helpers that they share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from verbale.brief.notes import address
from verbale.brief.telling import cut
from verbale.catalogue import labels
from verbale.pictures.templates import fresh
from verbale.pictures.words import capital
from verbale.web.facets import SAID
from verbale.web.glossary import HEADS
from verbale.web.language import ENGLISH, Language, spoken
from verbale.web.marking import Piece
from verbale.web.page import Page
from verbale.web.rooms import rooms
from verbale.web.site import Site
from verbale.web.team.policy import Visitor, sees
from verbale.web.telling import QUOTED, ROLES, WORDS

NOTE = "Machine-read acts are counted with reviewed ones; the list behind each figure says which is which."


def render(page: Page, site: Site, *, static: bool = False, notice: str = "", visitor: Visitor | None = None) -> str:
    """``page`` as a whole document, for somebody who may see what their role may."""
    language = spoken(site.language)
    template = environment(site.language).get_template(f"{page.name}.html.j2")
    return template.render(
        page=page,
        site=site,
        to=site.to,
        static=static,
        notice=notice,
        rooms=rooms(page.name, static, visitor),
        visitor=visitor or Visitor(role="viewer"),
        sees=lambda name: sees(visitor, name),
        module=Markup("defer") if static else Markup('type="module"'),
        asset=(lambda name: name) if static else (lambda name: f"/static/{name}"),
        unreviewed_note="" if static else language.gettext(NOTE),
        language=language,
    )


def marked(language: Language, piece: Piece) -> Markup:
    """A run of text under its marks: a pattern for each kind, and a label where one begins."""
    if not piece.marks:
        return escape(piece.text)
    kinds = " ".join(sorted({f"m-{mark.kind}" for mark in piece.marks}))
    labels = [mark for mark in piece.begins if mark.kind != "evidence" or mark.label.isdecimal()]
    tags = Markup("").join(
        Markup('<span class="tag t-{}">{}</span>').format(m.kind, language.gettext(ROLES.get(m.label, m.label))) for m in labels
    )
    begins = next((mark.event for mark in piece.begins if mark.kind == "evidence"), "")
    anchor = Markup(' id="w-{}"').format(begins) if begins else Markup("")
    return Markup('<mark class="m {}"{}>{}{}</mark>').format(kinds, anchor, tags, piece.text)


def keep(asked: dict[str, str]) -> dict[str, str]:
    """What is asked, as it is."""
    return {name: value for name, value in asked.items() if name != "page"}


def _spoken(language: Language, words: Mapping[str, str]) -> dict[str, str]:
    return {name: language.gettext(told) for name, told in words.items()}


@functools.cache
def environment(code: str = ENGLISH) -> Environment:
    """The templates with what they share, in a language."""
    language = spoken(code)
    made = fresh("verbale.web", "jinja2.ext.i18n")
    made.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"day": language.day, "number": language.number, "share": language.share, "told": language.gettext}
    made.filters |= {"said": language.said, "capital": capital, "cut": functools.partial(cut, length=QUOTED)}
    helpers: Iterable[tuple[str, Callable[..., Any] | Mapping[str, str]]] = (
        ("marked", functools.partial(marked, language)),
        ("safe", address), ("shown", language.number), ("keep", keep),
        ("label", lambda kind, code: language.gettext(labels.label(kind, code))),
        ("whose", labels.heading), ("review_words", _spoken(language, WORDS)), ("said_words", _spoken(language, SAID)),
        ("roles", _spoken(language, ROLES)),
        ("heads", {language.gettext(name): words for name, words in _spoken(language, HEADS).items()}),
    )  # fmt: skip
    made.globals.update(dict(helpers))
    return made
