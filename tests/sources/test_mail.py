from __future__ import annotations

from email.message import EmailMessage

from verbale.model import Document, SetAside

from .make import HEADERS, TEXT, eml_bytes, good, many, page, reason

DAY = "Tue, 24 Jan 2023 23:30:00 +0100"


def test_headers_and_body() -> None:
    found = good("a.eml", eml_bytes(Date=DAY, Archived_At="<https://lists.org/1>", Subject="Envoi à Kaboul – réunion"))
    assert found.text == f"Envoi à Kaboul – réunion\n\n{TEXT}\n"
    assert (found.title, found.publisher, found.url) == ("Envoi à Kaboul – réunion", "Press Office", "https://lists.org/1")
    assert (found.published, found.published_method, found.format) == ("2023-01-24", "header", "eml")


def test_plain_part_first_else_the_page() -> None:
    assert "plain words" in good("a.eml", eml_bytes(f"plain words {TEXT}", html="<p>other</p>")).text
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "S"
    mail.set_content(page().decode(), subtype="html")
    found = good("a.eml", mail.as_bytes())
    assert TEXT in found.text
    assert "Related News" not in found.text
    assert found.publisher == "example.org"


def test_the_message_id_is_the_identity() -> None:
    first, second = (good(name, eml_bytes(f"{name} {TEXT}", Message_ID="<1@x>")) for name in ("a.eml", "b.eml"))
    assert first.id == second.id
    assert first.sha256 != second.sha256


def test_declared_character_set() -> None:
    body = "Посол встретился с министром в Кабуле во вторник.".encode("koi8-r")
    data = HEADERS + b"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n" + body
    assert "Посол встретился" in good("a.eml", data).text
    assert reason("a.eml", HEADERS + b"\n" + body) == "encoding"


def test_flowed_lines_are_joined() -> None:
    data = HEADERS + b"Content-Type: text/plain; format=flowed\n\nThe envoy met \nthe minister in Kabul.\nThen left.\n"
    assert good("a.eml", data).text == "A meeting\n\nThe envoy met the minister in Kabul.\nThen left.\n"


def test_a_mail_whatever_its_name() -> None:
    assert good("a.txt", eml_bytes(Date=DAY)).format == "eml"


def test_set_aside() -> None:
    attachment = EmailMessage()
    attachment["From"], attachment["To"], attachment["Subject"] = "a@example.org", "b@example.org", "S"
    attachment.add_attachment(b"\0\1", maintype="application", subtype="octet-stream")
    assert reason("a.eml", attachment.as_bytes()) == "no text"
    assert reason("a.eml", eml_bytes(html="<p>x</p>")[:-20]) == "truncated"
    assert reason("a.eml", TEXT.encode()) == "not what its name says"


def test_mailbox() -> None:
    box = b"".join(b"From a@example.org Tue Jan 24 10:00:00 2023\n" + mail + b"\n" for mail in (
        eml_bytes(f"{TEXT}\n\n>From then on they met."), HEADERS + b"\n\xff\x00\xff\n", eml_bytes(f"{TEXT} Again."),
    ))  # fmt: skip
    first, second, third = many("in/news.mbox", box)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert first.text.endswith("\n\nFrom then on they met.\n\n")
    assert (first.key, third.key, first.format) == ("news-1", "news-3", "mbox")
    assert isinstance(second, SetAside)
    assert (second.path, second.reason) == ("in/news.mbox:2", "encoding")
