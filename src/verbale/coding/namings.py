"""The words by which authorities and oppositions are named: data on the stance of whoever names them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from verbale.catalogue.world import World
from verbale.coding.context import Context, sentences
from verbale.coding.draft import Draft
from verbale.coding.lexicon import classes
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import listed
from verbale.model import Mention, Naming

Token = Any
_LOOSE = {"men", "man", "state", "court", "soldiers", "officers", "powers", "owners", "holders", "council", "master"}
"""Words for whoever sits somewhere that a country may have many of."""
_THOSE = ("those", "men")
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
        readings = (read(page, token, context) for read in (_by_seat, _by_name, _by_capital, _by_word, _by_label))
        found = next((r for r in readings if r), None)
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
    if token.pos_ not in ("NOUN", "PROPN") or context.country is None or token.lower_ not in _ruling():
        return None
    first = _start(page, token.i)
    before = {t.lower_ for t in page.doc[first : token.i]} | {token.lower_}
    marked = (
        before & listed("naming_words") or {"de", "facto"} <= before or token.lower_ in listed("naming_bare") or _plain(page, token)
    )
    other = [h for _, _, h in page.hits(max(0, first - 1), token.i + 1) if not _is_ours(h, context)]
    if not marked or other or _elsewhere(page, token, context):
        return None
    party = _meant(before, context.world, context.country, context.published)
    return (first, token.i, party) if party else None


@functools.cache
def _ruling() -> frozenset[str]:
    """The words for a government or group."""
    return listed("naming_heads") | listed("naming_bare") | listed("naming_plain")


def _plain(page: Page, token: Token) -> bool:
    """Whether those who rule are named by no more than that: "the generals", "our rulers"."""
    opens = page.doc[token.i - 1].lower_ if token.i else ""
    return token.lower_ in listed("naming_plain") and opens in ("the", "our", "their", "your", "its", "his", "these", "those")


def _by_seat(page: Page, token: Token, context: Context) -> tuple[int, int, str] | None:
    """Whoever rules by where they sit, or that they rule: "the masters of Kabul", "those who govern"."""
    sits = token.lower_ in listed("naming_seats") or token.lower_ in _THOSE
    party = _acting(context) if sits and token.pos_ in ("NOUN", "PROPN", "PRON", "DET") else None
    if party is None:
        return None
    behind = list(page.doc[token.i + 1 : token.i + 4])
    if token.lower_ in listed("naming_seats") and len(behind) > 1 and behind[0].lower_ in ("of", "in", "at"):
        seat = page.cover.get(behind[1].i)
        ours = seat is not None and any(e.kind in ("capital", "place") and e.code == context.country for e in seat[2].entries)
        first = _start(page, token.i)
        definite = token.lower_ not in _LOOSE or page.doc[first].lower_ in ("the", "those", "these")
        if seat and ours and definite and all(_is_ours(hit, context) for _, _, hit in page.hits(first, token.i)):
            return first, seat[1] - 1, party
    owner = next((c for c in token.children if c.dep_ == "poss" and token.lower_ in listed("naming_seats") - _LOOSE), None)
    if owner is not None and (_ours_at(page, owner.i, context) or owner.lower_ in ("country", "nation")):
        return page.left(token), token.i, party
    if token.lower_ in _THOSE and len(behind) > 1 and behind[0].lower_ == "who" and behind[1].lower_ in listed("naming_rules"):
        place = page.cover.get(behind[2].i) if len(behind) > 2 else None
        if place is None or _is_ours(place[2], context):
            return _start(page, token.i), place[1] - 1 if place else behind[1].i, party
    return None


def _by_capital(page: Page, token: Token, context: Context) -> tuple[int, int, str] | None:
    """A city that stands for who governs there, not for the place: "pressure on Kabul"; if no capital, only where it speaks."""
    heads_line = token.i + 1 < len(page.doc) and page.doc[token.i + 1].text in (":", "(", "–", "—", "/")
    if token.i not in page.cover or heads_line or not _deals(token):
        return None
    first, end, hit = page.cover[token.i]
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in listed("deciding")
    codes = [e.code for e in of_kind(hit, "capital", "metonym", *(["place"] if speaks else []))]
    party = next((p for p in (context.world.acting(c, context.published) for c in codes) if p.endswith("-AUTH")), None)
    return (token.i, end - 1, party) if party and token.i == first else None


def _deals(token: Token) -> bool:
    """Whether a name of a place is dealt with as somebody."""
    while token.dep_ == "conj" and token.head is not token:  # without recursion, as a list can have 1,000 names
        token = token.head
    head = token.head
    if token.dep_ in ("nsubj", "dobj", "iobj", "dative"):
        return (
            head.pos_ == "VERB" and head.lemma_ not in listed("no_actor") and not (token.dep_ == "dobj" and head.lemma_ == "have")
        )
    if token.dep_ != "pobj":
        return False
    if head.lower_ in ("with", "by", "against", "towards", "toward", "upon", "but"):
        return head.head.lemma_ not in listed("no_actor")
    if head.lower_ == "on":
        return head.head.lemma_ not in ("march", "advance", "fall", "descend", "base", "rocket", "attack", "be")
    return head.lower_ == "to" and head.head.lemma_ in listed("to_actor")


def _by_label(page: Page, token: Token, context: Context) -> tuple[int, int, str] | None:
    """What people are called by those whom they vex: "exiles whom they call tourists", "to them we are hotel guests"."""
    if context.country is None or (token.lemma_ != "be" and token.lemma_ not in listed("calling")):
        return None
    named = [
        c
        for c in token.children
        if c.dep_ in ("dobj", "oprd", "attr", "nsubj") and c.lower_ not in ("who", "whom", "that", "which")
    ]
    labels = [c for c in named if c.i > token.i and c.dep_ != "nsubj" and _describes(c)]
    if not labels or (token.lemma_ == "be" and not _in_their_eyes(token)):
        return None
    label = labels[-1]
    called = (
        token.head
        if token.dep_ == "relcl"
        else next((c for c in named if c is not label and (c.i > token.i or token.lemma_ == "be")), None)
    )
    suffix = _class(called)
    if suffix is None:
        return None
    stop = next((t.i for t in page.doc[label.i : token.sent.end] if t.is_punct and t.text != "-"), token.sent.end)
    return page.left(label), stop - 1, f"{context.country}-{suffix}"


def _describes(label: Token) -> bool:
    """Whether a word says what somebody is, and is no name."""
    return label.pos_ == "NOUN" or (
        label.pos_ == "PROPN" and any(c.dep_ == "compound" and c.pos_ == "NOUN" for c in label.children)
    )


def _in_their_eyes(verb: Token) -> bool:
    """Whether somebody is something to others only: "to them", "for Kabul", "in their eyes"."""
    return any(c.dep_ == "prep" and c.lower_ in ("to", "for", "in") and c.i < verb.i and _fronted(c) for c in verb.children)


def _fronted(preposition: Token) -> bool:
    objects = {c.lower_ for c in preposition.children if c.dep_ == "pobj"}
    return bool(objects & {"them", "him", "eyes", "regime", "junta", "taliban", "kabul"})


def _class(called: Token | None) -> str | None:
    """The class of a country's people that a word means; "we" and "they" are its people."""
    if called is None:
        return None
    if called.lower_ in ("we", "us", "me", "i", "they", "them"):
        return "PPL"
    return classes().get(called.lower_) or classes().get(called.lemma_)


def _acting(context: Context) -> str | None:
    """The contested authority of the document's country, if one acts for it."""
    if context.country is None:
        return None
    acting = context.world.acting(context.country, context.published)
    return acting if acting.endswith("-AUTH") else None


def _elsewhere(page: Page, token: Token, context: Context) -> bool:
    """Whether what follows says that it is another country's: "the emir of Qatar", "the regime in Tehran"."""
    behind = list(page.doc[token.i + 1 : token.i + 5])
    if not behind or behind[0].lower_ not in ("of", "in", "at"):
        return False
    return any(not _ours_at(page, t.i, context) and (t.i in page.cover or t.pos_ == "PROPN") for t in behind[1:])


def _ours_at(page: Page, i: int, context: Context) -> bool:
    return i in page.cover and _is_ours(page.cover[i][2], context)


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
