"""The words by which authorities and oppositions are named: data on the stance of whoever names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.catalogue.world import World
from verbale.coding.context import Context, sentences
from verbale.coding.draft import Draft
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import listed
from verbale.model import Mention, Naming

Token = Any
_NAMED = ("-AUTH", "-OPP", "-FMR", "-ARM")


def naming(draft: Draft, context: Context) -> tuple[Naming, ...]:
    """How each authority and opposition of an act was named in its evidence."""
    own = {p for p in draft.parties() if p.endswith(_NAMED)}
    found = []
    for sentence in sentences(draft):
        for start, end, party in phrases(draft.page, sentence, context):
            if party in own and any(a < end and start < b for a, b in draft.evidence):
                words = context.document.text[start:end]
                found.append(Naming(party=party, words=words, start=start, end=end, by=_by(draft, context)))
    return tuple(found)


def mentions(context: Context) -> list[Mention]:
    """All namings of a document."""
    text = context.document.text
    return [
        Mention(kind="naming", value=_value(text[start:end]), start=start, end=end, words=text[start:end], party=party)
        for page in context.pages
        for start, end, party in phrases(page, page.doc, context)
    ]


def _by(draft: Draft, context: Context) -> str | None:
    """Whose words they are: the speaker's where quoted, else the issuer's."""
    if draft.quoted and draft.attribution is not None:
        return draft.attribution.party
    return context.issuer


def _value(words: str) -> str:
    """A naming without its article, in small letters."""
    low = " ".join(words.lower().split())
    return low.removeprefix("the ").removeprefix("a ")


def phrases(page: Page, span: Any, context: Context) -> Iterator[tuple[int, int, str]]:
    """The phrases of a stretch of text that name a contested party, with that party."""
    reach = -1
    for token in span:
        if token.i <= reach:
            continue
        found = _by_name(page, token, context) or _by_word(page, token, context)
        if found:
            first, last, party = found
            reach = last
            yield page.start(page.doc[first]), page.end(page.doc[last]), party


def _by_name(page: Page, token: Token, context: Context) -> tuple[int, int, str] | None:
    """A catalogue name of an authority, with what qualifies it and the word for a government that it goes before."""
    if token.i not in page.cover:
        return None
    first, end, hit = page.cover[token.i]
    parties = [context.world.party_of(e, context.published) for e in of_kind(hit, "authority", "organisation")]
    party = next((p for p in parties if p and p.endswith(_NAMED)), None)
    if party is None or token.i != first or page.doc[max(0, first - 2)].lower_ == "non":
        return None
    last = end - 1
    heads = listed("naming_heads") | {"leaders"}
    while last + 1 < len(page.doc) and (page.doc[last + 1].lower_ in heads or _joined(page, last + 1)):
        last += 1
    return _start(page, first), last, party


def _joined(page: Page, i: int) -> bool:
    """Whether a token goes on with a compound name such as "Taliban-Haqqani" or "Taliban-run administration"."""
    token = page.doc[i]
    return token.text == "-" or (page.doc[i - 1].text == "-" and not token.is_space)


def _by_word(page: Page, token: Token, context: Context) -> tuple[int, int, str] | None:
    """A word for a government or group, qualified as such, where the document is about a contested country."""
    if token.lower_ not in listed("naming_heads") or token.pos_ not in ("NOUN", "PROPN") or context.country is None:
        return None
    first = _start(page, token.i)
    before = {t.lower_ for t in page.doc[first : token.i]} | {token.lower_}
    marked = before & listed("naming_words") or {"de", "facto"} <= before or token.lower_ in ("junta", "regime", "terrorists")
    other = [h for _, _, h in page.hits(first, token.i + 1) if not _is_ours(h, context)]
    if not marked or other:
        return None
    party = _meant(before, context.world, context.country, context.published)
    return (first, token.i, party) if party else None


def _is_ours(hit: Any, context: Context) -> bool:
    return any(e.code[:3] == context.country for e in hit.entries)


def _meant(words: set[str], world: World, country: str, day: str | None) -> str | None:
    """The party that a qualified word means: the former and fallen are the ousted, the rest whoever holds power."""
    if words & {"former", "ousted", "fallen", "fugitives"}:
        return f"{country}-FMR"
    if words & {"dissidents", "opposition"}:
        return f"{country}-OPP"
    if words & {"rebels", "insurgents", "resistance"}:
        return f"{country}-ARM"
    acting = world.acting(country, day)
    return acting if acting.endswith("-AUTH") else None


def _start(page: Page, first: int) -> int:
    """Where a naming begins: with its article and the words that qualify it."""
    while first > 0 and page.doc[first - 1].i not in page.cover:
        word = page.doc[first - 1]
        opens = word.lower_ in ("the", "facto", "de") or word.lower_ in listed("naming_words") or word.text == "-"
        if not opens and not (word.dep_ in ("amod", "compound") and word.head.i >= first and word.pos_ in ("ADJ", "PROPN", "NOUN")):
            break
        first -= 1
        if word.lower_ == "the":
            break
    return first
