"""Turn demonstration documents from Markdown into the other formats that people have, with all that they say of themselves.

    .venv/bin/python tools/make_demo_formats.py src/verbale/cases/afghanistan/demo

Reads every ``.md`` of the folder (front matter: title, publisher, published, url, language), takes every second one in the order of
names, writes it in the format whose turn it is (:data:`PLAN`) and removes the Markdown. Run once by hand, after the documents were
written; a folder with fewer Markdown documents than the plan needs is refused. The same documents give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import html
import io
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from itertools import chain, zip_longest
from pathlib import Path

import docx
from pdf_writer import pdf

from verbale.model import Document
from verbale.settings import Settings
from verbale.sources import read_one
from verbale.sources.document import joined

PLAN = {"html": 8, "pdf": 6, "docx": 6, "eml": 5, "txt": 5}
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} | {publisher}</title>
<link rel="canonical" href="{url}">
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{publisher}">
<meta property="og:url" content="{url}">
<meta property="article:published_time" content="{published}">
<script>window.pages = window.pages || []; pages.push("view");</script>
<style>nav a {{ margin-right: 1em }} footer {{ color: gray }}</style>
</head>
<body>
<div class="cookie-banner" role="dialog">This page uses cookies so that it works.
<button>Accept</button> <button>Reject</button></div>
<header><nav class="menu">
<a href="/">Home</a> <a href="/news">News</a> <a href="/topics">Topics</a>
<a href="/about">About</a></nav></header>
<main><article class="article-body">
<h1>{title}</h1>
<p class="byline"><time datetime="{published}">{published}</time></p>
{body}
</article>
<aside class="related"><h2>Related News</h2>
<ul><li><a href="/a">Earlier summaries</a></li><li><a href="/b">By month</a></li></ul></aside>
</main>
<footer class="site-footer">
<p>Subscribe to our newsletter</p><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>
<script src="/static/site.js"></script>
</body>
</html>
"""


def load(path: Path) -> Document:
    """The document as the program itself reads it.

    Raises:
        ValueError: It cannot be read, or lacks a title, publisher, date or address.
    """
    (found,) = read_one(str(path), Settings())
    if not isinstance(found, Document):
        raise ValueError(f"{path}: {found.message}")
    missing = [name for name in ("title", "publisher", "published", "url") if not getattr(found, name)]
    if missing:
        raise ValueError(f"{path} lacks {', '.join(missing)}")
    return found


def blocks(document: Document) -> list[str]:
    """The text's paragraphs and list items, without the headline."""
    rows = [row for row in document.text.split("\n") if row.strip()]
    return rows[1:] if rows[0] == document.title else rows


def to_html(document: Document) -> bytes:
    """A page as newsrooms publish them, with navigation, cookie line, related news and scripts around the text."""
    body = []
    for is_item, block in ((block.startswith("- "), html.escape(block.removeprefix("- "))) for block in blocks(document)):
        body.append(f"<li>{block}</li>" if is_item else f"<p>{block}</p>")
    text = "\n".join(body).replace("</p>\n<li>", "</p>\n<ul>\n<li>").replace("</li>\n<p>", "</li>\n</ul>\n<p>")
    fields = {name: html.escape(value) for name, value in _fields(document).items()}
    return PAGE.format(body=text + ("\n</ul>" if text.endswith("</li>") else ""), **fields).encode()


def to_pdf(document: Document) -> bytes:
    """A PDF with title, publisher as author, date of creation, and the address as subject."""
    told = _fields(document)
    created = "D:" + told["published"].replace("-", "")
    info = {"Title": told["title"], "Author": told["publisher"], "Subject": told["url"], "CreationDate": created}
    return pdf(told["title"], blocks(document), info, told["language"])


def to_docx(document: Document) -> bytes:
    """A Word document with core properties; the address is its identifier."""
    told, made = _fields(document), docx.Document()
    made.add_paragraph(told["title"], style="Title")
    for block in blocks(document):
        made.add_paragraph(block.removeprefix("- "), style="List Bullet" if block.startswith("- ") else None)
    core = made.core_properties
    core.title, core.author, core.identifier, core.language = told["title"], told["publisher"], told["url"], told["language"]
    core.created = core.modified = _moment(document)
    core.comments, core.last_modified_by = "", told["publisher"]
    plain = io.BytesIO()
    made.save(plain)
    return _without_times(plain)


def _without_times(archive: io.BytesIO) -> bytes:
    """The same archive, its parts dated 1980, as the time of writing would be in every byte count."""
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_eml(document: Document) -> bytes:
    """A mail from the publisher, with the page's address where archives put it."""
    told, mail = _fields(document), EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    mail["Subject"], mail["To"] = told["title"], "reader@example.org"
    mail["From"] = f'"{told["publisher"]}" <summaries@example.org>'
    mail["Date"] = format_datetime(_moment(document))
    mail["Message-ID"] = f"<{hashlib.sha256(told['url'].encode()).hexdigest()[:24]}@example.org>"
    mail["Archived-At"], mail["Content-Language"] = f"<{told['url']}>", told["language"]
    mail.set_content(joined(blocks(document)), cte="quoted-printable")
    return mail.as_bytes()


def to_txt(document: Document) -> bytes:
    """Plain text under front matter."""
    head = "\n".join(f"{name}: {value}" for name, value in _fields(document).items())
    return f"---\n{head}\n---\n\n{joined(blocks(document))}".encode()


def _fields(document: Document) -> dict[str, str]:
    told = {name: str(getattr(document, name)) for name in ("title", "publisher", "published", "url")}
    return told | {"language": document.language or "en"}


def _moment(document: Document) -> datetime.datetime:
    """Noon of the day of publication; mails and Word documents have no way to say a mere month.

    Raises:
        ValueError: The date is not a day.
    """
    return datetime.datetime.combine(datetime.date.fromisoformat(str(document.published)), datetime.time(12), datetime.UTC)


WRITERS: dict[str, Callable[[Document], bytes]] = {"html": to_html, "pdf": to_pdf, "docx": to_docx, "eml": to_eml, "txt": to_txt}


def turns() -> list[str]:
    """The formats of the plan, dealt out in turn."""
    dealt = zip_longest(*([kind] * count for kind, count in PLAN.items()))
    return [kind for kind in chain.from_iterable(dealt) if kind]


def deal(paths: list[Path]) -> Iterator[tuple[Path, str, bytes]]:
    """Each format of the plan with the first document left that it can hold: no mere month in a mail, no odd letters in a PDF."""
    left = list(paths)
    for kind in turns():
        for path in left:
            try:
                data = WRITERS[kind](load(path))
            except ValueError:  # a date that is no day, or (UnicodeEncodeError) a letter beyond cp1252
                continue
            yield path, kind, data
            left.remove(path)
            break


def main() -> None:
    """Convert the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    chosen = sorted(folder.glob("*.md"))[::2]
    if len(chosen) < len(turns()):
        parser.error(f"{folder} has too few Markdown documents: {2 * len(turns())} are needed")
    # All are made before any is replaced: a document that a format cannot hold leaves the folder as it was.
    made = list(deal(chosen))
    for path, kind, data in made:
        path.with_suffix(f".{kind}").write_bytes(data)
        path.unlink()


if __name__ == "__main__":
    main()
