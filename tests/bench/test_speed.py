"""The speed script on a few short texts: it runs, counts what it read, and reads nothing twice."""

from __future__ import annotations

from pathlib import Path

from allegiance.model import Document
from bench import reading
from bench.measuring.sets import Report
from bench.measuring.speed import altered, apart, memory, peak, speed, stream

TEXT = "Idris Baro pledged allegiance to the Northern Front in May 2015."
REPORTS = [Report(f"r{i}", Document(f"{TEXT} That was report {i}.", "en"), "2015-06-01") for i in range(3)]


def test_no_two_editions_of_a_report_are_one_document() -> None:
    editions = [altered(REPORTS[0], number) for number in range(3)]
    assert len({one.document.id for one in [*editions, REPORTS[0]]}) == 4
    assert all(one.document.text.startswith(TEXT) for one in editions)


def test_in_the_mixed_stream_one_text_in_so_many_is_a_report() -> None:
    news = [Report(f"n{i}", Document(f"News {i}.", "en")) for i in range(38)]
    mixed = stream(news, REPORTS, 20)
    assert [i for i, one in enumerate(mixed) if one in REPORTS] == [19, 39]
    assert len(mixed) == 40


def test_both_read_the_same_words_and_the_reader_finds_claims() -> None:
    found = speed("reports", REPORTS, rounds=1)
    assert (found.documents, found.words) == (3, sum(one.words for one in REPORTS))
    assert found.bare > 0 and found.reader > 0
    assert found.claims >= 3


def test_reading_into_a_ledger_is_watched_in_a_process_of_its_own() -> None:
    found = apart(memory, REPORTS, 4)
    assert found.reports == 4
    assert [number for number, _ in found.after] == [1, 2, 3, 4]
    assert found.claims >= 4
    assert 0 < found.loaded <= found.after[-1][1] <= found.resolved


def test_the_greatest_memory_never_falls() -> None:
    before = peak()
    assert peak() >= before > 1


def test_the_script_writes_its_page_and_says_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/one.txt").write_text(TEXT, encoding="utf-8")
    where = ["--shared", str(tmp_path / "nowhere"), "--examples", str(tmp_path / "examples")]
    assert reading.main(["--rounds", "1", "--reports", "2", *where, "--out", str(tmp_path / "out.md")]) == 0
    page = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "the packaged examples: 1 text" in page
    assert page.count("not there, and left out") == 4
    assert "\n| reports | 1 | 11 |" in page
