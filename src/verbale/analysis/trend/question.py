"""A question about a trend: who, with whom, when, against when, counted how. Questions can be saved in a file and asked again."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import msgspec

from verbale.analysis.entries import Rule, classes_of, rule
from verbale.analysis.sampling import Span, span
from verbale.catalogue import tables
from verbale.errors import UsageError

_HINT = 'write a table for each question: [name], with of = ["USA"], with = "others", window = "2022-10..2022-11"'


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether meetings became more or fewer.

    ``of`` are parties from outside (``NATO+``: with its members; none: all), ``among`` the classes that they met (``others``,
    ``authority``, ``WOM,CSO``), ``places`` where these were (``inside``, ``refuge``, ``diaspora``; none: anywhere). ``window`` is
    compared with ``baseline`` (left out: all of the sampling frame before the window). ``rule`` is the counting rule.
    """

    name: str = "question"
    asks: str = ""
    of: tuple[str, ...] = ()
    among: str = msgspec.field(default="others", name="with")
    places: tuple[str, ...] = ()
    window: str
    baseline: str = ""
    rule: str = ""
    type: str = "CONSULT"

    @property
    def seal(self) -> str:
        """The beginning of the hash of the question: written down before asking, it shows that nothing was fitted to the answer."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:12]

    @property
    def by(self) -> Rule:
        """The counting rule."""
        return rule(self.rule)

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the country that are asked for."""
        return classes_of(self.among)

    @property
    def asked(self) -> Span:
        """The first and last day of the window."""
        return span(self.window)

    def against(self, since: int) -> Span:
        """The first and last day of the baseline; ``since`` is the frame's first day.

        Raises:
            UsageError: The baseline is no span, ends before it begins, or overlaps the window.
        """
        low, high = span(self.baseline) if self.baseline else (since, self.asked[0] - 1)
        if low > high or self.asked[0] > self.asked[1]:
            raise UsageError(f"question {self.name} leaves no days to compare", "write a baseline: --baseline 2022-04..2022-09")
        if low <= self.asked[1] and self.asked[0] <= high:
            raise UsageError(f"the baseline of question {self.name} overlaps its window", "write two spans that share no day")
        return low, high


def of_case(case: str) -> Question | None:
    """The question that a case pack asks; ``None`` where it asks none.

    Raises:
        UsageError: What the pack has is no question.
    """
    written = tables.pack_of(case).get("question")
    if not written:
        return None
    try:
        return msgspec.convert(written, Question)
    except msgspec.ValidationError as error:
        raise UsageError(
            f"the case {case} holds no question: {error}", "write window, baseline, of and with in its pack.toml"
        ) from error


def load_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a TOML file, one a table, in the order of the file.

    Raises:
        UsageError: There is no such file, or a table is no question.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        made = tuple(msgspec.convert({"name": name, **body}, Question) for name, body in written.items())
    except OSError as error:
        raise UsageError(f"the questions {path} cannot be read: {error.strerror}", _HINT) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, TypeError) as error:
        raise UsageError(f"{path} holds no questions: {error}", _HINT) from error
    if not made:
        raise UsageError(f"{path} holds no questions", _HINT)
    return made
