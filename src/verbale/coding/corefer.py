"""Coreference: pronouns, bare roles and sets, from sure to unsure, by what the document has told so far.

Never a guess between equals: where nothing fits, the mention keeps its words without a party.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import msgspec

from verbale.coding import mentions, ties
from verbale.coding.clause import objects, subjects
from verbale.coding.lexicon import RoleWord, default_roles, roles, words
from verbale.coding.page import best, of_kind
from verbale.coding.scene import Group, Ref, Scene
from verbale.coding.wordnet import kinds

Token = Any
Page = Any
Test = Callable[[Group], bool]
_MINISTER = 9
_PAIR = 2
_COUNTRY = 3
"""How many letters the code of a country has; those of most bodies have more or fewer."""
_BY_NAME = 1.2
"""How many sentences a woman's name weighs for "she": men's names are most names, so that they tell little of "he"."""
_HOSTS = {"host"}
_STANDING = {"visitor", "guest"} | _HOSTS
FACING = _STANDING | {"interlocutor", "counterpart"}
"""Words for whoever stands across."""
_TOWARDS = {"on", "upon", "with", "to", "against", "at"}
_MUTUALLY = {"meet", "discuss", "agree", "exchange", "talk", "confer", "consult"}
"""What takes two: "they" who do it are not one party where nobody else is named."""
_STATES = {"country", "countries", "government", "governments", "sides"}
"""Words for parties, not people: two of them are never two people of one."""
_SENT = {"delegation", "team"}
_LOCAL = {"governor", "mayor", "judge", "prosecutor", "commander", "amir", "chief"}
"""Officials who, where nothing else is told, are those of whoever governs the country that a text is about."""
_BESIDE = 3
"""How many sentences back those may have been named whom a set or a guest means without having been told to meet."""
_PEOPLE = ("person", "role")
_EVERY = (*_PEOPLE, "state", "body")
"""Kinds of mentions of those who can be of a set."""
_SIZES = {
    2: {"two", "both", "pair", "duo", "twosome"},
    3: {"three", "trio"},
    4: {"four", "quartet"},
    5: {"five"},
    6: {"six", "sextet"},
    7: {"seven"},
}
_NUMBERS = {"both", "two", "three", "four", "five", "six", "seven"}
_PERSON = "Nfield18"
"""WordNet's field of nouns for people."""
_OFFICES = {"ministry", "department", "office", "presidency", "forces", "force", "army", "kingdom"}
"""Institutions that are the own government's where no other is told; a parliament may be that of whom the text is about."""
_ADMINISTERED = "USA"
"""The state whose own pages call its government "the Administration"."""
_REACH = 5
"""How many sentences back a pronoun may look."""
_HE = {"he", "him", "his", "she", "her", "hers", "himself", "herself"}
_SHE = {"she", "her", "hers", "herself"}
_HIM = {"he", "him", "his", "himself"}
_THEY = {"they", "them", "their", "theirs", "themselves", "both"}
_IT = {"it", "its", "itself"}
_WE = {"we", "us", "our", "ours", "i", "me", "my", "mine"}
_SELF = {"himself", "herself", "itself", "themselves"}
_PERSONAL = {"head_of_state", "minister", "deputy", "dg", "envoy", "ambassador", "charge", "consul", "official", "spokes"}


def pronoun(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Whom a pronoun stands for, as mentions at the pronoun's own place."""
    low = head.lower_
    if low in _WE:
        return _we(page, head, scene)
    if _of_a_stranger(page, head, scene):
        return []
    if low in _SELF and (own := _reflexive(page, head, scene)):
        return own
    if bound := _judged(page, head, scene) or _who_keeps(page, head, scene):
        return _again(page, head, bound)
    if low in _HE:
        fits = _is_woman if low in _SHE else _is_no_woman
        found = _latest(
            page, head, scene, lambda g: _is_person(g) and fits(g, scene), surer=lambda g: low in _SHE and _is_named_so(g, scene)
        )
        return _again(page, head, found)
    if low == "both":
        return _again(page, head, _several(page, head, scene), "set")
    if low in _THEY:
        return _they(page, head, scene)
    if low in _IT:
        return _again(page, head, _latest(page, head, scene, _is_body))
    return []


def _reflexive(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Whom "himself" means: the subject of its own clause, or whom a relative clause is about."""
    verb = next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), None)
    owner = next((t for t in subjects(verb) if t != head), None) if verb is not None else None
    if owner is not None and owner.tag_ in ("WP", "WDT") and verb is not None and verb.dep_ == "relcl":
        owner = verb.head
    if owner is None or owner.pos_ == "PRON" or head in owner.subtree:
        return []
    return _again(page, head, tuple(mentions.refs(page, owner, scene)))


def _judged(page: Page, head: Token, scene: Scene) -> tuple[Ref, ...]:
    """Whose the deed is for which somebody is thanked, blamed or punished: "praised Ruritania for *its* aid"."""
    if head.tag_ != "PRP$":
        return ()
    ground = next((t for t in head.ancestors if t.dep_ == "prep" and t.lower_ in ("for", "over", "on")), None)
    verb = ground.head if ground is not None else None
    if verb is None or verb.lemma_.lower() not in words("judging"):
        return ()
    return tuple(r for o in objects(verb) if head not in o.subtree for r in mentions.refs(page, o, scene))


def _who_keeps(page: Page, head: Token, scene: Scene) -> tuple[Ref, ...]:
    """Who has made what is to be kept or is broken: "urged Ruritania to honour a truce *it* signed"."""
    made = head.head
    if head.dep_ != "nsubj" or made.dep_ != "relcl" or made.head.dep_ not in ("dobj", "pobj"):
        return ()
    kept = next((t for t in made.head.ancestors if t.pos_ == "VERB"), None)
    if kept is None or kept.dep_ not in ("xcomp", "pcomp", "ccomp") or kept.lemma_ in words("speech"):
        return ()
    whom = [o for o in objects(kept.head if kept.dep_ != "pcomp" else kept.head.head) if o.i < kept.i]
    return tuple(r for o in whom[:1] for r in mentions.refs(page, o, scene) if r.party)


def _of_all(head: Token, text: str, scene: Scene) -> bool:
    """Whether a plural office means all who met: "the leaders" after a call of two, where no such group was told of before."""
    bare = head.tag_ == "NNS" and head.dep_ != "poss" and all(c.dep_ in ("det", "punct") for c in head.children if c.i < head.i)
    bare = bare and any(c.dep_ == "det" and c.lower_ in ("the", "both") for c in head.children)
    if not bare or text not in words("heads"):
        return False
    return not any(r.plural and r.via != "set" and r.head.split()[-1:] == [head.lower_] for g in scene.history for r in g.refs)


def _met_lately(scene: Scene) -> bool:
    """Whether two parties or more were told to have met a few sentences ago."""
    return len({r.party for r in scene.engaged}) >= _PAIR and scene.sentence - scene.met <= _REACH


def _they(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Who "they" are: those who met, where they go on speaking and nobody else was the subject in the plural since."""
    speaking = head.dep_ == "nsubj" and head.head.lemma_ in words("speech") | words("concerting")
    if speaking and _met_lately(scene):
        since = (g for g in scene.history if g.subject and scene.met <= g.sentence < scene.sentence)
        if not any(_is_many(g) and not _all(g, scene.engaged) for g in since):
            return _again(page, head, scene.engaged, "set")
    found = _latest(page, head, scene, _is_many)
    if head.dep_ == "nsubj" and head.head.lemma_ in _MUTUALLY and len({r.party for r in found}) < _PAIR:
        found = _lately(page, head, scene, _PAIR, set()) or found
    return _again(page, head, found)


def _all(group: Group, refs: tuple[Ref, ...]) -> bool:
    """Whether a group is of all the parties of some others."""
    return {r.party for r in group.refs} == {r.party for r in refs}


def _of_a_stranger(page: Page, head: Token, scene: Scene) -> bool:
    """Whether a pronoun is that of somebody nobody knows who speaks in the same sentence: "Ruritania says it has opened"."""
    told = next((t for t in [head, *head.ancestors] if t.dep_ == "ccomp" and t.head.lemma_ in words("speech")), None)
    speaker = next((c for c in told.head.children if c.dep_ == "nsubj" and c.i < head.i), None) if told is not None else None
    if speaker is None or speaker.pos_ != "PROPN" or any(t.pos_ == "PRON" for t in speaker.subtree):
        return False
    return not mentions.refs(page, speaker, scene)


def role(page: Page, head: Token, text: str, word: RoleWord, scene: Scene) -> list[Ref]:
    """Whom a bare role stands for: "the minister", "the envoy", "the ministry", "the authorities"."""
    if _is_set(head):
        return _again(page, head, _several(page, head, scene), "set")
    if _of_all(head, text, scene) and (all_ := _several(page, head, scene)):
        return _again(page, head, all_, "set")
    known = _latest(page, head, scene, lambda g: any(_same_role(r, text, word, scene) for r in g.refs), reach=99)
    if known and (_definite(head) or not _indefinite(head)):
        return _again(page, head, tuple(r for r in known if _same_role(r, text, word, scene)), "role")
    if text in words("group_nouns") and _definite(head) and (found := _body(page, head, scene)):
        return found
    if text == "participants" and scene.engaged:
        return _again(page, head, scene.engaged, "set")
    if text == "parties" and scene.focus:
        return [_own(page, head, text, word, f"{scene.focus}-PPL")]
    if word.kind == "institution":
        return _institutional(page, head, text, word, scene)
    return [_own(page, head, text, word, _office(page, head, text, word, scene))]


def _office(page: Page, head: Token, text: str, word: RoleWord, scene: Scene) -> str | None:
    """Whose office holder somebody new without a country is: a body's own, the authority's in focus, the page's own."""
    if text in default_roles():
        return default_roles()[text]
    if scene.focus and _provisional(page, head):
        return scene.acting()
    if word.kind in ("minister", "deputy") and (_definite(head) or _titular(head)):
        return scene.home or scene.acting() or scene.main
    if not (_definite(head) or _titular(head)):
        return None
    if text in ("amir", "supreme leader") and scene.focus:
        return scene.acting()
    if word.kind == "head_of_state":
        return scene.issuer or scene.home or scene.acting() or scene.main
    if text.split()[-1].removesuffix("s") in _LOCAL:
        return scene.acting() or scene.home or scene.main
    own = word.kind == "spokes" or (word.kind in ("official", "dg") and head.text[0].isupper())
    return scene.issuer if own else None


def _institutional(page: Page, head: Token, text: str, word: RoleWord, scene: Scene) -> list[Ref]:
    """Which government, country or body a bare word for one means."""
    if any(c.dep_ == "poss" and c.lower_ in _WE for c in head.children) and (ours := _we(page, head, scene)):
        return ours
    if text == "administration" and scene.issuer == _ADMINISTERED and not _of_somebody(page, head):
        return [_own(page, head, text, word, scene.issuer)]
    if default_roles().get(text) in scene.countries and head.text[:1].isupper() and not _of_somebody(page, head):
        return [_own(page, head, text, word, default_roles()[text])]
    if (ruling := ties.ruling(page, head, text, scene)) and not _of_somebody(page, head):
        return [_own(page, head, text, word, ruling)]
    if head.dep_ == "dobj" and head.head.lemma_ in words("dispatching"):
        return [_own(page, head, text, word, None)]  # whoever sends troops sends its own
    if text in words("powers") and (scene.focus or scene.home) and not _of_somebody(page, head):
        return [_own(page, head, text, word, scene.acting() or scene.home)]
    if not _definite(head):
        return [_own(page, head, text, word, None)]
    if text in words("state_nouns"):
        found = _latest(page, head, scene, lambda g: g.single and g.refs[0].kind == "state" and bool(g.refs[0].party))
        return _again(page, head, found, "country") or [_own(page, head, text, word, scene.home or scene.main)]
    if text in words("bloc_nouns") and (bodies := _body(page, head, scene)):
        return bodies
    return [_own(page, head, text, word, scene.issuer or (scene.home or scene.main if set(text.split()) & _OFFICES else None))]


def _body(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Which body a bare word for one means: one that was called so, whoever came as a delegation, else the last one named."""
    word = head.lower_
    if head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in head.children):
        return []  # several, or one with a name of its own

    def called_so(group: Group) -> bool:
        ref = group.refs[0]
        return group.single and bool(ref.party) and word in (*ref.head.split()[-1:], *ref.name.lower().split())

    same = _latest(page, head, scene, called_so, reach=99)
    visiting = _facing(page, head, scene) if not same and word in _SENT else ()
    last = () if same or visiting else _latest(page, head, scene, lambda g: g.single and g.refs[0].kind == "body")
    return _again(page, head, same or visiting or last, "body")


def _of_somebody(page: Page, head: Token) -> bool:
    """Whether a name that nobody knows says whose it is ("the Ruritania-led administration")."""
    return any(c.pos_ == "PROPN" and c.i not in page.cover for c in head.children if c.dep_ in ("compound", "poss", "nmod"))


def nominal(page: Page, head: Token, scene: Scene) -> list[Ref]:
    """Whom a noun without a meaning of its own stands for: "the two sides", "the pair", "the group"."""
    if _is_set(head):
        return _again(page, head, _several(page, head, scene), "set")
    if head.lemma_.lower() in FACING and _definite(head):
        return _again(page, head, _facing(page, head, scene), "set")
    if head.lower_ in words("group_nouns") | words("bloc_nouns") and _definite(head):
        return _body(page, head, scene)
    return []


def _several(page: Page, head: Token, scene: Scene) -> tuple[Ref, ...]:
    """As many as the words say: those who engaged last or were named last in one breath, else those who were named last."""
    size, others = _size(head), _parties_at(page, _acting(head), scene)

    def fits(refs: tuple[Ref, ...], apart: bool) -> bool:
        return _are(refs, size, apart) and not {r.party for r in refs} & others

    for apart in (True,) if head.lower_ in _STATES else (True, False):
        if found := _together(page, head, scene, functools.partial(fits, apart=apart)):
            return found
        if apart and size and (named := _named(page, head, scene, size, others)):
            return named
    return () if size else scene.engaged


def _are(refs: tuple[Ref, ...], size: int | None, apart: bool) -> bool:
    """Whether some are as many as the words say: parties, or people of whatever party."""
    parties = {r.party for r in refs}
    many = len(parties) if apart else len(refs)
    return None not in parties and many > 1 and many == (size or many)


def _together(page: Page, head: Token, scene: Scene, fits: Callable[[tuple[Ref, ...]], bool]) -> tuple[Ref, ...]:
    """Those who engaged last, or who together did something since; else those who were named in one breath."""
    since = _latest(page, head, scene, lambda g: fits(g.refs) and g.subject and g.sentence > scene.met)
    if fits(scene.engaged):
        return since or scene.engaged
    return since or _latest(page, head, scene, lambda g: fits(g.refs))


def _size(head: Token) -> int | None:
    """How many a set is of by its words: two sides, a trio, all four; ``None`` where they do not tell."""
    told = {head.lower_, *(c.lower_ for c in head.children)}
    return next((n for n, names in _SIZES.items() if told & names), None)


def _acting(head: Token) -> list[Token]:
    """The subjects of the clause that words are no subject of: who thanks both sides is on neither."""
    verb = next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return [t for t in subjects(verb) if t.i < head.i and head not in t.subtree] if verb is not None else []


def _named(page: Page, head: Token, scene: Scene, size: int, others: set[str | None]) -> tuple[Ref, ...]:
    """So many parties who were named before without having been told to do something together: people rather than states."""
    sorts = (_EVERY,) if head.lower_ in _STATES else (_PEOPLE, _EVERY)
    people, *every = (_just(page, head, scene, size, others, sort) for sort in sorts)
    return people or _lately(page, head, scene, size, others) or next(iter(every), ())


def _just(page: Page, head: Token, scene: Scene, size: int, others: set[str | None], sort: tuple[str, ...]) -> tuple[Ref, ...]:
    """The parties of a sort in the last sentences, each taken whole, where they are just so many."""
    found: dict[str, Ref] = {}
    for back in range(_BESIDE + 1):
        for ref in (r for g in reversed(scene.history) if scene.sentence - g.sentence == back for r in reversed(g.refs)):
            if ref.party and ref.party not in others and ref.kind in sort and _takes_part(ref) and ref.start < page.start(head):
                found.setdefault(ref.party, ref)
        if len(found) >= size:
            break
    return tuple(sorted(found.values(), key=lambda ref: ref.start)) if len(found) == size else ()


def _lately(page: Page, head: Token, scene: Scene, size: int, others: set[str | None]) -> tuple[Ref, ...]:
    """The last so many parties of one sort that were named one by one, and no other of that sort between them."""
    found: dict[str, Ref] = {}
    for group in reversed(scene.history):
        if scene.sentence - group.sentence > _BESIDE or len(found) == size:
            break
        if group.refs[0].start < page.start(head) and group.single and _takes_part(group.refs[0]):
            party = group.refs[0].party
            if party and party not in others:
                found.setdefault(party, group.refs[0])
    return tuple(reversed(found.values())) if len(found) == size else ()


def _takes_part(ref: Ref) -> bool:
    return ref.kind in _EVERY and ref.via != "modifier"


def _facing(page: Page, head: Token, scene: Scene) -> tuple[Ref, ...]:
    """Who stands across: the guest or the host of whoever acts here, else of the country where the text is at home."""
    whose = {r.party for c in head.children if c.dep_ == "poss" for r in mentions.refs(page, c, scene)} - {None}
    here = _parties_at(page, _acting(head), scene) | whose
    home = scene.acting(scene.visited) if scene.visited else scene.home
    receives = head.lemma_.lower() in _HOSTS
    engaged = scene.engaged if scene.sentence - scene.met <= _REACH else ()
    named = [g.refs[0] for g in reversed(scene.history) if g.single and scene.sentence - g.sentence <= _BESIDE]
    for pool in (engaged, [r for r in named if _takes_part(r) and r.start < page.start(head)]):
        others = {r.party: r for r in pool if r.party and r.party not in here}
        if home and len(others) > 1 - (not here):
            others = {p: r for p, r in others.items() if (p == home) == receives}
        if others:
            return tuple(others.values()) if head.tag_ == "NNS" and pool is engaged else tuple(others.values())[:1]
    own = Ref(**_place(page, head), kind="state", party=home, head=head.lower_, sure=0.6) if home else None
    return (own,) if own and receives and home not in here else ()


# -- parts -------------------------------------------------------------------------------------------------------------


def _we(page: Page, head: Token, scene: Scene) -> list[Ref]:
    if scene.turn is not None and not quotes_open(head):
        return _again(page, head, scene.turn, "speaker")
    if scene.ours and not quotes_open(head):
        return _again(page, head, scene.ours, "speaker")
    if scene.speaker is not None and (quotes_open(head) or scene.issuer is None):
        return _again(page, head, scene.chorus or (scene.speaker,), "speaker")
    if scene.issuer:
        return [Ref(**_place(page, head), kind="pronoun", party=scene.issuer, head=head.lower_, via="issuer", sure=0.7)]
    return []


def quotes_open(token: Token) -> bool:
    """Whether a token stands inside quotation marks of its block."""
    return bool(token.doc.quoted[token.i])


def _latest(
    page: Page, head: Token, scene: Scene, fits: Test, reach: int = _REACH, surer: Test = lambda _: False
) -> tuple[Ref, ...]:
    """The group that fits and is most at hand: nearness counts, and being a subject counts almost as much as a sentence."""
    highest: tuple[float, int] | None = None
    found: tuple[Ref, ...] = ()
    here, beside, here_quoted = page.start(head), _fellows(head), quotes_open(head)
    theirs = _parties_at(page, beside, scene)
    for n, group in enumerate(scene.history):
        away = scene.sentence - group.sentence
        if away > reach or group.refs[0].start >= here or group.refs[-1].end in {page.end(t) for t in beside} or not fits(group):
            continue
        if group.single and group.refs[0].party in theirs:
            continue
        if group.quoted and not here_quoted:
            away += 1
        score = (-away + _prominence(group, head, scene) + _salience(scene, group) + (_BY_NAME if surer(group) else 0.0), n)
        if highest is None or score > highest:
            highest, found = score, group.refs
    return found


def _prominence(group: Group, head: Token, scene: Scene) -> float:
    """How much a place in its clause brings to mind: subjects for a subject, whom one goes on speaking of for an object."""
    going_on = any(r.via == "pronoun" for r in group.refs)
    if head.lower_ in _HE and head.dep_ in ("dobj", "pobj", "dative"):
        return (0.4 if group.subject else 0.0) + (0.8 if going_on else 0.0)
    told = head.dep_ == "nsubj" and head.head.lemma_ in words("speech")
    spoke = (
        told and group.single and group.refs[0].party in {r.party for r in scene.voice} and scene.sentence - scene.voiced <= _PAIR
    )
    return (
        (0.5 if spoke else 0.0)
        + (0.9 if group.subject else 0.0)
        + (0.2 if going_on and group.single and head.dep_ == "nsubj" else 0.0)
    )


def _fellows(head: Token) -> list[Token]:
    """The other participants of a pronoun's own clause: "Biden received him" is not about Biden twice."""
    if head.tag_ == "PRP$":
        # "rejected its demand": nobody turns down or takes up what they said themselves
        told = head.head
        answer = told.head if told.dep_ in ("dobj", "nsubjpass") and told.lemma_ in words("utterances") else None
        return subjects(answer) if answer is not None and answer.lemma_ in words("answering") else []
    if head.pos_ != "PRON":
        return []
    verb = head.head if head.dep_ != "pobj" else head.head.head
    others = subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    if head in others:
        others = others + [
            o for p in verb.children if p.dep_ == "prep" and p.lower_ in _TOWARDS for o in p.children if o.dep_ == "pobj"
        ]
    return [c for c in {*verb.children, *others} if (c in others or c.dep_ in ("nsubjpass", "dobj")) and c != head]


def _parties_at(page: Page, tokens: list[Token], scene: Scene) -> set[str | None]:
    """The parties named at given words, as far as they have been told: an act goes from one party to another."""
    ends = {page.end(t) for t in tokens}
    told = {r.party for g in scene.history[-20:] for r in g.refs if r.end in ends and r.party}
    covers = [page.cover[t.i][2] for t in tokens if t.i in page.cover]
    return told | {scene.party(best(hit, scene.day)) for hit in covers if not of_kind(hit, "person", "place", "forum")}


def _salience(scene: Scene, group: Group) -> float:
    """What a document keeps coming back to is more at hand: a quarter of a sentence for each time it was named, up to one."""
    if not group.single:
        return 0.0
    key = _identity(group.refs[0], scene)
    named = {g.sentence for g in scene.history if g.single and _identity(g.refs[0], scene) == key}
    return min(1.0, 0.25 * len(named))


def _identity(ref: Ref, scene: Scene) -> str:
    """What tells one person or body from another in a document, under whatever name."""
    known = scene.recall(ref.name) if ref.kind == "person" and not ref.actor else None
    return ref.actor or (known.name if known else "") or ref.head or ref.name


def _is_person(group: Group) -> bool:
    ref = group.refs[0]
    if not group.single:
        return False
    return ref.kind == "person" or (ref.kind in ("role", "pronoun") and (ref.head in _HE or _personal(ref.head)))


def _personal(head: str) -> bool:
    """Whether a word is a role that a person holds."""
    word = roles().get(head)
    return word is not None and word.kind in _PERSONAL


def _first_name(group: Group, scene: Scene) -> str:
    ref = group.refs[0]
    known = scene.world.people.get(ref.actor or "") or getattr(scene.recall(ref.name), "name", "") or ref.name
    return known.split()[0].lower() if known.split() else ""


def _is_woman(group: Group, scene: Scene) -> bool:
    """Not a man, as far as the first name or an earlier "he" tells: a woman's name, or one that tells nothing."""
    return not (group.refs[0].name.lower() in _HIM or _first_name(group, scene) in words("mens_names"))


def _is_named_so(group: Group, scene: Scene) -> bool:
    """Whether a woman's first name, or an earlier "she", says so."""
    return group.refs[0].name.lower() in _SHE or _first_name(group, scene) in words("womens_names")


def _is_no_woman(group: Group, scene: Scene) -> bool:
    """Not a woman, as far as the first name or an earlier "she" tells."""
    return not (group.refs[0].name.lower() in _SHE or _first_name(group, scene) in words("womens_names"))


def _is_many(group: Group) -> bool:
    return (
        len(group.refs) > 1
        or (group.refs[0].plural and group.refs[0].party is not None)
        or group.refs[0].head in _THEY | {"taliban"}
    )


def _is_body(group: Group) -> bool:
    ref = group.refs[0]
    if not group.single or ref.party is None:
        return False
    return ref.kind in ("state", "body", "collective") or ref.head in _IT or (ref.kind == "role" and _institution(ref.head))


def _institution(head: str) -> bool:
    word = roles().get(head)
    return head in words("group_nouns") or (word is not None and word.kind == "institution")


def _same_role(ref: Ref, text: str, word: RoleWord, scene: Scene) -> bool:
    """Whether somebody was told to hold an office: all words of it stand in one of their titles."""
    if ref.party is None or (text in words("state_nouns") and len(ref.party.partition("-")[0]) != _COUNTRY):
        return False
    last, asked = text.split()[-1], set(text.replace("-", " ").split())
    held = [o.title for o in scene.world.offices.get(ref.actor or "", []) if o.party == ref.party]
    for title in [ref.title or ref.head, *held]:
        told = title.lower().replace("'", " ").replace("-", " ").split()
        if last == "president" and ("vice" in asked) != ("vice" in told):
            continue
        if asked <= set(told) or (last in told and len(told) == 1):
            return True
    if ref.kind == "person" and ref.rank and (last == "politician" or (last == "diplomat" and ref.rank < _MINISTER)):
        return True
    return (word.kind == "envoy" and ref.rank == 6) or (word.kind == "charge" and ref.rank == 4)


def _is_set(head: Token) -> bool:
    low = head.lower_
    if low in ("sides", "pair", "duo", "trio", "twosome", "camps"):
        return True
    if low in _NUMBERS and head.dep_ not in ("nummod", "det", "predet", "amod", "compound"):
        return low == "both" or any(c.lower_ in ("the", "these", "those", "all") for c in head.children)
    if low == "parties" and any(c.lower_ in ("both", "two", "the", "three") for c in head.children):
        return True
    people = head.tag_ == "NNS" and (_personal(head.lemma_.lower()) or head.lemma_.lower() in _STANDING)
    counted = any(c.lower_ in _NUMBERS for c in head.children if c.dep_ in ("det", "nummod", "predet", "amod"))
    return counted and (low in words("sets") or people or (_definite_all(head) and _PERSON in kinds(head.lemma_.lower(), "N")))


def _definite_all(head: Token) -> bool:
    """Whether words are of some who were told of: "the three brothers", "both belligerents"."""
    return head.tag_ == "NNS" and any(c.lower_ in ("the", "these", "those", "both") for c in head.children)


def _definite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.children) or any(
        c.dep_ == "poss" for c in head.children
    )


def _titular(head: Token) -> bool:
    """Whether an office stands as a name does, in capitals and without an article: "Foreign Secretary met his counterpart"."""
    return head.tag_ in ("NN", "NNP") and head.text[0].isupper() and not any(c.dep_ in ("det", "nummod") for c in head.children)


def _indefinite(head: Token) -> bool:
    """A new somebody: "a senior official", "several ministers", "officials"."""
    if any(c.lower_ in ("a", "an", "some", "several", "other", "many", "another", "various") for c in head.children):
        return True
    return head.tag_ in ("NNS", "NNPS") and not any(c.dep_ == "det" for c in head.children)


def _provisional(page: Page, head: Token) -> bool:
    """Whether an office is called acting, interim or de facto, as those of an authority in focus are."""
    before = {t.lower_ for t in page.doc[max(0, page.left(head)) : head.i]}
    return bool(before & {"acting", "caretaker", "interim", "facto"})


def _place(page: Page, head: Token) -> dict[str, Any]:
    left = page.left(head) if head.pos_ == "NOUN" else head.i
    span = page.doc[left : head.i + 1]
    return {"start": page.start(span[0]), "end": page.end(span[-1]), "name": span.text}


def _own(page: Page, head: Token, text: str, word: RoleWord, party: str | None) -> Ref:
    sure = 0.6 if party else 0.3
    return Ref(
        **_place(page, head), kind="role", party=party, title=text, rank=word.rank or None, head=text,
        plural=head.tag_ in ("NNS", "NNPS"), via="default" if party else "", sure=sure,
    )  # fmt: skip


def _again(page: Page, head: Token, refs: tuple[Ref, ...], via: str = "pronoun") -> list[Ref]:
    place = _place(page, head)
    kind = "pronoun" if via in ("pronoun", "speaker") else None
    return [
        msgspec.structs.replace(r, **place, kind=kind if kind and r.kind != "person" else r.kind, via=via, sure=r.sure * 0.8)
        for r in refs
    ]
