from __future__ import annotations

import pytest

from .make import TEXT, good, page, reason


def test_a_page_and_what_it_says_of_itself() -> None:
    found = good("a.html", page())
    assert found.text == f"Envoy in Kabul\n\n{TEXT}\n"
    assert (found.title, found.publisher, found.url) == ("Envoy in Kabul", "Example News", "https://example.org/envoy")
    assert (found.published, found.published_method, found.language, found.format) == ("2023-01-24", "meta", "en", "html")


def test_list_items_stay_apart() -> None:
    found = good("a.html", page(f"<p>{TEXT}</p><p>She met:</p><ul><li>the <b>envoy</b> of Qatar</li><li>the EU</li></ul>"))
    assert "She met:\n- the envoy of Qatar\n- the EU\n" in found.text


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a", "a.bin"])
def test_a_page_is_a_page_whatever_its_name(name: str) -> None:
    assert good(name, page()).format == "html"


def test_words_below_depth_256_stay() -> None:
    body = "<div>" * 400 + f"<p>{TEXT}</p>" + "</div>" * 400 + "<p>And afterwards the delegation went home to Oslo by air.</p>"
    text = good("a.html", page(body)).text
    assert TEXT in text
    assert "And afterwards" in text


@pytest.mark.parametrize(
    ("head", "date", "method"),
    [
        ('<meta name="DC.date" content="2023-02">', "2023-02", "meta"),
        ('<meta name="date" content="12 January 2023">', "2023-01-12", "meta"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-10-05"}</script>',
            "2022-10-05",
            "htmldate",
        ),
        ("", None, None),
        ("</head><body><p>Kabul, 12 July 2023 – a communiqué.</p>", "2023-07-12", "htmldate guess"),
    ],
)
def test_date_and_how_it_was_found(head: str, date: str | None, method: str | None) -> None:
    data = f"<html><head><title>T</title>{head}</head><body><p>{TEXT}</p><footer>© 2021 Office</footer></body></html>"
    found = good("a.html", data.encode())
    assert (found.published, found.published_method) == (date, method)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "windows-1251"])
def test_encodings(codec: str) -> None:
    words = "Министр встретился с послом в Кабуле во вторник, и они говорили о школах."
    data = f'<html><head><meta charset="windows-1251"><title>Т</title></head><body><p>{words}</p></body></html>'.encode(codec)
    assert words in good("a.html", data).text


def test_declared_xml_encoding_is_no_trap() -> None:
    assert TEXT in good("a.xhtml", b'<?xml version="1.0" encoding="iso-8859-1"?>' + page()).text


def test_fragment_and_bare_text_by_name() -> None:
    assert good("a.html", f"<p>{TEXT}</p>".encode()).format == "html"
    assert TEXT in good("a.html", TEXT.encode()).text


@pytest.mark.parametrize("body", ["", "<nav><a href='/'>Home</a></nav>", "<script>var a = 'they met in Kabul on Tuesday'</script>"])
def test_only_furniture_is_empty(body: str) -> None:
    assert (
        reason("a.html", f"<!doctype html><html><head><title>A long enough title</title></head><body>{body}</body></html>".encode())
        == "empty"
    )


def test_many_comments_take_no_time() -> None:
    assert reason("a.html", b"<!-- -->" * 5000) == "empty"
