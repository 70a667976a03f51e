"""From the forms of second coding and adjudication to decisions: the address that follows, or the page that says why not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from verbale.errors import DataError, UsageError, VerbaleError
from verbale.record import Decision, Record
from verbale.web.page import Given, MissingError, Page
from verbale.web.pages import adjudicate, second
from verbale.web.reviewing import retried
from verbale.web.seconding import coding, settling
from verbale.web.seconding.codings import one
from verbale.web.seconding.passages import passages
from verbale.web.site import Site


def code(site: Site, name: str, sent: Mapping[str, str]) -> str | Page:
    """Keep what somebody codes of a passage blind."""
    record, by = _record(site), sent.get("by", "").strip()
    if sent.get("action") == "more":
        return second.coding_page(site, {**sent, "id": name}, coding.blocks(sent) + 1)
    try:
        if sent.get("action") == "undo":
            undone = record.decide(_undoing(sent.get("number", ""), by))
            return site.to("coding", id=name, **_state(sent), said=f"Decision {undone.subject} was undone.")
        taken = retried(lambda: _coded(site, record, name, sent, by))
    except (UsageError, DataError) as error:
        return _refused(second.coding_page, site, name, sent, error)
    onward = second.onward(site, {**sent, "by": by}, name)
    state = {**_state(sent), "said": "Kept.", "done": str(taken.number), "of": name}
    return site.to("coding", id=onward, **state) if onward else site.to("second", **state)


def settle(site: Site, name: str, sent: Mapping[str, str]) -> str | Page:
    """Take what somebody decides between two codings."""
    record, by = _record(site), sent.get("by", "").strip()
    try:
        if sent.get("action") == "undo":
            record.decide_all(_undoing(number, by) for number in sent.get("number", "").split(","))
            return site.to("adjudicating", id=name, by=by, said="The adjudication was undone.")
        taken = retried(lambda: _settled(site, record, name, sent, by))
    except (UsageError, DataError) as error:
        return _refused(adjudicate.adjudicating, site, name, sent, error)
    if isinstance(taken, Page):
        return taken
    state = {"by": by, "said": "Adjudicated.", "done": ",".join(str(each.number) for each in taken), "of": name}
    onward = adjudicate.onward(site, name)
    return site.to("adjudicating", id=onward, **state) if onward else site.to("adjudicate", **state)


def _coded(site: Site, record: Record, name: str, sent: Mapping[str, str], by: str) -> Decision:
    head, passage = record.head().number, passages(site).get(name)
    if passage is None:
        raise UsageError("there is no such passage any more", "go back to the sample, and take its next passage")
    return record.decide_all((coding.draft(site, record, passage, sent, by),), head=head)[0]


def _settled(site: Site, record: Record, name: str, sent: Mapping[str, str], by: str) -> tuple[Decision, ...] | Page:
    """The decisions; or the page that says that something was decided since it was opened."""
    head, found = record.head().number, one(site, name)
    if found is None or not found.twice or not found.stands:
        raise UsageError("there are no two codings of these words any more", "go back to the list")
    if settling.mark(found) != sent.get("seen"):
        return adjudicate.clash(site, name, sent)
    return record.decide_all(settling.drafts(site, found, sent, by), head=head)


def _record(site: Site) -> Record:
    if site.record is None:
        raise MissingError("nothing can be decided here")
    return site.record


def _undoing(number: str, by: str) -> Decision:
    return Decision(action="undo", kind="decision", subject=number, by=by)


def _state(sent: Mapping[str, str]) -> dict[str, str]:
    return {name: sent[name].strip() for name in ("by", "pool", "size") if sent.get(name)}


def _refused(maker: second.Maker, site: Site, name: str, sent: Mapping[str, str], error: VerbaleError) -> Page:
    words = f"{error.message}. {error.hint[:1].upper()}{error.hint[1:]}." if error.hint else f"{error.message}."
    try:
        page = maker(site, {**sent, "id": name, "fault": words})
    except MissingError:
        return Page(name="fault", title="That was not decided", told={"words": words, "hint": ""}, status=422)
    return msgspec.structs.replace(page, status=422, told=page.told | {"sent": Given(sent)})
