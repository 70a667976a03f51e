"""The watch itself: look at each feed that is due, fetch what is new, add it to the record, remember."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from urllib.parse import urlsplit

from verbale.errors import UnreadableError
from verbale.logs import note, warn
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources.fetch import Answer
from verbale.sources.jobs import Job, Link
from verbale.sources.reasons import set_aside, unreadable
from verbale.sources.supervise import Supervisor
from verbale.watching.memory import Feed, Memory
from verbale.watching.polite import Polite

TRIES = 3
_LONGEST_S = 86_400.0
DEEPEST = 2
"""A sitemap may name sitemaps, and these pages."""
Found = Document | SetAside


class Watcher:
    """One watch over feeds. Whoever takes a document from :meth:`round` has it in the record before the next is fetched."""

    def __init__(self, settings: Settings, memory: Memory, polite: Polite, clock: Callable[[], float] = time.time) -> None:
        """Take the limits, what is known from before, and who asks servers."""
        self._settings = settings
        self._memory = memory
        self._polite = polite
        self._clock = clock

    def round(self, feeds: list[str]) -> Iterator[Found]:
        """What is new in the feeds that are due; a page counts as seen when the next one is asked for."""
        with Supervisor(self._settings) as supervisor:
            for url in feeds:
                known = self._memory.feed(url)
                if known.due <= self._clock():
                    yield from self._feed(known, supervisor)

    def pause(self, feeds: list[str]) -> float:
        """How many seconds until the next feed is due."""
        return max(0.0, min(self._memory.feed(url).due for url in feeds) - self._clock())

    def _feed(self, known: Feed, supervisor: Supervisor) -> Iterator[Found]:
        told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        try:
            answer = self._polite.ask(known.url, {name: value for name, value in told.items() if value})
            self._check(answer)
        except UnreadableError as error:
            self._put_off(known, error)
            yield set_aside(known.url, error)
            return
        whole = True
        if answer.status == HTTPStatus.OK:
            for link in self._links(answer, supervisor, DEEPEST):
                if isinstance(link, SetAside):
                    yield link
                elif not self._memory.settled(link.url):
                    yield from self._page(link, known, supervisor)
                    whole = whole and self._memory.settled(link.url)
        due = self._clock() + self._settings.watch_every_s
        if answer.status == HTTPStatus.OK and whole:
            known = known._replace(etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"))
        note("feed_asked", server=urlsplit(known.url).hostname, status=answer.status, whole=whole)
        self._memory.keep(known._replace(failures=0, due=due))

    def _check(self, answer: Answer) -> None:
        if answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            raise _FailedError(answer)

    def _put_off(self, known: Feed, error: UnreadableError) -> None:
        """Ask later, and ever later while it fails; when the server says when, then."""
        wait = min(self._settings.watch_every_s * 2.0**known.failures, _LONGEST_S)
        asked = error.after(self._clock()) if isinstance(error, _FailedError) else 0.0
        wait = max(wait, min(asked, _LONGEST_S))
        warn("feed_failed", server=urlsplit(known.url).hostname, reason=error.reason, failures=known.failures + 1, wait_s=wait)
        self._memory.keep(known._replace(failures=known.failures + 1, due=self._clock() + wait))

    def _links(self, answer: Answer, supervisor: Supervisor, depth: int) -> Iterator[Link | SetAside]:
        found, aside = supervisor.links(answer.url, answer.body)
        for link in found:
            if depth > 1 and link.url.split("?")[0].endswith((".xml", ".xml.gz")):
                try:
                    inner = self._polite.ask(link.url)
                    self._check(inner)
                except UnreadableError as error:
                    yield set_aside(link.url, error)
                else:
                    yield from self._links(inner, supervisor, depth - 1)
            else:
                yield link
        if aside:
            yield aside

    def _page(self, link: Link, known: Feed, supervisor: Supervisor) -> Iterator[Found]:
        try:
            answer = self._polite.ask(link.url)
            self._check(answer)
        except UnreadableError as error:
            passing = error.reason == "unreachable" and self._memory.tried(link.url) + 1 < TRIES
            # the feed's own server: the link is the feed's words
            warn("page_failed", server=urlsplit(known.url).hostname, reason=error.reason)
            yield set_aside(link.url, error)
            self._memory.settle(link.url, "again" if passing else error.reason)
            return
        yield from supervisor.read(Job(name=link.url, data=answer.body, base=answer.url), link.url)
        self._memory.settle(link.url, "read")


class _FailedError(UnreadableError):
    """A server's answer that is none."""

    def __init__(self, answer: Answer) -> None:
        plain = unreadable("unreachable", f"it answers {answer.status}")
        super().__init__(plain.reason, plain.message, plain.hint)
        self._wish = answer.headers.get("retry-after", "")

    def after(self, now: float) -> float:
        """The seconds that the server asks to wait."""
        if self._wish.isdigit():
            return float(self._wish)
        try:
            return max(0.0, email.utils.parsedate_to_datetime(self._wish).timestamp() - now)
        except ValueError:
            return 0.0
