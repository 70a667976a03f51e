"""spaCy's rules for parts of speech and lemmas, asked once for every kind of word instead of once for every word.

Both ask nothing but what they are asked of, so that the answers stay the same; they are a third of what a parse takes otherwise.
Names are looked for apart: once for each text, and without spaCy's own loop, which asks for the interpreter's lock at each of the
seventy moves that it weighs for every word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

_KEPT = 1 << 16
"""How many kinds of words are remembered before all are forgotten: a worker that reads for weeks meets ever more names."""
_LISTED = {"LOWER": "lower_", "TAG": "tag_", "DEP": "dep_"}
"""What rules ask of a word by lists of strings, and what the word calls it."""
Match = tuple[int, int, int, int]


def hasten(nlp: Any) -> list[Any]:
    """Make those parts of a pipeline quick that go by rules, and take out those that look for names, for :func:`name`.

    Others are left alone.
    """
    from spacy.pipeline import EntityRecognizer

    taken: list[Any] = []
    for name, part in nlp.pipeline:
        if hasattr(part, "lemmatize"):
            _index(part.lookups)
            part.lemmatize = _remembered(part.lemmatize)
        elif name == "attribute_ruler":
            part.match = Rules(nlp.vocab, part.patterns).match
        elif isinstance(part, EntityRecognizer) and part.cfg["beam_width"] == 1:
            nlp.disable_pipe(name)
            taken.append(part)
    return taken


def name(texts: Sequence[Any], parts: Sequence[Any]) -> None:
    """Mark the names in parsed texts by the parts of a pipeline that look for them, all texts side by side."""
    texts = [text for text in texts if len(text)]
    for part in parts if texts else ():
        states, model = part.moves.init_batch(texts), part.model.predict(texts)
        left = states
        while left:
            left = part.transition_states(left, model.predict(left))
        part.set_annotations(texts, states)


def _index(lookups: Any) -> None:
    """Make sets of the lists in which a lemmatizer looks for words."""
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part_of_speech, forms in list(table.items()):
            table[part_of_speech] = frozenset(forms)


def _remembered(lemmatize: Callable[[Any], list[str]]) -> Callable[[Any], list[str]]:
    """A lemmatizer's rule, which goes by a word, its part of speech and its form alone."""
    known: dict[tuple[int, int, int], list[str]] = {}

    def lemmas(token: Any) -> list[str]:
        key = token.orth, token.pos, token.morph.key
        if key not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[key] = lemmatize(token)
        return known[key]

    return lemmas


class Rules:
    """The rules of an attribute ruler: those of one word by what they ask of it, those of several as spaCy looks for them."""

    def __init__(self, vocab: Any, patterns: list[Mapping[str, Any]]) -> None:
        """Part the rules; their numbers are their places, as in the ruler."""
        from spacy.matcher import Matcher

        self._strings = vocab.strings
        self._words, self._phrases = Matcher(vocab), Matcher(vocab)
        self._asked: dict[str, set[str]] = {name: set() for name in _LISTED}
        self._known: dict[tuple[object, ...], list[int]] = {}
        for number, rule in enumerate(patterns):
            for pattern in rule["patterns"]:
                listed = _listed(pattern[0]) if len(pattern) == 1 else None
                (self._phrases if listed is None else self._words).add(str(number), [pattern])
                for name, values in (listed or {}).items():
                    self._asked[name] |= values

    def match(self, doc: Any) -> list[Match]:
        """The rules that hold in a text: the number, its string's, and where; in the order in which they are set."""
        return sorted((int(self._strings[rule]), rule, start, end) for rule, start, end in self._found(doc))

    def _found(self, doc: Any) -> Iterator[tuple[int, int, int]]:
        yield from self._phrases(doc, allow_missing=True)
        for i, token in enumerate(doc):
            own = ((getattr(token, _LISTED[name]), asked) for name, asked in self._asked.items())
            key = (token.is_space, *(value if value in asked else "" for value, asked in own))
            if key not in self._known:
                self._known[key] = [rule for rule, _, _ in self._words(doc[i : i + 1], allow_missing=True)]
            yield from ((rule, i, i + 1) for rule in self._known[key])


def _listed(test: Mapping[str, Any]) -> dict[str, set[str]] | None:
    """The strings that a test of one word asks for or rules out; ``None`` where it asks for anything else."""
    found: dict[str, set[str]] = {}
    for name, asked in test.items():
        if name in _LISTED and isinstance(asked, str):
            found[name] = {asked}
        elif name in _LISTED and isinstance(asked, dict) and set(asked) <= {"IN", "NOT_IN"}:
            found[name] = {value for values in asked.values() for value in values}
        elif name != "IS_SPACE":
            return None
    return found
