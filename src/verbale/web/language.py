"""In which language the pages speak: their words, dates, numbers and direction, by Babel.

A translation is one file, ``languages/CODE.po``, made from ``languages/messages.pot``; no other place knows of it. The sentences of
answers and pictures remember their form, and are said from it. Sentences that tell acts, and what documents say, stay as they are.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from gettext import c2py
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent

from verbale.errors import UsageError
from verbale.saying import Day, Said

ENGLISH = "en"
_REGIONS = {ENGLISH: "en_GB"}
"""Where a language has several orders of a date: the one that sentences on acts have."""


class Language:
    """One language of the pages."""

    def __init__(self, code: str, catalogue: Catalog | None = None) -> None:
        """Take its code, and the translation of the messages, which English needs none of."""
        self.code = code.replace("_", "-")
        self._locale = Locale.parse(_REGIONS.get(code, code), sep="-" if "-" in code else "_")
        self._catalogue = catalogue
        self._form: Callable[[int], int] = c2py(catalogue.plural_expr) if catalogue else int

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """How it is written: from left to right, or from right to left."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    def gettext(self, words: str) -> str:
        """A message in this language; as it is where there is no translation."""
        return self._told(words, 0) or words

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A message in the form that a number asks for."""
        return self._told((one, many), self._form(number)) or (one if number == 1 else many)

    def said(self, words: str) -> str:
        """A sentence in this language, with what stands in it; words that are none as a message.

        One whose translation has other slots than it stays as it is.
        """
        if isinstance(words, Day):
            return self.day(words.date) if self._catalogue else str(words)
        if not isinstance(words, Said) or not self._catalogue:
            return self.gettext(words)
        form = self.ngettext(words.form, words.many, words.number) if words.many else self.gettext(words.form)
        try:
            return form.format(**{name: self._standing(value) for name, value in words.values.items()})
        except (LookupError, ValueError):
            return str(words)

    def _standing(self, value: object) -> str:
        return self.said(value) if isinstance(value, str) else self.number(value)

    def day(self, date: str | None) -> str:
        """An EDTF day, month or year written out; "undated" where there is none."""
        if not date:
            return self.gettext("undated")
        return _written(self._locale, date[:10])

    def number(self, number: object) -> str:
        """A number with its thousands apart, or two decimals; whatever is none as it is, and a dash for nothing."""
        if number is None:
            return "–"
        if isinstance(number, bool) or not isinstance(number, int | float):
            return str(number)
        return _figure(self._locale, number, "#,##0.00" if isinstance(number, float) else "#,##0")

    def share(self, share: float) -> str:
        """A share as whole percent."""
        return format_percent(share, locale=self._locale)

    def _told(self, words: str | tuple[str, str], form: int) -> str:
        message = self._catalogue.get(words) if self._catalogue else None
        if message is None or message.fuzzy:
            return ""
        forms = (message.string,) if isinstance(message.string, str) else message.string or ()
        return forms[form] if form < len(forms) else ""


@functools.lru_cache(maxsize=4096)
def _figure(locale: Locale, number: float, pattern: str) -> str:
    return format_decimal(number, format=pattern, locale=locale)


@functools.lru_cache(maxsize=4096)
def _written(locale: Locale, date: str) -> str:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    try:
        if day.isdigit():
            return format_date(datetime.date(int(year), int(month), int(day)), "long", locale=locale)
        if month.isdigit():
            return format_skeleton("yMMMM", datetime.date(int(year), int(month), 1), locale=locale)
    except ValueError:
        return date
    return year


@functools.cache
def spoken(name: str) -> Language:
    """The language of a code (``fa``) that has a file here, or of a file (``own/fa.po``).

    Raises:
        UsageError: There is no translation of that name, or its file is none.
    """
    if name in ("", ENGLISH):
        return Language(ENGLISH)
    files = translations()
    own = name.endswith(".po")
    if not own and name not in files:
        have = ", ".join((ENGLISH, *sorted(files)))
        raise UsageError(f"there is no translation into {name}", f"take one of: {have}; or name a file: languages/{name}.po")
    path = Path(name) if own else files[name]
    code = path.name.removesuffix(".po")
    try:
        with path.open("rb") as file:
            return Language(code, read_po(file, locale=code.replace("-", "_"), abort_invalid=True))
    except (OSError, PoFileError, UnknownLocaleError, ValueError) as error:
        raise UsageError(
            f"{path} is no translation: {error}", "begin with languages/messages.pot; name it by its language"
        ) from error


def translations() -> Mapping[str, Traversable]:
    """The translations that ship, by the codes of their languages."""
    folder = resources.files("verbale.web").joinpath("languages")
    return {each.name.removesuffix(".po"): each for each in folder.iterdir() if each.name.endswith(".po")}
