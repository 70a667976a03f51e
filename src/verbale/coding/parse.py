"""spaCy on the blocks that matter, loaded once a process; offsets of the block are those of the document."""

from __future__ import annotations

import functools
import re
from typing import Any

from verbale.catalogue.fold import calm, fold
from verbale.coding import swift
from verbale.coding.arithmetic import by_numpy
from verbale.coding.lexicon import frames, roles, words
from verbale.coding.mending import AGAIN, anew, read_again
from verbale.coding.segment import Block
from verbale.coding.tokens import Text
from verbale.errors import DataError

_ENDLESS = re.compile(r"\S{300,}")
"""No word of a language: the tokenizer would take the square of its length."""
_BEHIND_POINT = r"(?<=[A-Z]\.)-(?=[A-Z])"
"""A hyphen that parts two names as any other does, though a point stands before it: "U.S.-ASEAN"."""
_ANEW = re.compile(r"\bre-([a-z]{3,})")
_UNDER = re.compile(r"\b((?:Deputy )?Under) (?=Secretar|secretar)")


@functools.cache
def pipeline(name: str) -> tuple[Any, list[Any]]:
    """The installed spaCy pipeline of that name, and its parts that look for names, which are asked apart.

    Raises:
        DataError: it is not installed.
    """
    import spacy
    from spacy.symbols import ORTH
    from spacy.util import compile_infix_regex

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise DataError(
            f"the spaCy pipeline {name} is not installed", "install it, or name another with the setting pipeline"
        ) from error
    for word in words("whole"):
        for form in {word, word.lower(), word.upper()}:
            nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    for word in words("compounds"):  # what an attack is told of an attack on computers as well
        nlp.tokenizer.add_special_case(word.replace(" ", ""), [{ORTH: part} for part in word.split()])
    infixes = [*nlp.Defaults.infixes, _BEHIND_POINT]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    by_numpy(nlp)
    return nlp, swift.hasten(nlp)


def parse(text: str, blocks: list[Block], name: str) -> list[tuple[Block, Text]]:
    """Each block with its parsed text, in order."""
    nlp, namers = pipeline(name)
    every = list(nlp.pipe((_plain(text[b.start : b.end], b, text) for b in blocks), batch_size=32))
    swift.name(every, namers)
    return [(block, Text(read_again(nlp, parsed))) for block, parsed in zip(blocks, every, strict=True)]


def _plain(piece: str, block: Block, text: str) -> str:
    folded = _operative(_hyphened(_ENDLESS.sub(_blank, fold(calm(piece)))))
    return _truecase(folded, text) if block.kind == "headline" and _shouts(folded) else folded


def _blank(word: re.Match[str]) -> str:
    """As many spaces, so that every other word stays where it is."""
    return " " * len(word[0])


def _hyphened(line: str) -> str:
    """Words that the parser would part as one, of the same length: "Under Secretary", "re-open"."""
    return _ANEW.sub(lambda found: AGAIN + found[1] if anew(found[1]) else found[0], _UNDER.sub("\\1-", line))


def _operative(line: str) -> str:
    """A declaration's verb in capitals ("URGE the parties to ...") in small letters, so that it is parsed as a verb."""
    first, space, rest = line.partition(" ")
    return first.lower() + space + rest if len(first) > 3 and first.isupper() and first.lower() in _ordinary() else line


def _shouts(line: str) -> bool:
    long = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) > 0.6 * len(long)


def _truecase(line: str, text: str) -> str:
    """A headline in capitals with its ordinary words in small letters again, so that the parser sees verbs as verbs."""
    known = set(text.split())
    out: list[str] = []
    for word in line.split(" "):
        low = word.lower()
        stem = low.strip(".,:;!?'\"")
        ordinary = low in known or _lemma_like(stem) in _ordinary() or stem in _ordinary()
        out.append(low if ordinary and out and len(low) == len(word) else word)
    return " ".join(out)


def _lemma_like(word: str) -> str:
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and word.removesuffix(ending) in _ordinary():
            return word.removesuffix(ending)
    return word


@functools.cache
def _ordinary() -> frozenset[str]:
    return frozenset({k for k, _ in frames()} | {w for p in roles() for w in p.split()} | words("ordinary"))
