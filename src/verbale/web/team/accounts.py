"""The accounts: a file beside the record, not in it, so that no hash travels with a backup or an export."""

from __future__ import annotations

import os
import re
import stat
import threading
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from verbale.errors import DataError, Transient, UsageError
from verbale.web.team.passwords import hashed
from verbale.web.team.policy import ROLES, Role

_NAME = re.compile(r"\w(?:[\w .’'-]{0,38}\w)?")
_LOCK = threading.Lock()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account: its name stands behind its decisions. ``changed`` is when its password was set last."""

    name: str
    role: Role
    password: str
    changed: str


class Accounts:
    """The accounts of a file, read anew whenever it changes: a role that is taken away is gone at the next request."""

    def __init__(self, path: Path) -> None:
        """Take the file; it need not be there."""
        self.path = path
        self._seen: tuple[int, int, int] | None = None
        self._held: dict[str, Account] = {}

    def all(self) -> tuple[Account, ...]:
        """Every account, by name.

        Raises:
            DataError: The file is none of accounts.
            UsageError: Others than its owner may change it.
        """
        with _LOCK:
            return tuple(self._read().values())

    def get(self, name: str) -> Account | None:
        """The account of a name, whatever its case."""
        with _LOCK:
            return self._read().get(_key(name))

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account.

        Raises:
            UsageError: The name is taken or none, or the password will not do.
        """
        clean = " ".join(unicodedata.normalize("NFC", name).split())
        if not _NAME.fullmatch(clean):
            raise UsageError(f"“{name}” is no name for an account", "take up to 40 letters, digits, blanks, dots and dashes")
        made = Account(name=clean, role=role, password=hashed(password, clean), changed=_now())

        def change(held: dict[str, Account]) -> None:
            if _key(clean) in held:
                raise UsageError(f"there is an account {clean} already", f"give it another role: verbale accounts role {clean}")
            held[_key(clean)] = made

        self._change(change)
        return made

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password, which ends its sessions."""
        new = hashed(password, name)
        self._change(lambda held: _replace(held, name, password=new, changed=_now()))

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role."""
        self._change(lambda held: _replace(held, name, role=role))

    def remove(self, name: str) -> None:
        """Take an account away; its decisions stay, under its name."""
        self._change(lambda held: held.pop(_known(held, name)))

    def _change(self, change: Callable[[dict[str, Account]], object]) -> None:
        """Read the file, change it, and write it, so that it is whole at any moment; somebody must be left who manages it."""
        with _LOCK:
            held = dict(self._read())
            change(held)
            if held and not any(each.role == ROLES[-1] for each in held.values()):
                raise UsageError("nobody would be left to manage the accounts", "keep, or add first, an account with --role admin")
            self._write(held)

    def _read(self) -> dict[str, Account]:
        try:
            told = self.path.stat()
            state = (told.st_mtime_ns, told.st_size, told.st_ino)
            if state != self._seen:
                found = msgspec.json.decode(self.path.read_bytes(), type=list[Account])
                self._held, self._seen = {_key(each.name): each for each in sorted(found, key=lambda one: _key(one.name))}, state
        except FileNotFoundError:
            self._held, self._seen = {}, None
            return self._held
        except OSError as error:
            raise Transient(f"the accounts {self.path} cannot be read: {error.strerror}", "look after the file's rights") from error
        except msgspec.MsgspecError as error:
            raise DataError(f"{self.path} holds no accounts: {error}", "bring back a copy, or begin anew without it") from error
        if os.name == "posix" and told.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise UsageError(f"others may change the accounts in {self.path}", f"take that from them: chmod 600 {self.path}")
        return self._held

    def _write(self, held: dict[str, Account]) -> None:
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(list(held.values())), indent=1) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        except OSError as error:
            raise Transient(f"the accounts {self.path} cannot be written: {error.strerror}", "look after the folder") from error
        finally:
            part.unlink(missing_ok=True)


def _replace(held: dict[str, Account], name: str, **values: str) -> None:
    key = _known(held, name)
    held[key] = msgspec.structs.replace(held[key], **values)


def _known(held: dict[str, Account], name: str) -> str:
    if _key(name) not in held:
        raise UsageError(f"there is no account {name}", "see them with: verbale accounts list")
    return _key(name)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
