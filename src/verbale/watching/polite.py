"""Asking servers as they wish to be asked: by their robots.txt, one request at a time, with pauses."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from verbale.settings import Settings
from verbale.sources.fetch import AGENT, NET, Answer, Net, ask
from verbale.sources.reasons import unreadable

_LONGEST_S = 60.0
"""A server that asks for longer pauses is asked no more often than this allows all the same."""
_FORBIDDEN = (401, 403)
_FAILING = 500


class Polite:
    """A fetcher that keeps to robots.txt and pauses between two requests to one server."""

    def __init__(self, settings: Settings, net: Net = NET, clock: Callable[[], float] = time.time,
                 sleep: Callable[[float], None] = time.sleep) -> None:  # fmt: skip
        """Take the limits, and what tells and passes the time."""
        self._settings = settings
        self._net = net
        self._clock = clock
        self._sleep = sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What ``url`` answers.

        Raises:
            UnreadableError: As :func:`verbale.sources.fetch.ask` does; ``refused address`` also where robots.txt forbids it.
        """
        rules = self._of(url)
        if not rules.can_fetch(AGENT, url):
            raise unreadable("refused address", "its server's robots.txt asks not to fetch it")
        return self._paced(url, headers, float(rules.crawl_delay(AGENT) or 0))

    def _of(self, url: str) -> RobotFileParser:
        home = urljoin(url, "/robots.txt")
        if home not in self._rules:
            rules = RobotFileParser(home)
            answer = self._paced(home, None, 0)
            if answer.status in _FORBIDDEN:
                rules.parse(["User-agent: *", "Disallow: /"])
            elif answer.status >= _FAILING:
                raise unreadable("unreachable", f"its server's robots.txt answers {answer.status}")
            else:
                rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
            self._rules[home] = rules
        return self._rules[home]

    def _paced(self, url: str, headers: Mapping[str, str] | None, wished: float) -> Answer:
        host = urlsplit(url).netloc.lower()
        pause = max(self._settings.watch_delay_s, min(wished, _LONGEST_S))
        left = self._last.get(host, float("-inf")) + pause - self._clock()
        if left > 0:
            self._sleep(left)
        try:
            return ask(url, self._settings, headers, self._net)
        finally:
            self._last[host] = self._clock()
