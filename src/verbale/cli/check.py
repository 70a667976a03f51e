"""``verbale check``: what documents say of treaties, resolutions and courts, against the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.answering import FrameOption
from verbale.cli.claiming import show_claims
from verbale.cli.console import JsonOption, RecordOption, put, put_json, say
from verbale.cli.working import CaseOption, in_force

if TYPE_CHECKING:
    from verbale.checking import Finding
    from verbale.model import Document


def check(
    files: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.", metavar="FILE...")],
    claims: Annotated[bool, typer.Option("--claims", help="Also weigh what they assert in general by the record.")] = False,
    frame: FrameOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Check what documents say of treaties, resolutions and courts.

    Example: verbale check column.txt

    Shows what is written, what is the case, where that is known from, and what to write. A hint rests on a fact that is not
    confirmed: it says where to look. Exit code 1 where there are findings; hints alone are none.
    """
    from verbale.checking import check as check_text
    from verbale.checking import cited
    from verbale.model import SetAside
    from verbale.sources import read

    settings = in_force(case)
    findings = hints = aside = citations = right = 0
    sound: list[Document] = []
    for document in read(files, settings):
        if isinstance(document, SetAside):
            aside += 1
            say(f"set aside {document.path}: {document.message}\n  hint: {document.hint}")
            continue
        sound.append(document)
        told = check_text(document.text, settings.case)
        every, clean = cited(document.text, settings.case, told)
        citations, right = citations + every, right + clean
        for found in told:
            findings, hints = findings + found.confirmed, hints + (not found.confirmed)
            if json:
                put_json({"document": document.path or document.url or document.id, **_values(found)})
            else:
                _show(document, found)
    say(f"{citations} citations looked at, {right} of them in sentences with nothing wrong")
    say(f"{findings} findings, {hints} unconfirmed")
    if claims:
        show_claims(sound, settings, record, frame, json=json)
    if findings or aside:
        raise typer.Exit(1)


def _values(found: Finding) -> dict[str, object]:
    import msgspec

    return msgspec.structs.asdict(found)


def _show(document: Document, found: Finding) -> None:
    line = document.text.count("\n", 0, found.start) + 1
    kind = found.kind.replace("_", " ")
    put(f"{document.path or document.url or document.id}:{line}: {kind if found.confirmed else f'unconfirmed: {kind}?'}")
    put(f"    written     {' '.join(found.written.split())}")
    put(f"    {'the case is' if found.confirmed else 'to look up '} {found.fact}")
    put(f"    source      {found.source}")
    put(f"    suggestion  {found.suggestion}")
