"""Every way in which a store can fail us, said in words that help."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import event

from allegiance.errors import LedgerError, LedgerTooNew
from allegiance.ledger import open_ledger
from allegiance.model import Judgement
from ledger.made import report

JUDGEMENT = Judgement("accept", ("clm-1",), "an editor", "2024-07-01")


def small(path: Path) -> None:
    """A ledger with one report."""
    with open_ledger(str(path)) as ledger, ledger.batch() as batch:
        report("Idris Baro joined the Front.").into(batch)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 100)
    with pytest.raises(LedgerError, match=r"notes\.txt is not a ledger"):
        open_ledger(str(path))
    assert path.read_text() == "These are my notes. " * 100


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(LedgerError, match="no ledger: it holds 'bookmarks'"):
        open_ledger(str(path))
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_where_nothing_is_to_be_made_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(LedgerError, match="there is no ledger at"):
        open_ledger(str(path), create=False)
    assert not path.exists()
    path.touch()
    with pytest.raises(LedgerError, match="empty"):
        open_ledger(str(path), create=False)
    small(path)
    open_ledger(str(path), create=False).close()


def test_a_folder_that_is_missing_or_is_no_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"the folder .*missing does not exist"):
        open_ledger(str(tmp_path / "missing" / "a.db"))
    with pytest.raises(LedgerError, match="is a folder, not a ledger"):
        open_ledger(str(tmp_path))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://localhost/x", "no ledger can be kept at a mysql://"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_an_address_that_cannot_be_used_says_why_and_what_to_try(address: str, says: str) -> None:
    with pytest.raises(LedgerError, match=says) as refused:
        open_ledger(address)
    assert "sqlite:///" in refused.value.hint


def test_a_ledger_that_is_only_read_answers_and_records_nothing(tmp_path: Path) -> None:
    small(tmp_path / "a.db")
    with open_ledger(f"sqlite:///{tmp_path}/a.db?mode=ro") as ledger:
        assert len(ledger.view().claims()) == 1
        with pytest.raises(LedgerError, match="read-only"):
            ledger.judge(JUDGEMENT)


@contextmanager
def unprivileged() -> Iterator[None]:
    """As a user whom the modes of files bind: the superuser may write whatever they say."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX")
@pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["writable folder", "read-only folder"])
def test_a_read_only_file_answers_and_records_nothing(folder_mode: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        small(path)
        path.chmod(0o444)
        Path(folder).chmod(folder_mode)
        with unprivileged(), open_ledger(str(path)) as ledger:
            assert len(ledger.view().claims()) == 1
            assert ledger.check() == []
            with pytest.raises(LedgerError, match="read-only"):
                ledger.judge(JUDGEMENT)
        Path(folder).chmod(0o777)


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX")
def test_a_folder_that_may_not_be_written_is_named() -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        with unprivileged(), pytest.raises(LedgerError, match=r"a\.db cannot be opened"):
            open_ledger(f"{folder}/a.db")


def test_a_full_disk_loses_only_what_was_not_committed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    small(path)
    with open_ledger(str(path)) as ledger:
        engine = ledger._database._engine

        @event.listens_for(engine, "checkout")
        def _no_more_pages(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size where that is more.

        with pytest.raises(LedgerError, match="full"), ledger.batch() as batch:
            report("Omar Dost joined the Front. " * 5_000).into(batch)
        assert ledger.check() == []
        assert ledger.view().coverage().documents == 1
    with open_ledger(str(path)) as ledger, ledger.batch() as batch:
        report("Omar Dost joined the Front. " * 5_000).into(batch)
    assert batch.added.documents == 1


def test_a_damaged_file_is_reported_and_not_answered_from(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_ledger(str(path)) as ledger, ledger.batch() as batch:
        report(" ".join(f"Man {number} joined the Front." for number in range(3_000))).into(batch)
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 3)
    path.write_bytes(data)
    with open_ledger(str(path)) as ledger:
        assert any(problem.code == "damaged" for problem in ledger.check())


def test_text_that_is_no_text_any_more_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    small(path)
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("UPDATE claims SET sentence = CAST(X'496472FF' AS TEXT)")
        broken.commit()
    with open_ledger(str(path)) as ledger, pytest.raises(LedgerError, match="damaged"):
        ledger.view().claims()


def test_a_ledger_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    small(path)
    with closing(sqlite3.connect(path)) as later:
        later.execute("INSERT INTO schema_version VALUES (99)")
        later.commit()
    with pytest.raises(LedgerTooNew, match="later version") as refused:
        open_ledger(str(path))
    assert refused.value.hint == "upgrade allegiance"
