"""Titles and names: the office printed with a name, where a name proper begins, and whether the office is a former one."""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import children, preposition
from verbale.coding.lexicon import RoleWord, roles, titles_of, words
from verbale.coding.page import Page
from verbale.coding.scene import Scene
from verbale.coding.ties import affiliations, is_another, is_thing, left_ties

Token = Any


def titled(page: Page, head: Token, name_start: int, scene: Scene) -> tuple[str | None, int | None, str | None]:
    """The title printed with a name: words, rank and the party that they give (before the name, or set off behind it)."""
    for token, left, right in _title_places(page, head, name_start, scene):
        found = _role_phrase(page, left, right)
        if found:
            first, last, word = found
            ties = affiliations(page, page.doc[last - 1], first, scene) or left_ties(page, left, first, scene)
            party = next((a.party for a in ties if a.party), None)
            if party is None and token.i >= last:
                party = next((a.party for a in affiliations(page, token, first, scene) if a.party), None)
            return page.doc[min(left, first) : last].text, word.rank, party
    return None, None, None


def _role_phrase(page: Page, left: int, right: int) -> tuple[int, int, RoleWord] | None:
    """The last and longest role phrase among tokens ``[left, right)``: first token, end token, its entry."""
    for last in range(right, left, -1):
        for first in range(max(left, last - 5), last):
            tokens = page.doc[first:last]
            text = " ".join([*(t.lower_ for t in tokens[:-1]), tokens[-1].lemma_.lower()]).replace(" - ", "-")
            word = roles().get(text) or roles().get(" ".join(t.lower_ for t in tokens).replace(" - ", "-"))
            if word:
                return first, last, word
    return None


def _title_places(page: Page, head: Token, name_start: int, scene: Scene) -> list[tuple[Token, int, int]]:
    places = [(head, page.left(head), name_start)] if page.left(head) < name_start else []
    for appositive in (a for a in children(head, "appos") if not is_another(page, head, a, scene)):
        places.append((appositive, page.left(appositive), appositive.i + 1))
    if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN") and not is_another(page, head.head, head, scene):
        host = _nearer_title(page, _whose_apposition(page, head.head), name_start)
        places.append((host, page.left(host), host.i + 1))
    return places


def _nearer_title(page: Page, host: Token, name_start: int) -> Token:
    """The last office before a name set off by a comma: "the minister, John Roe, and the *president*, Jane Doe"."""
    between = page.doc[host.i + 1 : name_start]
    return next((t for t in reversed(between) if t.lemma_.lower() in roles() and t.i not in page.cover), host)


def _whose_apposition(page: Page, host: Token) -> Token:
    """Whom an apposition renames: the envoy, not the country behind him ("the French envoy to Libya, Paul Soler")."""
    if is_thing(page, host) and host.dep_ == "pobj" and host.head.head.pos_ in ("NOUN", "PROPN"):
        outer = host.head.head
        return _whose_apposition(page, outer) if is_thing(page, outer) else outer
    return host


def by_title(title: str | None, scene: Scene) -> str | None:
    """Whose office it is where few states call one so and one of them is told of; the one told of most, then most often meant."""
    states = [code for code in titles_of().get((title or "").lower(), ()) if scene.named[code]]
    return scene.acting(max(states, key=lambda code: scene.named[code])) if states else None


def name_start(page: Page, head: Token) -> int:
    """Where a name proper begins: behind titles, honorifics and the names of countries and bodies."""
    first = head.i
    while first > page.left(head):
        before = page.doc[first - 1]
        if (
            before.pos_ != "PROPN"
            or before.i in page.cover
            or before.lower_.strip(".") in words("honorific")
            or (before.lower_ in roles() and before.lower_ not in words("mens_names"))
        ):
            break
        if before.ent_type_ in ("DATE", "TIME"):
            break
        first -= 1
    return int(first)


def former(page: Page, head: Token) -> bool:
    """Whether an office is told to be a past one: "the former minister", "ex-envoy"."""
    return any(t.lower_ in words("past_only") or t.lower_.startswith("ex-") for t in page.doc[page.left(head) : head.i])


def past_office(page: Page, head: Token) -> RoleWord | None:
    """The past office set off beside a name: "Jane Doe, the *former envoy*", "John Roe, who was *envoy* until 2022"."""
    told = [t for t in (*children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])) if former(page, t)]
    for verb in children(head, "relcl"):
        if verb.tag_ == "VBD" and verb.lemma_ in ("be", "serve"):
            told += [*children(verb, "attr"), *preposition(verb, "as")]
    found = (_role_phrase(page, page.left(t), t.i + 1) for t in told)
    return next((phrase[2] for phrase in found if phrase), None)
