from __future__ import annotations

import pytest

from verbale.errors import UnreadableError
from verbale.sources.decode import decode

WORDS = "The café’s owner met the envoy – in Kabul."
RUSSIAN = "Министр встретился с послом"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_ways_to_write_the_same(codec: str) -> None:
    assert decode(WORDS.encode(codec)) == WORDS


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks(codec: str) -> None:
    assert decode(("\ufeff" + WORDS).encode(codec)) == WORDS


def test_declared() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN
    assert decode(RUSSIAN.encode(), "koi8-r") == RUSSIAN


@pytest.mark.parametrize("declared", ["unicode_escape", "zip", "idna", "no-such-thing", ""])
def test_strange_declarations_are_ignored(declared: str) -> None:
    assert decode(WORDS.encode("cp1252"), declared) == WORDS


@pytest.mark.parametrize(
    "data",
    [
        RUSSIAN.encode("cp1251"),
        "Wałęsa spotkał się z ministrem".encode("cp1250"),
        WORDS.encode("utf-16-le"),
        b"\xff\xfe\x00",
        b"They met\x00 in Kabul",
        bytes(range(256)),
        b"they\x01 \x02met\x03",
        ("l’été à Genève, déjà passé, où l’on négociait " * 3).encode().decode("cp1252").encode(),
        "\ufffd\ufffd\ufffd they met".encode(),
    ],
)
def test_what_cannot_be_told_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    assert caught.value.reason == "encoding"


def test_a_slip_in_a_long_text_is_forgiven() -> None:
    text = "They met in Kabul. " * 100 + "â€™"
    assert decode(text.encode()) == text
