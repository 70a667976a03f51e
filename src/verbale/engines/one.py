"""One document, coded: the only thing that engines do, wherever they do it. A failure costs its document, not the run."""

from __future__ import annotations

from verbale.coding.coder import Coder
from verbale.errors import VerbaleError
from verbale.model import Coded, Document, SetAside

_HINT = "the other documents were coded; please report this with the document's address"
REASONS: dict[str, tuple[str, str]] = {
    "coder failed": ("the coder failed on it: {detail}", _HINT),
    "coded too slowly": (
        "coding it took longer than {detail} seconds",
        "split it, or raise code_timeout_s in verbale.toml; the other documents were coded",
    ),
    "worker died": ("the process that coded it ended with {detail}", _HINT),
    "not kept": ("the record does not take it: {detail}", "the other documents were kept; read it again from its source"),
}
"""Why a document that was read is set aside: each reason's stable code, what is said of it, what to do next."""


def code_one(coder: Coder, document: Document) -> Coded | SetAside:
    """What a document tells, without the events below the settings' floor.

    Raises:
        VerbaleError: Something that every document would meet, such as a missing pipeline.
    """
    try:
        return _sure(coder.code(document), coder.settings.confidence_floor)
    except VerbaleError:
        raise
    except Exception as error:  # whatever it is, it is this document's fault or the coder's, and the rest must go on
        return set_aside(document, "coder failed", f"{type(error).__name__}: {error}")


def set_aside(document: Document, reason: str, detail: object) -> SetAside:
    """A document that was read and could not be coded, or not be kept, for one of the reasons in :data:`REASONS`."""
    message, hint = REASONS[reason]
    path = document.path or document.url or document.key or document.id
    return SetAside(path=path, reason=reason, message=message.format(detail=detail), hint=hint)


def _sure(coded: Coded, floor: float) -> Coded:
    if floor <= 0 or all(e.confidence >= floor for e in coded.events):
        return coded
    kept = tuple(e for e in coded.events if e.confidence >= floor)
    return Coded(
        document=coded.document, events=kept, mentions=coded.mentions, claims=coded.claims, skipped=coded.skipped, coder=coded.coder
    )  # fmt: skip
