"""Which inputs make which shard: worked out once, written beside the shards, and the same for every engine and every resumption."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import msgspec

from verbale.coding.coder import ALONE, NAME
from verbale.errors import DataError, UsageError
from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources.raw import STDIN
from verbale.sources.walk import files, is_address

_FILE = "plan.json"
_PLAIN = " !$&'()*+,/:;=?@[]~|{}^#"
_ELSEWHERE = ("record", "reviewer", "workers", "case", "cases_dir", "log")
"""Settings that do not bear on what is read in a document; the case does, and stands in the plan by itself."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A run over shards: the paths of each (see :func:`inputs`), and what was set aside before anything was read."""

    settings: Settings
    coder: str
    inputs: tuple[tuple[str, ...], ...]
    aside: tuple[SetAside, ...] = ()


def planned(paths: Iterable[str], folder: Path, settings: Settings) -> Plan:
    """The plan of a folder, made where there is none yet.

    Raises:
        UsageError: The folder holds the shards of another run, or standard input is named.
    """
    here = folder / _FILE
    found = list(files(paths))
    made = Plan(
        settings=_absolute(settings),
        coder=NAME if settings.ranker else ALONE,
        inputs=tuple(_shards((each for each in found if isinstance(each, str)), settings)),
        aside=tuple(each for each in found if isinstance(each, SetAside)),
    )
    if here.exists():
        known = read_plan(folder)
        if _bearing(known) != _bearing(made):
            raise UsageError(f"{folder} holds the shards of another run: {_difference(known, made)}", "name another folder")
        return made
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(here, msgspec.json.format(msgspec.json.encode(made)))
    return made


def read_plan(folder: Path) -> Plan:
    """The plan that a folder has.

    Raises:
        DataError: There is none, or it is damaged.
    """
    try:
        found = msgspec.json.decode((folder / _FILE).read_bytes(), type=Plan)
    except FileNotFoundError as error:
        raise DataError(f"there are no shards in {folder}", "make them with: verbale code PATH... --shards DIR") from error
    except msgspec.MsgspecError as error:
        raise DataError(f"the plan in {folder} is damaged: {error}", "begin again in another folder") from error
    return found


def inputs(plan: Plan, number: int) -> list[str]:
    """The paths of a shard."""
    return [_meant(path) for path in plan.inputs[number]]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there in full, on the disk, or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _absolute(settings: Settings) -> Settings:
    """With a case that is found from any folder: workers may run elsewhere."""
    own = Path(settings.case).exists()
    return msgspec.structs.replace(settings, case=str(Path(settings.case).resolve())) if own else settings


def _shards(paths: Iterable[str], settings: Settings) -> Iterator[tuple[str, ...]]:
    """Inputs in their order, so many to a shard that none is too large; a large file is one by itself."""
    shard: list[str] = []
    size = 0
    for path, weight in _weighed(paths):
        if shard and (len(shard) >= settings.shard_files or size + weight > settings.shard_mb * 1_000_000):
            yield tuple(shard)
            shard, size = [], 0
        shard.append(path)
        size += weight
    if shard:
        yield tuple(shard)


def _weighed(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    for path in paths:
        if path == STDIN:
            raise UsageError("standard input makes no shards, as it can be read only once", "save it to a file and name that")
        if is_address(path):
            yield _written(path), 0
        else:
            yield _written(str(Path(path).absolute())), Path(path).stat().st_size if Path(path).is_file() else 0


def _written(path: str) -> str:
    """A path as JSON can hold it, whatever bytes it has."""
    return quote(os.fsencode(path), safe=_PLAIN)


def _meant(written: str) -> str:
    return os.fsdecode(unquote_to_bytes(written))


def _bearing(plan: Plan) -> tuple[object, ...]:
    """What two runs must share to be one."""
    settings = msgspec.to_builtins(plan.settings)
    kept = {name: value for name, value in settings.items() if name not in _ELSEWHERE}
    return plan.settings.case, plan.coder, plan.inputs, tuple(sorted(kept.items()))


def _difference(found: Plan, made: Plan) -> str:
    names = ("another case", "another coder", "other inputs", "other settings")
    return ", ".join(name for name, a, b in zip(names, _bearing(found), _bearing(made), strict=True) if a != b)
