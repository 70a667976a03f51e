"""Who speaks: the speaker of a sentence and of what is quoted, and whose account a passage gives."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from verbale.coding import clause
from verbale.coding.corefer import quotes_open
from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.coding.tokens import once
from verbale.coding.voices import heard, speakers

Token = Any
_FAR = 6
"""Words up from one in which a verb of saying is looked for."""


def attend(page: Page, sentence: Any, scene: Scene) -> None:
    """Set the scene's speaker: whoever this sentence has say something; a quotation that runs on keeps its speaker."""
    if not _attributed(page, sentence, scene) and (quotes_open(sentence[0]) or _opens_quote(sentence)) and scene.speaker is None:
        _ahead(page, sentence, scene)
    if not quotes_open(sentence[0]) and not _opens_quote(sentence):
        scene.speaker = None


def _ahead(page: Page, sentence: Any, scene: Scene) -> None:
    """Who says a quotation whose speaker stands only behind its last sentence."""
    for later in page.doc.sents:
        if later.start < sentence.end:
            continue
        if not quotes_open(later[0]) or _attributed(page, later, scene):
            return


def _attributed(page: Page, sentence: Any, scene: Scene) -> bool:
    """Set the speaker to whoever the sentence has say something, if anybody."""
    for token in sentence:
        if (
            token.pos_ == "VERB"
            and token.lemma_ in words("speech")
            and token.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "advcl")
        ):
            for subject in clause.subjects(token):
                if subject.tag_ in ("PRP",) and subject.lower_ in ("i", "we"):
                    continue
                found = [r for r in speakers(page, subject, scene) if r.party]
                if found:
                    scene.speaker, scene.chorus = found[0], tuple(found)
                    heard(found, scene, subject.tag_ in ("NNS", "NNPS") or bool(clause.children(subject, "conj")))
                    return True
    return False


def _opens_quote(sentence: Any) -> bool:
    return any(t.text in ('"', "''", "``") for t in list(sentence)[:2])


def reporter(page: Page, token: Token, scene: Scene) -> Ref | None:
    """The first of those whose account the passage gives."""
    return next(iter(reporters(page, token, scene)), None)


def account(page: Page, token: Token, scene: Scene) -> Ref | None:
    """Whose words tell of it: of those who tell of others that they told it the outermost who speaks for a party.

    What somebody is said to have said is the account of whoever says so, not their own.
    """
    verbs = list(_sayings(token))
    told = [ref for verb in verbs for ref in _subjects(page, verb, scene)[:1]]
    over = verbs[-1] if verbs else None
    told += [ref for each in _according(token, over) for ref in refs(page, each, scene)[:1]]
    return next((ref for ref in reversed(told) if ref.party), next(iter(told), None))


def reporters(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Who says it: the subjects of the nearest verb of saying that governs it, else "according to"."""
    verb = next(_sayings(token), None)
    if verb is not None:
        return _subjects(page, verb, scene)
    return next((found for t in _according(token) if (found := refs(page, t, scene))), [])


def _subjects(page: Page, verb: Token, scene: Scene) -> list[Ref]:
    return [r for s in clause.subjects(verb) for r in speakers(page, s, scene)]


def _sayings(token: Token) -> Iterator[Token]:
    """The verbs of saying that govern a word or stand beside what does, the nearest first."""
    node = token
    for _ in range(_FAR):
        parent = node.head
        if node.dep_ == "ccomp" and parent.lemma_ in words("speech"):
            yield parent
        else:
            aside = (c for c in clause.children(node, "parataxis") if c.lemma_ in words("speech") and c != token)
            yield from itertools.islice(aside, 1)
        if parent == node:
            return
        node = parent


def _according(token: Token, over: Token | None = None) -> list[Token]:
    """Whoever stands behind "according to" in the sentence, or only where that is said of what hangs ``over`` a word."""
    marks = [t for t in _marks(token) if over is None or over in t.head.subtree]
    return [o for t in marks for o in clause.preposition(t, "to") or [o for p in t.children for o in p.children]]


@once
def _marks(token: Token) -> list[Token]:
    return [t for t in token.sent if t.lower_ == "according"]
