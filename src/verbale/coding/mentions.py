"""Every phrase that can be somebody: catalogue names, titles with names, officials and classes of a country, collectives.

Pronouns, bare roles and sets ("he", "the envoy", "the two sides") are left to :mod:`verbale.coding.corefer`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.catalogue import dates
from verbale.catalogue.world import Entry, Office
from verbale.coding import corefer
from verbale.coding.clause import children, hyphened, preposition, subjects
from verbale.coding.lexicon import RoleWord, classes, collectives, of_blocs, roles, words
from verbale.coding.page import Page, best, of_kind
from verbale.coding.scan import Hit
from verbale.coding.scene import Known, Ref, Scene
from verbale.coding.struck import struck
from verbale.coding.surnames import by_surname, learnt
from verbale.coding.ties import (
    Affiliation,
    affiliations,
    class_party,
    conjuncts,
    former_party,
    is_another,
    is_thing,
    left_affiliations,
    left_ties,
    location,
    ties_of,
    told_from,
    whereabouts,
)
from verbale.coding.titles import by_title, former, name_start, past_office, titled
from verbale.model import Candidate

Token = Any
_GROUPS = {"WOM", "CSO", "MED", "REF", "DIA", "MIN", "REL", "BUS", "PPL"}
_PARTY_KINDS = ("state", "demonym", "people", "authority", "organisation", "body", "metonym", "capital", "person")
_OFFICIAL = 4
_CALLED = 4
_COUNTRY = 3
_TOWN = 2
"""How many words before a country its town stands, with a comma between."""
_SIDES = {"AUTH", "OPP", "ARM"}
_AWAY = {"refugees", "refugee", "exile", "exiles", "diaspora", "abroad", "exiled"}


def refs(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Everybody whom a noun phrase names: its head, what is coordinated with it, and the names that it introduces."""
    if head not in scene.meant:
        scene.meant[head] = ()  # whom its own parts ask for in turn ("the mayor and himself") it does not tell
        scene.meant[head] = tuple(_refs(page, head, scene))
    return [*scene.meant[head]]


def _refs(page: Page, head: Token, scene: Scene) -> list[Ref]:
    found: list[Ref] = []
    for token in [head, *conjuncts(page, head, scene)]:
        own = mention(page, token, scene)
        listed = [r for t in _listed(token) for r in refs(page, t, scene)]
        vague = not own or all(r.party is None or r.kind in ("collective", "class") for r in own)
        found += listed if listed and vague else own + [r for r in listed if r.party not in {o.party for o in own}]
        if listed and any(r.party for r in listed):
            found = [r for r in found if r.party and r.kind != "collective"]
    return _unique(_shared(found))


def _shared(found: list[Ref]) -> list[Ref]:
    """A bare title takes the party of the title that follows it, where the two are named together."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        ref, after = out[n], out[n + 1]
        if ref.party is None and ref.plural and ref.kind == "role" and after.plural:
            out[n] = msgspec.structs.replace(ref, party=after.party, sure=after.sure * 0.9)
    return out


def mention(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Whom one noun, name or pronoun stands for; several where its words name several parties; none for a thing."""
    if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$"):
        return _joined(page, head, scene) or corefer.pronoun(page, head, scene)
    covered = _covered(page, head, scene)
    if covered is not None:
        return covered
    if head.lemma_.lower() in words("quantity") and (whole := preposition(head, "of", "from")):
        return [r for t in whole for r in refs(page, t, scene)]
    phrase = _phrase(page, head)
    for reading in (_collective, _organisation, _group, _role, struck):
        found = reading(page, head, phrase, scene)
        if found:
            return found
    named = _unknown_name(page, head, scene)
    if named:
        return named
    if head.lower_ in words("sets") and head.pos_ == "NOUN":
        ties = [a for a in left_affiliations(page, head, head.i, scene) if a.party]
        if ties:  # "the American trio" is not the two who were told of
            return [
                _ref(page, page.left(head), head.i + 1, kind="role", party=a.party, plural=True, head=head.lower_, via="title")
                for a in ties
            ]
    return corefer.nominal(page, head, scene)


def _joined(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Who speak together, where "we" is told to be several: "We, the ministers of A, B and C"; they stay "we" from there on."""
    if head.lower_ != "we":
        return []
    named = [r for a in children(head, "appos") for o in preposition(a, "of") for r in refs(page, o, scene) if r.party]
    if len({r.party for r in named}) < 2:
        return []
    if not corefer.quotes_open(head):  # who is quoted says nothing of who "we" is outside
        scene.ours = tuple(named)
    return named


def within(page: Page, head: Token, scene: Scene, taken: frozenset[str | None] = frozenset(), depth: int = 0) -> list[Ref]:
    """The parties inside a phrase for a thing but for those ``taken``: whose it is, by whom, of whom; the nearest that has any."""
    if found := _authors(page, head, scene, taken):
        return found
    content = head.lemma_.lower() in words("claims") | words("utterances")
    doers = [
        o
        for c in children(head, "acl", "relcl")
        for o in (preposition(c, "by") if c.tag_ == "VBN" else [] if content else subjects(c))
        if o != head
    ]
    if depth == 0 and (others := conjuncts(page, head, scene)):
        for token in others:
            found = [r for r in within(page, token, scene, taken, 1) if r.party]
            if found and not page.hits(page.left(head), head.i):
                return found
    violent = head.lemma_.lower() in words("violence")
    for tokens in (_owned(head), preposition(head, "by"), doers, *_about(head)):
        found = [r for t in tokens for r in refs(page, t, scene) if r.party and r.party not in taken]
        if found:
            return found
        deeper = [
            r
            for t in tokens
            if depth < 3 and not violent and t.pos_ in ("NOUN", "VERB")
            for r in within(page, t, scene, taken, depth + 1)
        ]
        if deeper:
            return deeper
    found = [_plain(a, head) for a in left_affiliations(page, head, head.i, scene) if a.party and a.party not in taken]
    return found or _of_bloc(page, head)


def _authors(page: Page, head: Token, scene: Scene, taken: frozenset[str | None]) -> list[Ref]:
    """Who put forward a text: "a *Ruritanian-drafted* resolution at the Council"."""
    if not any(hyphened(c) and c.lemma_ in words("authoring") for c in children(head, "amod")):
        return []
    return [_plain(a, head) for a in left_affiliations(page, head, head.i, scene) if a.party and a.party not in taken]


def _of_bloc(page: Page, head: Token) -> list[Ref]:
    """The many states whose a thing is said to be; of a smaller bloc only what such a bloc says or does."""
    named = [(c.i, of_blocs()[c.lower_]) for c in children(head, "amod", "compound") if c.lower_ in of_blocs()]
    named = [(i, party) for i, party in named if party == "WORLD" or head.lemma_.lower() in words("conduct")]
    more = {"kind": "collective", "head": head.lower_, "via": "modifier", "sure": 0.7, "plural": True}
    return [_ref(page, i, head.i + 1, party=party, **more) for i, party in named[:1]]


def _owned(head: Token) -> list[Token]:
    """Whose a thing is; "their support" is of those who give it, not for them."""
    return (
        []
        if head.lemma_.lower() in words("given")
        and children(head, "poss")[:1] == [c for c in children(head, "poss") if c.tag_ == "PRP$"][:1]
        else children(head, "poss")
    )


def _about(head: Token) -> list[list[Token]]:
    """What a thing is of, or where; those at whom violence is aimed, or where it is done, do not commit it."""
    if head.lemma_.lower() in words("violence"):
        return []
    inner = [] if head.lemma_.lower() in words("releases") else preposition(head, "of", "from")  # who is freed frees nobody
    issued = [o for c in children(head, "acl") if c.tag_ == "VBN" for o in preposition(c, "at", "in", "from")]
    return [inner, preposition(head, "against", "in", "on", "for", "over", "at"), issued]


def owners(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Whose a thing is that acts in somebody's place: "Thai jets", "Cambodia's letter"."""
    return [_plain(a, head) for a in left_affiliations(page, head, head.i, scene) if a.party]


def introduce(page: Page, scene: Scene) -> None:
    """Learn the names that a block introduces with their office or side, before anything is resolved."""
    for token in page.doc:
        if token.pos_ == "PROPN" and token.dep_ not in ("compound", "amod", "nmod"):
            for ref in _covered(page, token, scene) or _unknown_name(page, token, scene):
                if ref.kind == "person" and (ref.party or ref.actor):
                    scene.learn(Known(ref.name, ref.party, ref.actor, ref.title, ref.rank, ref.candidates))


# -- names of the catalogue ------------------------------------------------------------------------------------------


def _covered(page: Page, head: Token, scene: Scene) -> list[Ref] | None:
    """The reading of a head that a catalogue name covers; ``None`` where no name does or the name is only part of another."""
    if head.i not in page.cover:
        return None
    start, end, hit = page.cover[head.i]
    if of_kind(hit, "person"):
        return [_person(page, head, start, end, hit, scene)]
    entry = best(hit, scene.day)
    if entry.kind == "demonym" and head.pos_ == "ADJ" and head.dep_ in ("amod", "compound"):
        return None
    if head.pos_ == "PROPN" and _name_like(page, head, start):
        return None
    if entry.kind in ("place", "forum") or (entry.kind == "state" and _locates(page, head, start, entry)):
        return []
    party = scene.party(entry)
    if entry.kind == "people" or (entry.kind == "demonym" and _one_of(head)):
        party = _nationals(head, entry, scene)
    ref = _ref(
        page, start, end, kind="body" if entry.kind in ("body", "organisation", "authority") else "state", party=party, via="name"
    )
    return [msgspec.structs.replace(ref, plural=entry.kind == "people", head=head.lower_, location=location(head))]


def _locates(page: Page, head: Token, start: int, entry: Entry) -> bool:
    """Whether a country only says where one of its towns is: "talks in Istanbul, *Turkey*"; in "In Kabul, Norway met" it acts."""
    if start < _TOWN or page.doc[start - 1].text != "," or head.dep_ in ("nsubj", "nsubjpass", "poss"):
        return False
    known = page.cover.get(start - _TOWN)
    return known is not None and any(e.code[:3] == entry.code for e in of_kind(known[2], "place", "capital"))


def _one_of(head: Token) -> bool:
    """Whether a word for a nationality means somebody of it: "another American"."""
    return any(c.lower_ in ("a", "an", "another", "one") for c in children(head, "det", "nummod"))


def _nationals(head: Token, entry: Entry, scene: Scene) -> str | None:
    definite = any(c.lower_ == "the" for c in children(head, "det"))
    counted = bool(children(head, "nummod", "amod"))
    if definite and not counted and not scene.world.contested(entry.code, scene.day):
        return entry.code
    low = {t.lower_ for t in head.subtree}
    return f"{entry.code}-DIA" if low & {"diaspora", "exile", "exiled", "abroad"} else f"{entry.code}-PPL"


def _name_like(page: Page, head: Token, start: int) -> bool:
    """Whether a country's or place's name is only a part of somebody's name ("Michael Jordan")."""
    chain = [c for c in head.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < start and c.i not in page.cover]
    return bool(chain) and head.ent_type_ == "PERSON" and not any(c.lower_ in roles() for c in chain)


def _person(page: Page, head: Token, start: int, end: int, hit: Hit, scene: Scene) -> Ref:
    entries = of_kind(hit, "person")
    day = scene.day
    title, rank, party = titled(page, head, start, scene)
    offices = [(e, scene.world.office_for(e.id, party) or scene.world.office(e.id, day)) for e in entries]
    parties = {o.party for _, o in offices if o}
    matching = [(e, o) for e, o in offices if o and party and o.party == party] or [
        (e, o) for e, o in offices if o and rank and o.rank == rank
    ]
    chosen = matching if len(matching) == 1 else offices
    entry, office = chosen[0]
    single = len(chosen) == 1
    own = office.party if single and office else next(iter(parties)) if len(parties) == 1 else party
    candidates = () if single else tuple(Candidate(actor=e.id, weight=round(1 / len(chosen), 3)) for e, _ in chosen)
    told = past_office(page, head)
    held = office if single and office and _holds(office, day) else None
    if former(page, head) or (told and (held is None or held.rank == told.rank)):
        own = former_party(own, scene)
    return _ref(
        page, start, end, kind="person", party=own, actor=entry.id if single else None, candidates=candidates, title=title,
        rank=rank if rank is not None else (office.rank if office and single else None), via="name", head=head.lower_,
    )  # fmt: skip


def _holds(office: Office, day: str | None) -> bool:
    """Whether an office is known to be held on a day; of undated ones nothing is known."""
    return bool(office.since or office.until) and dates.within(day, office.since, office.until)


# -- phrases ---------------------------------------------------------------------------------------------------------


def _phrase(page: Page, head: Token) -> list[str]:
    """The words of a noun phrase up to its head, in small letters, the head as it stands and as its lemma."""
    return [t.lower_ for t in page.doc[page.left(head) : head.i + 1]]


def _longest(phrase: list[str], lemma: str, table: Any) -> tuple[str, int] | None:
    """The longest phrase of ``table`` that ends the noun phrase, and how many words it has."""
    for size in range(min(5, len(phrase)), 0, -1):
        tail = phrase[-size:]
        for words_ in (tail, [*tail[:-1], lemma], [*tail[:-1], f"{tail[-1]}s"]):
            text = " ".join(words_).replace(" - ", "-").replace(" 's", "'s")
            for form in (text, text.replace("-", " ")):
                if form in table:
                    return form, size
    return None


def _collective(page: Page, head: Token, phrase: list[str], scene: Scene) -> list[Ref]:
    found = _longest(phrase, head.lemma_.lower(), collectives())
    if not found or (found[1] == 1 and affiliations(page, head, head.i, scene)):
        return []
    text, size = found
    surname = head.ent_type_ == "PERSON" and any(c.pos_ == "PROPN" for c in children(head, "compound"))
    if surname or (head.tag_ in ("NN", "NNP") and text.split()[-1] == f"{head.lower_}s"):
        return []  # "a diplomatic mission" is somebody's, and John West is not the West
    if head.dep_ == "dobj" and head.head.lemma_ in words("expelling") and head.lower_ in words("envoys"):
        return []  # "expelled each other's diplomats" hits those who are named, not the world
    if (
        size == 1
        and text in ("diplomats", "states", "countries", "nations", "governments")
        and any(
            c.dep_ in ("nummod", "det") and c.lower_ in ("the", "both", "two", "three", "four", "five", "these", "those")
            for c in head.children
        )
    ):
        return []
    return [
        _ref(
            page, head.i - size + 1, head.i + 1, kind="collective", party=collectives()[text], plural=True, head=text, via="phrase"
        )
    ]


def _group(page: Page, head: Token, phrase: list[str], scene: Scene) -> list[Ref]:
    found = _longest(phrase, head.lemma_.lower(), classes()) or _generic(phrase)
    role = _longest(phrase, head.lemma_.lower(), roles())
    if head.lower_ in words("generic_heads"):
        found = _generic(phrase) or found
    if head.dep_ == "pobj" and head.head.head.lemma_.lower() in words("departments"):
        return []  # the ministry of refugees is no refugee
    if head.lower_ == "opposition" and preposition(head, "to"):
        return []  # "opposition to the plan" is a stance
    if not found or (role and role[1] > found[1]) or (head.pos_ == "PROPN" and classes()[found[0]] == "MED"):
        return []
    text, size = found
    kind = _specific(phrase[:-size], classes()[text])
    first = head.i - size + 1
    ties = affiliations(page, head, first, scene)
    bare = not ties
    if bare and role and role[1] == size and kind not in ("AUTH", "WOM"):
        return []
    again = _told_of(head, scene) if bare and size == 1 else None
    if again is not None:
        return [_ref(page, first, head.i + 1, kind="class", party=again, plural=True, head=text, via="phrase", sure=0.8)]
    home = (kind == "AUTH" and told_from(page, head)) or whereabouts(page, head, scene) if bare else scene.focus
    home = home or (scene.world.country if kind == "AUTH" else None)
    countries = list(dict.fromkeys(a.country for a in ties if a.country)) or [c for c in [home] if c]
    bodies = [a for a in ties if a.party and not a.country]
    if bodies and not any(a.country for a in ties) and kind != "WOM":
        return [_ref(page, first, head.i + 1, kind="class", party=bodies[0].party, plural=True, head=text, via="phrase")]
    more = _also(phrase, kind)
    start = page.left(head) if not bare else first
    return [
        _ref(
            page, start, head.i + 1, kind="class", party=class_party(country, kind, scene), plural=head.tag_ in ("NNS", "NNPS"),
            also=tuple(f"{country}-{k}" for k in more), head=text, via="phrase", sure=0.6 if bare else 0.9,
            location=location(head),
        )
        for country in countries
    ]  # fmt: skip


def _specific(before: list[str], kind: str) -> str:
    """The class of a group with the words before it: women of any group are women, a minority's elders its members."""
    if kind in _GROUPS and set(before) & words("womens"):
        return "WOM"
    return "MIN" if kind in ("CSO", "PPL") and any(classes().get(w) == "MIN" for w in before) else kind


def _told_of(head: Token, scene: Scene) -> str | None:
    """Whose people a bare word means where they were told of by more: "Ruritanian women's activists ... the activists"."""
    if not any(c.lower_ in ("the", "these", "those") for c in children(head, "det")):
        return None
    fuller = (g.refs[0] for g in reversed(scene.history) if len(g.refs) == 1 and g.refs[0].kind == "class")
    return next((r.party for r in fuller if " " in r.head and r.head.split()[-1] == head.lower_), None)


def _named_behind(page: Page, head: Token, word: RoleWord, party: str | None, scene: Scene) -> list[Ref]:
    """Whoever is named right behind the country of an office: "Minister of Foreign Affairs of Ruritania John Roe"."""
    for token in head.subtree:
        first = page.cover.get(token.left_edge.i)
        if token.i <= head.i or token.dep_ != "pobj" or token.pos_ != "PROPN" or first is None or first[1] > token.i:
            continue
        if of_kind(first[2], "person") or not of_kind(first[2], "state", "body", "demonym"):
            continue
        if token.i in page.cover:
            return _covered(page, token, scene) or []
        title = page.doc[page.left(head) : head.i + 1].text
        rank = word.rank or None
        return [
            _ref(page, first[1], token.i + 1, kind="person", party=party, title=title, rank=rank, head=token.lower_, via="title")
        ]
    return []


def _untied(page: Page, head: Token, text: str, word: RoleWord, scene: Scene) -> list[Ref]:
    """An office without a country beside it: that of a state named right behind, a former one, or one told of before."""
    if head.i + 1 in page.cover and of_kind(page.cover[head.i + 1][2], "state", "body"):
        return []  # "former chair Indonesia" is Indonesia
    if former(page, head) and scene.focus and scene.world.contested(scene.focus, scene.day):
        first, gone = page.left(head), f"{scene.focus}-FMR"
        return [_ref(page, first, head.i + 1, kind="class", party=gone, plural=True, head=text, via="phrase", sure=0.7)]
    return corefer.role(page, head, text, word, scene)


def _organisation(page: Page, head: Token, phrase: list[str], scene: Scene) -> list[Ref]:
    """An organisation that no catalogue has, by its name: "the Ruritanian Women's Federation"."""
    if head.pos_ != "PROPN" or head.lower_ not in words("organisations") or len(phrase) < 2:
        return []
    named = page.doc[name_start(page, head) : head.i + 1]
    first = page.left(head)
    if first == head.i and not preposition(head, "of", "for"):
        return []
    behind = [t for o in preposition(head, "of", "for") for t in o.subtree]
    told = {t.lemma_.lower() for t in [*named, *behind]} | {t.lower_ for t in page.doc[first : head.i]}
    if told & words("worldwide"):
        return [_ref(page, first, head.i + 1, kind="body", party="INGO", head=head.lower_, via="phrase", sure=0.7)]
    ties = affiliations(page, head, head.i, scene)
    country = next((a.country for a in ties if a.country), None if any(a.party for a in ties) else scene.focus)
    if country is None:
        return []
    kind = next((classes()[w] for t in told for w in (t, f"{t}s") if classes().get(w) in _GROUPS), "CSO")
    return [_ref(page, first, head.i + 1, kind="class", party=f"{country}-{kind}", head=head.lower_, via="phrase", sure=0.7)]


def _generic(phrase: list[str]) -> tuple[str, int] | None:
    """The class that stands before a head that says nothing of its own: "civil society *leaders*", "opposition *figures*"."""
    if phrase[-1] not in words("generic_heads") or len(phrase) < 2:
        return None
    found = _longest(phrase[:-1], phrase[-2].rstrip("s"), classes())
    return (found[0], found[1] + 1) if found else None


def _also(phrase: list[str], kind: str) -> list[str]:
    seen = {classes()[w] for w in phrase if w in classes()} | {classes()[w + "s"] for w in phrase if w + "s" in classes()}
    return sorted(k for k in seen & _GROUPS if k != kind)


def _role(page: Page, head: Token, phrase: list[str], scene: Scene) -> list[Ref]:
    found = _longest(phrase, head.lemma_.lower(), roles())
    if not found:
        return []
    text, size = found
    word = roles()[text]
    first = head.i - size + 1
    ties = [a for a in affiliations(page, head, first, scene) if a.party]
    named = [a for a in children(head, "appos") if a.pos_ == "PROPN" and (a.ent_type_ == "PERSON" or not is_thing(page, a))]
    named = [a for a in named if not is_another(page, head, a, scene)]
    if named and word.kind != "institution":
        own = mention(page, named[0], scene)
        if own and ties and own[0].party is None:
            return [msgspec.structs.replace(own[0], party=ties[0].party)]
        if own:
            return own
    behind = _named_behind(page, head, word, ties[0].party, scene) if ties and word.kind != "institution" else []
    if behind:
        return behind
    if word.kind in ("minister", "deputy"):
        ties = [a for a in ties if (a.party or "").partition("-")[2] not in _GROUPS]
    if not ties and word.kind == "institution":
        named = [a for a in children(head, "appos") if is_thing(page, a)]
        own = mention(page, named[0], scene) if named else []
        if own:
            return own
    if not ties:
        return _untied(page, head, text, word, scene)
    gone = former(page, head)
    return [
        _ref(
            page, page.left(head), head.i + 1, kind="role", party=former_party(a.party, scene) if gone else a.party, title=text,
            rank=word.rank or None, plural=head.tag_ in ("NNS", "NNPS"), head=text, via="title",
        )
        for a in ties
    ]  # fmt: skip


def _unknown_name(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """A name that no catalogue has: known from its title, its apposition, or its introduction elsewhere in the document."""
    if not head.text[:1].isupper() or (head.pos_ != "PROPN" and not learnt(head, scene)):
        return []
    first = name_start(page, head)
    name = page.doc[first : head.i + 1].text
    title, rank, party = titled(page, head, first, scene)
    if party is None:
        ties = left_ties(page, page.left(head), first, scene) or [
            a for t in preposition(head, "of", "from") for a in ties_of(page, t, scene)
        ]
        party = next((a.party for a in ties if a.party), None) if head.ent_type_ in ("PERSON", "") or title else None
    known = scene.recall(name)
    party = party or _of_those_led(page, head, scene) or _as_guest(page, head, scene)
    if party is None and (known is None or known.party is None) and rank and rank >= _OFFICIAL:
        party = scene.home
    if party is None and known is None and not _called_like_a_place(page, head, first):
        known = by_surname(name, rank, scene)
    if party is None and known is None and rank and rank >= _OFFICIAL:
        party = by_title(title, scene) or _in_capital(page, head, scene) or (scene.main if not scene.focus else None)
    if party and (former(page, head) or past_office(page, head)):
        party = former_party(party, scene)
    if party and not rank:
        party = _private(page, first, party, scene)
    if party is None and known:
        return [
            _ref(
                page, first, head.i + 1, kind="person", party=known.party, actor=known.actor, title=title or known.title,
                rank=rank if rank is not None else known.rank, candidates=known.candidates, head=head.lower_, via="introduced",
            )
        ]  # fmt: skip
    if party is None and head.ent_type_ != "PERSON" and title is None:
        return []
    return [_ref(page, first, head.i + 1, kind="person", party=party, title=title, rank=rank, head=head.lower_, via="title")]


def _called_like_a_place(page: Page, head: Token, first: int) -> bool:
    """Whether somebody's first name is a place's: "Lima Roe" is nobody whom the world knows as Roe."""
    before = page.doc[first - 1] if first else None
    return (
        before is not None
        and before.head is head
        and before.i in page.cover
        and bool(of_kind(page.cover[before.i][2], "place", "capital"))
    )


def _private(page: Page, first: int, party: str, scene: Scene) -> str:
    """The class of somebody who is called a citizen, journalist or activist of a country right before the name."""
    before = [t.lower_ for t in page.doc[max(0, first - _CALLED) : first]]
    found = _longest(before, before[-1] if before else "", classes())
    kind = classes()[found[0]] if found else ""
    told = class_party(party[:_COUNTRY], kind, scene) if kind in _GROUPS and len(party.partition("-")[0]) == _COUNTRY else None
    return told or party


def _of_those_led(page: Page, head: Token, scene: Scene) -> str | None:
    """Whose delegation somebody is told to head: "a Ruritanian delegation, led by minister John Roe"."""
    led = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head
    if led.lemma_ not in ("lead", "head") or led.dep_ != "acl":
        return None
    return next((a.party for a in affiliations(page, led.head, led.head.i, scene) if a.party), None)


def _as_guest(page: Page, head: Token, scene: Scene) -> str | None:
    """Where somebody is told to come from who is set off behind a word for a guest: "his guest from Ruritania, John Roe"."""
    called = head.head
    if head.dep_ != "appos" or called.lemma_.lower() not in corefer.FACING:
        return None
    return next((a.party for a in affiliations(page, called, called.i, scene) if a.party), None)


def _in_capital(page: Page, head: Token, scene: Scene) -> str | None:
    """Whose head or minister it is where only the place tells: "called on President Roe in Oslo"."""
    placed = [t for t in head.sent if t.dep_ == "pobj" and t.head.lower_ == "in" and t.i in page.cover]
    found = [e.code for t in placed for e in of_kind(page.cover[t.i][2], "capital")]
    return scene.acting(found[0]) if len(found) == 1 else None


# -- small parts -------------------------------------------------------------------------------------------------------


def _listed(head: Token) -> list[Token]:
    """What "including", "such as" or a dash behind a phrase lists."""
    found = []
    for prep in children(head, "prep"):
        if prep.lower_ in words("group_intro") or (prep.lower_ == "as" and prep.i and prep.nbor(-1).lower_ == "such"):
            found += children(prep, "pobj")
    if head.dep_ == "nsubj" and head.head.lemma_ in ("include", "comprise"):
        found += children(head.head, "dobj")
    for participle in children(head, "acl", "advcl"):
        if participle.lemma_ in ("accompany", "lead", "head") and participle.tag_ == "VBN":
            found += preposition(participle, "by")
    return found


def _plain(tie: Affiliation, head: Token) -> Ref:
    return Ref(
        start=tie.start, end=tie.end, name=tie.text, kind="state", party=tie.party, head=head.lower_, via="modifier", sure=0.8
    )


def _ref(page: Page, first: int, last: int, **fields: Any) -> Ref:
    start, end = page.start(page.doc[first]), page.end(page.doc[last - 1])
    return Ref(start=start, end=end, name=page.doc[first:last].text, **fields)


def _unique(found: list[Ref]) -> list[Ref]:
    return list({(r.start, r.end, r.party): r for r in found}.values())
