"""The second coding: a sample of passages, and one at a time with its words, and nothing of what others made of them."""

from __future__ import annotations

from verbale.catalogue import labels
from verbale.entering import acts
from verbale.model import Document
from verbale.web.marking import Mark, paragraphs, pieces
from verbale.web.page import Asked, Given, Maker, MissingError, Page
from verbale.web.pages.event import window
from verbale.web.pages.review import CHOICES
from verbale.web.seconding.coding import MOST, ROLES, blocks
from verbale.web.seconding.codings import coded_by, codings
from verbale.web.seconding.passages import Passage, passages
from verbale.web.seconding.sampling import POOLS, SIZES, Sample, asked_pool, asked_size, sample
from verbale.web.site import Site

__all__ = ["Maker", "coding_page", "onward", "second"]


def second(site: Site, asked: Asked) -> Page:
    """The sample of a person, and how much of it is left.

    Raises:
        MissingError: The site is a published one.
    """
    if site.record is None:
        raise MissingError("nothing is coded here")
    state = _state(site, asked)
    mine = _sample(site, state)
    told = {**state, "sizes": SIZES, "pools": POOLS, "left": len(mine.left), "all": len(mine.passages)}
    told["next"] = mine.left[0].id if mine.left else ""
    return Page(name="second", title="Second coding", told=told)


def coding_page(site: Site, asked: Asked, number: int = 0) -> Page:
    """One passage to code, with the words around it.

    Args:
        site: The site.
        asked: What was asked, or sent and not taken.
        number: How many acts the form has room for; as many as were sent, where it is left out.

    Raises:
        MissingError: There is none of that id.
    """
    passage = passages(site).get(asked["id"])
    if site.record is None or passage is None:
        raise MissingError(f"there is no passage {asked['id']}; it was read otherwise, or its document has changed")
    state = _state(site, asked)
    document = site.record.coded(passage.document, passage.sha256).document
    told = {
        **state,
        "passage": passage,
        "document": document,
        "passages": shown(document, passage),
        "blocks": range(min(number or blocks(asked), MOST)),
        "most": MOST,
        "roles": ROLES,
        "acts": [(kind, mode, labels.label("type", kind)) for kind, modes in acts.modes().items() for mode in modes],
        "statuses": CHOICES["status"],
        "done_before": coded_by(codings(site).get(passage.id), str(state["by"])),
        "left": len(_sample(site, state).left),
        "after": onward(site, state, passage.id),
        "sent": Given(asked),
    }
    return Page(name="coding", title="Code a passage", told=told)


def onward(site: Site, asked: Asked, name: str) -> str:
    """The passage of the sample that comes after one."""
    return _sample(site, _state(site, asked)).after(name)


def shown(document: Document, passage: Passage) -> tuple[tuple[object, ...], ...]:
    """The words of a passage among those around them; nothing else is marked."""
    own = tuple(Mark(each.start, each.end, "evidence", "", passage.id) for each in passage.words)
    return paragraphs(pieces(document.text, own, *window(document.text, own)))


def _sample(site: Site, state: Asked) -> Sample:
    return sample(site, state["by"], state["pool"], int(state["size"]))


def _state(site: Site, asked: Asked) -> dict[str, str]:
    told = {"by": asked.get("by") or site.reviewer, "pool": asked_pool(asked.get("pool", ""))}
    told["size"] = str(asked_size(asked.get("size", "")))
    return told | {"undo_at": "/second/"} | {name: asked.get(name, "") for name in ("said", "done", "of", "fault")}
