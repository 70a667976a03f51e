"""Who does what in a parsed clause: subjects and objects across voice, coordination, control and relative clauses.

Works on spaCy tokens (ClearNLP labels). Every function returns tokens; what they stand for is a matter for the mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.coding.lexicon import names_people, words
from verbale.coding.tokens import once

Token = Any
_RELATIVE = {"who", "which", "that", "whom", "where"}
_SCENES = {"in", "during", "at", "after", "before", "following", "on"}
_NOBODY = {"nobody", "none", "no", "not", "neither", "nor", "few", "hardly"}
_BLAMING = {
    "condemn",
    "denounce",
    "slam",
    "dismiss",
    "reject",
    "describe",
    "criticise",
    "criticize",
    "praise",
    "hail",
    "brand",
    "blast",
}
_SUBJECTS = ("nsubj", "csubj", "expl")
SET_IN = {"in", "at", "inside", "outside", "near", "across", "around", "throughout"}
"""Words behind which stands only where something is."""


def children(token: Token, *deps: str) -> list[Token]:
    """The children of ``token`` under any of the given labels."""
    return [c for c in token.children if c.dep_ in deps]


@once
def passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice, or a participle that hangs on what it was done to."""
    if children(verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not children(verb, *_SUBJECTS, "aux") and not children(verb, "dobj"):
        return passive(verb.head) if verb.head.pos_ in ("VERB", "AUX") else False
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN") and not _headless(verb)


def _headless(verb: Token) -> bool:
    """A main verb taken for a participle, where the sentence has no verb at its root ("The envoy, new in town, called on X")."""
    return bool(verb.sent.root.pos_ in ("NOUN", "PROPN")) and not children(verb, "agent") and verb.head.pos_ in ("NOUN", "PROPN")


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Whoever does what ``verb`` says: its own subject, the agent of a passive, or the subject that it inherits."""
    return [*_first_subjects(verb)] if depth == 0 else _subjects(verb, depth)


@once
def _first_subjects(verb: Token) -> list[Token]:
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if hyphened(verb):
        return [verb.doc[verb.i - 2]]
    if passive(verb):
        return [o for by in verb.children if by.dep_ in ("agent", "prep") and by.lower_ == "by" for o in children(by, "pobj")]
    own = [_antecedent(s, verb) for s in children(verb, "nsubj")]
    if not own and verb.dep_ == "relcl" and verb.head.dep_ == "attr" and any(c.lower_ == "to" for c in children(verb, "aux")):
        return subjects(verb.head.head, depth + 1)  # "they are the only ones to have accepted it"
    return own or stolen(verb) or (_inherited(verb, depth) if depth < 6 else [])


def hyphened(verb: Token) -> bool:
    """Whether a participle is tied to its doer by a hyphen: "a *Ruritania-brokered* truce"."""
    return bool(verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.i > 1 and verb.doc[verb.i - 1].text == "-")


def stolen(verb: Token) -> list[Token]:
    """The subject that the parser took for more of what stands before it ("After talks with Kim, *Moon* and Abe met Biden")."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ") or children(verb, "nsubj", "nsubjpass", "expl", "csubj"):
        return []
    front = [t for p in children(verb, "prep") if p.i < verb.i for t in p.subtree if t.dep_ == "conj" and t.pos_ == "PROPN"]
    return [t for t in front if t.left_edge.i and t.left_edge.nbor(-1).text == ","][:1]


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb is done to: the direct object, or the subject of a passive."""
    return [*_objects(verb)]


@once
def _objects(verb: Token) -> list[Token]:
    if passive(verb):
        own = [_antecedent(s, verb) for s in children(verb, "nsubjpass")]
        if own:
            return own
        if verb.dep_ == "acl":
            return [verb.head]
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            return objects(verb.head) if passive(verb.head) else subjects(verb.head)
        return []
    own = [o for d in children(verb, "dobj") for o in _measured(_antecedent(d, verb))]
    if not own and verb.dep_ == "relcl" and children(verb, "nsubj") and _gap(verb):
        own = [verb.head]
    if not own and verb.lemma_ not in words("speech"):
        own = _swallowed(verb)
    if not own:
        # "condemned as reckless a Malaysian proposal": the parser takes the object for what it is called
        as_ = [o for p in children(verb, "prep") if p.lower_ == "as" and verb.lemma_ in _BLAMING for o in children(p, "pobj")]
        own = [o for o in as_ if any(d.dep_ in ("det", "poss") and d.i > o.head.i + 1 for d in o.children)]
    if not own and not children(verb, "oprd", "prep", "ccomp", "xcomp", "prt", "advmod"):
        own = [o for v in children(verb, "conj") if v.pos_ == "VERB" and not _parts(v) for o in children(v, "dobj")]
    return own


def _measured(noun: Token) -> list[Token]:
    """What there is an amount of, where it is a thing ("a slew of *restrictions*"); of people the amount is itself somebody."""
    if noun.lemma_.lower() not in words("amounts"):
        return [noun]
    things = [o for o in preposition(noun, "of") if not names_people(o.lower_, o.lemma_.lower())]
    return things or [noun]


def _swallowed(verb: Token) -> list[Token]:
    """An object that the parser took for the subject of a clause behind it ("visited Ghana, where officials spoke on ...")."""
    clauses = [c for c in children(verb, "ccomp") if not children(c, "mark", "aux")]
    found = [s for c in clauses for s in children(c, "nsubj") if s.left_edge.i == verb.i + 1]
    places = [o for p in children(verb, "prep") if p.lower_ in ("in", "at") for o in children(p, "pobj") if o.ent_type_ == "GPE"]
    # "met in Oslo the group's minister": whom they met is no other name of the place
    return found or [a for o in places for a in children(o, "appos") if names_people(a.lower_, a.lemma_.lower())]


def preposition(token: Token, *names: str) -> list[Token]:
    """The objects of the prepositions of those names that hang on ``token``."""
    found = []
    for prep in _all_prepositions(token):
        if prep.lower_ in names:
            found += children(prep, "pobj", "pcomp")
            found += [o for p in children(prep, "prep") for o in children(p, "pobj")] if not children(prep, "pobj") else []
            found += [o for c in children(prep, "conj") for o in children(c, "pobj")]
    return found


@once
def _all_prepositions(token: Token) -> list[Token]:
    return [*_prepositions(token), *_strayed(token)]


def _strayed(token: Token) -> list[Token]:
    """Prepositions behind a coordinated noun that the parser hung on the noun before it, or on "d'affaires" behind a title."""
    found = [p for c in token.children if c.i > token.i and c.lower_.startswith("d'") for p in _prepositions(c)]
    if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN") and token.head.pos_ in ("NOUN", "PROPN"):
        found += [p for p in _prepositions(token.head) if p.i > token.i]
    return found


def _prepositions(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") and child.pos_ in ("ADP", "SCONJ", "VERB"):
            yield child
        if child.dep_ == "prt":
            yield from _prepositions(child)


def complements(verb: Token) -> list[Token]:
    """The heads of the clauses that a verb or noun takes as its content."""
    found = children(verb, "ccomp", "xcomp")
    if verb.pos_ == "NOUN":
        found += [c for c in children(verb, "acl", "relcl") if any(m.dep_ in ("mark", "aux") for m in c.children)]
    found += [c for prep in children(verb, "prep") for c in children(prep, "pcomp")]
    return found


def content(token: Token) -> list[Token]:
    """All tokens of what is said, asked or complained of: objects, prepositional objects and clauses."""
    skip = {
        "nsubj",
        "nsubjpass",
        "agent",
        "advcl",
        "aux",
        "auxpass",
        "neg",
        "punct",
        "cc",
        "mark",
        "conj",
        "npadvmod",
        "advmod",
        "poss",
        "det",
    }
    own = [t for c in token.children if c.dep_ not in skip for t in c.subtree]
    if own or token.dep_ != "parataxis":
        return own
    aside = {t.i for t in token.subtree}  # "the G7, she warned, will pay for it"
    return [t for t in token.head.subtree if t.i not in aside]


@once
def negated(token: Token) -> bool:
    """Whether the predicate itself is negated: not, never, no."""
    if any((c.dep_ == "neg" or c.lower_ in ("never", "n't", "not")) and not _only(c) for c in token.children):
        return True
    if token.pos_ == "NOUN":
        return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children)
    return nobody(token) or _in_no_way(token) or _nothing(token)


def _only(negation: Token) -> bool:
    """Whether a word of negation denies nothing: "not only"."""
    return bool(negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in ("only", "just", "merely", "simply"))


def first_of_list(token: Token) -> Token:
    """The word that a coordinated word is coordinated with, and that again, up to the first."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _nothing(verb: Token) -> bool:
    """Negation by what it is done to: "sent *no delegation*", "held *no talks*", "met *neither*"."""
    return any(w.lower_ in _NOBODY for o in children(verb, "dobj") for w in [o, *children(o, "det")])


def _in_no_way(verb: Token) -> bool:
    """Negation by manner: "in no way", "by no means", "under no circumstances"."""
    manners = [o for p in children(verb, "prep") for o in children(p, "pobj")]
    named = [o for o in manners if o.lower_ in ("way", "means", "circumstances", "case")]
    return any(d.lower_ == "no" for o in named for d in children(o, "det"))


@once
def nobody(verb: Token) -> bool:
    """Whether what is told is that nobody does it: "no state has ...", "not one government ...", "... by nobody"."""
    agents = [o for by in children(verb, "agent") for o in children(by, "pobj")]
    people = children(verb, "nsubj", "nsubjpass") + agents
    return any(w.lower_ in _NOBODY for s in people for w in [s, *(t for t in s.subtree if t.i < s.i)])


@once
def support(noun: Token) -> Token | None:
    """The light verb that carries a noun for an act ("held *talks*", "*talks* were held"), if there is one."""
    head = noun
    while head.dep_ == "conj" or (head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in words("rounds")):
        head = head.head if head.dep_ == "conj" else head.head.head
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in words("light"):
        return head.head
    carriers = ("in", "for", "on") if noun.lemma_ in words("journeys") else ("in", "for")
    if head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.lower_ in carriers and head.head.head.pos_ == "VERB":
        return head.head.head
    if noun.lemma_ in words("journeys") and head.dep_ == "dobj" and head.head.lemma_ in words("travelling"):
        return head.head
    return None


def stage(noun: Token) -> Token | None:
    """The verb that tells how an occasion goes on ("*talks* got under way", "the *meeting* opened"), if there is one."""
    head = noun
    while head.dep_ == "conj":
        head = head.head
    return head.head if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in words("unfolding") else None


def around(noun: Token) -> list[Token]:
    """Whoever acts in the clause that a noun sets the scene of: "during a meeting with the envoy, *the minister* said ..."."""
    prep = noun.head
    verb = prep.head
    if noun.dep_ != "pobj" or not (prep.lower_ in _SCENES or (prep.lower_ == "for" and verb.lemma_ == "be")):
        return []
    if verb.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "PROPN":
        return [verb]
    return subjects(verb) or objects(verb) if verb.pos_ in ("VERB", "AUX") else []


def _parts(verb: Token) -> bool:
    return bool(children(verb, "nsubj", "nsubjpass"))


def _gap(verb: Token) -> bool:
    """Whether the head of a relative clause is what its verb lacks as an object ("the envoy whom they met")."""
    return any(c.lower_ in ("whom", "that", "which") and c.dep_ == "dobj" for c in verb.children)


def _antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WDT", "WP", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp"):
            clause = clause.head
        if clause.dep_ == "relcl":
            return _somebody(clause.head) if token.lower_ in ("who", "whom") else clause.head
    return token


def _sayer(verb: Token) -> Token | None:
    """The verb of saying that a participle or a second "said" goes with, where the parser hung it inside of what is said."""
    aside = (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and (verb.i == 0 or verb.nbor(-1).lower_ in (",", "while") or verb.nbor(-1).is_quote)
    )
    again = verb.dep_ == "conj" and verb.lemma_ in ("say", "add")
    node = verb.head
    while (aside or again) and node.dep_ != "ROOT":
        if node.dep_ == "ccomp" and node.head.lemma_ in words("speech") and node.head.pos_ == "VERB":
            return node.head if again or verb.lemma_ in words("urging") else None
        if verb.head.lemma_ in words("light"):
            return None
        node = node.head
    return None


def _somebody(noun: Token) -> Token:
    """Whoever "who" can mean: not the country behind an envoy ("the envoy *to Sudan*, who is visiting ...")."""
    if noun.ent_type_ not in ("GPE", "LOC") or noun.dep_ != "pobj" or noun.head.i == 0:
        return noun
    nearby = [noun.head.head, noun.head.nbor(-1)]
    return next((t for t in nearby if names_people(t.lower_, t.lemma_.lower())), noun)


def _inherited(verb: Token, depth: int) -> list[Token]:
    sayer = _sayer(verb)
    return subjects(sayer, depth + 1) if sayer is not None else _from_above(verb, depth)


def _from_above(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return objects(head) if passive(head) and verb.tag_ != "VBN" else subjects(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head, depth)
    if verb.dep_ == "pcomp":
        return _governed(verb, head, depth)
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth + 1) or (objects(head) if passive(head) else [])
    if verb.dep_ == "relcl":
        return [head] if not _gap(verb) else []
    if verb.dep_ == "acl":
        if _infinitive(verb):
            return _permitted(verb) or _owner(head, depth)
        return [head] if verb.tag_ == "VBG" or _headless(verb) else []
    if verb.dep_ == "acomp" or head.lemma_ == "be":
        return subjects(head, depth + 1) if head is not verb and head.pos_ in ("AUX", "VERB") else []
    return []


def _permitted(verb: Token) -> list[Token]:
    """For whom it is allowed to do something: "an exemption *for the envoy* to travel"."""
    noun = verb.head
    return [o for o in preposition(noun, "for") if o.i < verb.i] if noun.lemma_.lower() in words("permits") else []


def _governed(verb: Token, before: Token, depth: int) -> list[Token]:
    """The silent subject of a gerund behind a preposition: whoever is punished "for" it, controls it, or owns the noun before."""
    outer = before.head
    if before.lower_ == "for" and (blamed := _punished(outer)):
        return blamed
    return _controller(verb, outer, depth) if outer.pos_ in ("VERB", "AUX") else _owner(outer, depth)


def _punished(verb: Token) -> list[Token]:
    """On whom something is imposed; what it is imposed for is their doing: "sanctions on the firm for selling arms"."""
    imposed = [d for d in children(verb, "dobj") if d.lemma_.lower() in words("penalties")]
    return [o for d in imposed for o in preposition(d, "on", "against")] or [
        o for _ in imposed[:1] for o in preposition(verb, "on", "against")
    ]


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    """Whoever the silent subject of a complement is: the object of "urge", the subject of "refuse"."""
    if head.lemma_ in words("object_control") and (verb.dep_ != "ccomp" or _infinitive(verb)):
        found = objects(head) or preposition(head, "on", "upon", "to", "for")
        if found:
            return found
    if head.pos_ == "ADJ":
        return subjects(head.head, depth + 1)
    if passive(head):
        return objects(head)
    return subjects(head, depth + 1)


def _owner(noun: Token, depth: int) -> list[Token]:
    """Whose plan, decision or right a noun is: its possessor, its "by" or "of", else the subject that has it."""
    found = children(noun, "poss") or preposition(noun, "by", "of")
    if found:
        return found
    if noun.dep_ in ("dobj", "attr", "pobj", "nsubjpass"):
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        if verb.pos_ in ("VERB", "AUX"):
            return subjects(verb, depth + 1)
    return []
