"""What the parser gets wrong in news of the present tense, mended; the words of the text stay, only what is said of them changes.

In "India's ministry summons the ambassador" the verb looks like a noun in the plural: such a sentence is read once more with
"summoned" in its place. In "Norway, the EU and Chad call for talks" Chad becomes a part of the verb's name, which no verb has.
"Re-imposed" is one word to the parser where its hyphen does not break; what it is a form of is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.coding.lexicon import frames, names_people
from verbale.coding.tokens import UNBREAKING
from verbale.coding.wordnet import kinds

AGAIN = f"re{UNBREAKING}"
"""How a word begins that says again with a hyphen, to the parser."""
_ENDS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))
_SHORTEST = 6
"""Words of a sentence from which on a verb is missed."""
_TOO_EARLY = 3
"""A word that so few stand before is not of a list behind "by"."""
_TRIED = 3
"""Words of a sentence that are tried."""
_ENDING = (".", "!", "?", '"', "''", ")")
_LONG = 5
_IRREGULAR = {
    "meet": "met", "hold": "held", "say": "said", "tell": "told", "leave": "left", "send": "sent", "give": "gave", "take": "took",
    "win": "won", "run": "ran", "pay": "paid", "seek": "sought", "make": "made", "see": "saw", "lead": "led", "hit": "hit",
    "cut": "cut", "put": "put", "set": "set", "let": "let", "quit": "quit", "fight": "fought", "bring": "brought", "speak": "spoke",
    "withdraw": "withdrew", "strike": "struck", "sit": "sat", "stand": "stood", "fly": "flew", "keep": "kept", "shoot": "shot",
}  # fmt: skip
_VERBS = ("VERB", "AUX")


def read_again(nlp: Any, parsed: Any) -> Any:
    """The parsed text, with a second reading of those of its sentences that had no verb and have one now."""
    better = {s.start: reading for s in parsed.sents if _verbless(s) and (reading := _reading(nlp, s)) is not None}
    ties = dict(_ties(parsed))
    mended = _with(parsed, better, ties) if better or ties else parsed
    for token in mended:
        if token.lower_.startswith(AGAIN) and token.pos_ == "VERB":
            token.lemma_ = anew(token.lower_.removeprefix(AGAIN)) or token.lemma_
    return mended


def anew(word: str) -> str:
    """The verb of which "re-" and a word are a form: "reopen" where the lexicon knows it, else the word's own; or nothing."""
    stems = [word.removesuffix(end) + instead for end, instead in _ENDS if word.endswith(end)]
    known = [form for stem in stems for form in (f"re{stem}", stem) if (form, "V") in frames()]
    return known[0] if known else next((s for s in reversed(stems) if kinds(s, "V")), "")


def _ties(parsed: Any) -> Iterator[tuple[int, tuple[int, str]]]:
    """Names that the parser made a part of the verb behind them: the last of those who act, or the only one."""
    for token in parsed:
        named = token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod")
        if named and token.head.pos_ in _VERBS and token.head.i == token.i + 1:
            first = next((c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i), None)
            if first is None:
                yield token.i, (token.head.i, "nsubj")
            elif token.nbor(-1).dep_ == "cc" and token.nbor(-1).i > first.i:
                yield token.i, (first.i, "conj")
        elif (before := _cut_off(token)) is not None:
            yield token.i, (before.i, "conj")


def _cut_off(token: Any) -> Any:
    """The name that one with an article goes on from, where the parser cut a list of doers: "by Norway, *the EU* and Chad"."""
    start = token.left_edge.i
    listed = token.pos_ == "PROPN" and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in token.children)
    if not listed or start < _TOO_EARLY or token.doc[start].lower_ != "the" or token.doc[start - 1].text != ",":
        return None
    before = token.doc[start - 2]
    if before.dep_ not in ("pobj", "conj") or before.pos_ != "PROPN" or (before is token.head and token.dep_ == "conj"):
        return None
    first = before
    while first.dep_ == "conj":
        first = first.head
    if first.head.lower_ != "by" or (token.dep_ == "nsubj" and sum(c.dep_ == "nsubj" for c in token.head.children) == 1):
        return None
    return before if token.dep_ in ("nsubj", "conj", "appos") else None


def _verbless(sentence: Any) -> bool:
    return len(sentence) >= _SHORTEST and sentence.root.pos_ not in _VERBS


def _reading(nlp: Any, sentence: Any) -> Any:
    for token in list(_likely(sentence))[:_TRIED]:
        words = [w.text for w in sentence]
        words[token.i - sentence.start] = _past(token.lower_)
        found = nlp(_bare(nlp, words, [bool(w.whitespace_) for w in sentence]))
        root = found[token.i - sentence.start]
        if root.dep_ == "ROOT" and root.pos_ in _VERBS and sum(t.dep_ == "ROOT" for t in found) == 1:
            return found, root.i
    return None


def _bare(nlp: Any, words: list[str], spaces: list[bool]) -> Any:
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=words, spaces=spaces)


def _likely(sentence: Any) -> Iterator[Any]:
    """Words between two phrases that are verbs as well, the surest first: those that the lexicon knows as an act's, in ``-s``."""
    able = [
        t for t in sentence if t.i > sentence.start and _stem(t.lower_) and t.pos_ in ("NOUN", "PROPN") and _between(t, sentence)
    ]
    yield from sorted(able, key=lambda t: ((_stem(t.lower_), "V") not in frames(), _stem(t.lower_) == t.lower_))


def _between(token: Any, sentence: Any) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < sentence.end else None
    before = token.doc[token.i - 1]
    if after is None or after.lower_ == "of" or after.pos_ in ("PUNCT", "CCONJ") or before.pos_ not in ("NOUN", "PROPN", "PUNCT"):
        return False
    whole = sentence[-1].text in _ENDING
    several = before.tag_ in ("NNS", "NNPS") or any(t.dep_ == "cc" for t in sentence[: token.i - sentence.start])
    return (whole or after.pos_ != "ADP") and (_stem(token.lower_) != token.lower_ or several)


def _stem(word: str) -> str:
    """The verb of which a word is a form of the present tense; nothing where it is none."""
    if (word, "V") in frames():
        return word
    ends = (("ies", "y"), ("es", ""), ("es", "e"), ("s", "")) if word.endswith("s") and not word.endswith("ss") else ()
    stems = (word.removesuffix(end) + instead for end, instead in ends if word.endswith(end))
    return next((s for s in stems if len(s) > 2 and ((s, "V") in frames() or (kinds(s, "V") and not names_people(word, s)))), "")


def _past(word: str) -> str:
    """The past of a word's verb, as far as the parser needs it."""
    stem = _stem(word)
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if stem.endswith("y") and stem[-2] not in "aeou":
        return stem.removesuffix("y") + "ied"
    doubled = len(stem) < _LONG and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    return stem + stem[-1] + "ed" if doubled else stem.removesuffix("e") + "ed"


def _with(parsed: Any, better: dict[int, tuple[Any, int]], ties: dict[int, tuple[int, str]]) -> Any:
    """The text with the second readings in place of the first, and with names tied anew."""
    from spacy.tokens import Doc

    said = [[t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_] for t in parsed]
    for i, tie in ties.items():
        said[i][3:] = tie
    for start, (reading, root) in better.items():
        for t in reading:
            said[start + t.i] = [t.tag_, t.pos_, t.lemma_, start + t.head.i, t.dep_]
        said[start + root][:3] = ["VBZ", "VERB", _stem(parsed[start + root].lower_)]
    tags, pos, lemmas, heads, deps = map(list, zip(*said, strict=True))
    return Doc(
        parsed.vocab, words=[t.text for t in parsed], spaces=[bool(t.whitespace_) for t in parsed], tags=tags, pos=pos,
        lemmas=lemmas, heads=heads, deps=deps, ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in parsed],
        sent_starts=[bool(t.is_sent_start) for t in parsed],
    )  # fmt: skip
