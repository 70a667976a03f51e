"""What the first bytes tell, shared by the readers that bid."""

from __future__ import annotations

from verbale.sources.decode import CONTROLS, MARKS

CERTAIN = 0.8  #: a bid from here on says that the content leaves no doubt
# Formats that no reader here knows, some of which could pass for odd text.
MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x7fELF", b"MZ", b"RIFF",
    b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"SQLite format 3\x00", b"PAR1", b"OggS", b"ID3", b"{\\rtf",
)  # fmt: skip


def binary(head: bytes) -> bool:
    """Whether these are no characters in any encoding that could be read."""
    if head.startswith(tuple(mark for mark, _ in MARKS)):
        return False
    if head.startswith(MAGIC) or b"\x00" in head:
        return True
    return len(CONTROLS.findall(head.decode("latin-1"))) * 100 > len(head)
