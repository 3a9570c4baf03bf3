from pathlib import Path

import pytest

from allegiance.errors import Problem
from allegiance.intake import IntakeSettings
from allegiance.intake.extract import Extract
from allegiance.intake.html import read_html
from allegiance.model import Document
from intake import made

SECOND = "The group’s spokesman denied it on Wednesday, and said that the colonel was at his post."


def page(head: str = "", body: str = f"<p>{made.REPORT}</p><p>{SECOND}</p>", attributes: str = "") -> str:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body>{body}</body></html>"


def read(markup: str | bytes, most: int = 100_000) -> Extract:
    found = read_html(markup.encode() if isinstance(markup, str) else markup, "a.html", most)
    assert isinstance(found, Extract)
    return found


def code(markup: str | bytes, most: int = 100_000) -> str:
    found = read_html(markup.encode() if isinstance(markup, str) else markup, "a.html", most)
    assert isinstance(found, Problem)
    return found.code


def published(head: str = "", body: str = f"<p>{made.REPORT}</p>") -> str:
    return read(page(head, body)).told.published


def test_a_page_gives_its_article_and_what_its_markup_tells(tmp_path: Path) -> None:
    head = """<title>Colonel defects - The Wire</title><meta name="author" content="Jane Doe">
        <meta property="og:title" content="Colonel defects"><meta property="og:site_name" content="The Wire">
        <meta property="article:published_time" content="2024-03-14T23:30:00-05:00">
        <link rel="canonical" href="https://wire.example.org/news/colonel-defects">"""
    body = f"""<nav><a href="/">Home</a><a href="/x">World</a></nav><article><h1>Colonel defects</h1>
        <p>{made.REPORT}</p><p>{SECOND}</p></article><footer>Copyright The Wire 2026</footer>"""
    path = tmp_path / "colonel.html"
    path.write_text(page(head, body), encoding="utf-8")
    found = made.only(path)
    assert made.REPORT in found.document.text
    assert SECOND in found.document.text
    assert "Copyright" not in found.document.text
    assert "World" not in found.document.text
    assert found.appearance.name == "colonel"
    assert found.appearance.title == "Colonel defects"
    assert found.appearance.author == "Jane Doe"
    assert found.appearance.publisher == "The Wire"
    assert found.appearance.published == "2024-03-14"
    assert found.appearance.url == "https://wire.example.org/news/colonel-defects"


def test_the_same_page_gives_the_same_text_again() -> None:
    markup = page("", f"<article><p>{made.REPORT}</p><ul><li>One<li>Two</ul><p>{SECOND}</p></article>")
    assert read(markup) == read(markup)


def test_a_short_page_keeps_its_words() -> None:
    assert read("<p>Baro is dead.</p>").text == "Baro is dead."
    assert read("Baro is dead.<br>The army said so.").text.split() == [
        "Baro",
        "is",
        "dead.",
        "The",
        "army",
        "said",
        "so.",
    ]


def test_a_page_without_words_is_empty() -> None:
    assert code(page("<title>Nothing</title>", "<script>var words = 1</script>")) == "empty"
    assert code(b"") == "empty"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2024-03-14T10:00:00Z">', "2024-03-14"),
        ('<meta name="DC.date.issued" content="2024-03">', "2024-03"),
        ('<meta name="citation_date" content="2024">', "2024"),
        ('<meta name="date" content="2024-03-14 08:00:00">', "2024-03-14"),
        ('<meta name="date" content="14 March 2024">', "2024-03-14"),
        ('<meta name="date" content="Thu, 14 Mar 2024 10:00:00 GMT">', "2024-03-14"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-14T01:00:00+02:00"}]}</script>',
            "2024-03-14",
        ),
        ('<script type="application/ld+json">{"datePublished": "2024-03"}</script>', "2024-03"),
    ],
)
def test_a_date_in_the_markup_is_cut_to_what_it_says(head: str, date: str) -> None:
    assert published(head) == date


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="03/04/2024">',
        '<meta name="date" content="March 2024">',
        '<meta name="date" content="yesterday">',
        '<meta name="date" content="2024-02-31">',
        '<meta property="article:modified_time" content="2024-03-14">',
        '<script type="application/ld+json">{"dateModified": "2024-03-14"}</script>',
        '<script type="application/ld+json">{"datePublished": 20240314}</script>',
        '<script type="application/ld+json">' + "[" * 10_000 + "</script>",
    ],
)
def test_no_date_is_guessed(head: str) -> None:
    assert published(head) == ""


def test_a_date_in_the_text_is_left_to_the_reader() -> None:
    assert published(body=f"<p>KABUL, 14 March 2024. {made.REPORT}</p><p>Copyright 2023-01-05</p>") == ""


def test_the_one_time_of_a_page_dates_it_and_two_do_not() -> None:
    assert published(body=f'<time datetime="2024-03-14">today</time><p>{made.REPORT}</p>') == "2024-03-14"
    two = '<time datetime="2024-03-14">today</time><time datetime="2023-01-05">then</time>'
    assert published(body=f"{two}<p>{made.REPORT}</p>") == ""
    marked = two.replace('datetime="2024', 'itemprop="datePublished" datetime="2024')
    assert published(body=f"{marked}<p>{made.REPORT}</p>") == "2024-03-14"


def test_a_day_in_the_address_dates_a_page_whose_markup_does_not(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://wire.example.org/2024/03/14/colonel">'
    path = made.folder(tmp_path, {"a.html": page(link)}) / "a.html"
    assert made.only(path).appearance.published == "2024-03-14"


def test_the_settings_win_over_the_markup_and_the_sidecar_over_both(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Markup"><meta name="date" content="2024-01-01">'
    made.folder(tmp_path, {"a.html": page(head), "b.html": page(head, f"<p>{SECOND}</p>")})
    made.folder(tmp_path, {"b.meta.json": '{"publisher": "Sidecar"}'})
    first, second = made.taken(tmp_path, settings=IntakeSettings(publisher="Settings", published="2024-02"))[0]
    assert (first.appearance.publisher, first.appearance.published) == ("Settings", "2024-02")
    assert (second.appearance.publisher, second.appearance.published) == ("Sidecar", "2024-02")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5">', "iso8859_5"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="punycode">', "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_it_declares(declared: str, encoding: str) -> None:
    text = "Жители деревни сообщили о нападении."
    assert read(page(declared, f"<p>{text}</p>").encode(encoding)).text == text


def test_xhtml_with_its_declaration_is_read() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    attributes = ' xmlns="http://www.w3.org/1999/xhtml"'
    assert read(head + page("<title>x</title>", attributes=attributes)).text == f"{made.REPORT}\n{SECOND}"


def test_right_to_left_and_combining_text_keeps_every_visible_character() -> None:
    text = "قُتل أبو بكر \u200fفي غارة étienne \u202bقال\u202c الجيش আবু বকর"
    visible = "".join(character for character in text if character.isprintable())
    document = Document(read(page("", f"<p>{text}</p>")).text)
    assert document.text == visible
    start = document.text.index("étienne")
    assert document.text[start : start + 7] == "étienne"


def test_entities_for_surrogates_and_nul_leave_text_that_can_be_stored() -> None:
    text = read(page("", f"<p>{made.REPORT} &#xD800; &#0; &#xDC00;</p>")).text
    assert text.encode("utf-8").startswith(made.REPORT.encode())
    assert "\0" not in text


def test_bytes_that_are_no_text_are_binary() -> None:
    assert code(b"<html><body>\0\0\0</body></html>") == "binary"


def test_a_page_nested_beyond_reason_is_refused_and_not_cut() -> None:
    assert code(page("", "<div>" * 100_000 + made.REPORT)) == "too-large"
    assert read(page("", "<div>" * 500 + f"<p>{made.REPORT}</p>")).text == made.REPORT


def test_a_page_beyond_the_bounds_is_refused(tmp_path: Path) -> None:
    assert code(page("", f"<p>{made.REPORT}</p>" * 100), most=50) == "too-large"
    path = made.folder(tmp_path, {"a.html": page()}) / "a.html"
    assert made.refusal(path, settings=IntakeSettings(max_markup=100)).code == "too-large"
    bare = made.folder(tmp_path, {"bare": page()}) / "bare"
    assert made.refusal(bare, settings=IntakeSettings(max_markup=100)).code == "too-large"


def test_a_page_that_takes_too_long_costs_its_own_reading_only(tmp_path: Path) -> None:
    endless = page("", "<ul><li>one item of a list<li>two</ul>" * 25_000)
    made.folder(tmp_path, {"a.html": endless, "b.html": page(), "c.txt": made.REPORT})
    documents, problems = made.taken(tmp_path, settings=IntakeSettings(max_seconds=3))
    assert [one.appearance.name for one in documents] == ["b", "c"]
    assert [(one.address, one.code) for one in problems] == [(str(tmp_path / "a.html"), "too-costly")]


def test_a_page_can_load_nothing_from_this_machine(tmp_path: Path) -> None:
    secret = made.folder(tmp_path, {"secret.txt": "the secret"}) / "secret.txt"
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert "the secret" not in read(f"{entity}<html><body><p>{made.REPORT} &x;</p></body></html>").text
