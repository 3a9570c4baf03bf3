"""What is particular to a ledger in PostgreSQL: its addresses, and every way in which it can fail us."""

from __future__ import annotations

import re
import threading

import pytest

from allegiance.errors import LedgerBusy, LedgerError
from allegiance.ledger import open_ledger
from allegiance.ledger.tables import Words
from ledger.made import Report, report
from ledger.recorder import numbered
from ledger.servers import Server

ONE = report("Idris Baro joined the Front.")


@pytest.fixture
def address(server: Server) -> str:
    """A ledger with one report."""
    made = server.database()
    record(made, ONE)
    return made


def record(address: str, *reports: Report) -> None:
    with open_ledger(address) as ledger, ledger.batch() as batch:
        for each in reports:
            each.into(batch)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://", "names no database"),
        ("postgresql://me:secret@server/", "names no database"),
        ("postgresql://me:secret@server:port/name", "cannot be read"),
        ("postgres://me:secret@localhost:1/name", "cannot be reached"),
    ],
)
def test_an_address_that_cannot_be_used_says_why_and_gives_no_password_away(address: str, says: str) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed: install what locks/dev.txt names")
    with pytest.raises(LedgerError, match=says) as refused:
        open_ledger(address)
    assert "secret" not in f"{refused.value} {refused.value.hint}"


def test_a_ledger_that_is_only_read_answers_and_records_nothing(address: str) -> None:
    with open_ledger(f"{address}&mode=ro") as ledger:
        assert len(ledger.view().claims()) == 1
        assert ledger.check() == []
        with pytest.raises(LedgerError, match="read-only"), ledger.batch() as batch:
            numbered(1).into(batch)


def test_a_server_that_lets_nobody_write_is_said_to_be_read_only(server: Server, address: str) -> None:
    name = address.partition("@/")[2].partition("?")[0]
    server.tell(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    server.tell(f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    with open_ledger(address) as ledger:
        assert len(ledger.view().claims()) == 1


def test_a_user_without_the_right_to_write_is_told_so(server: Server, address: str) -> None:
    name = address.partition("@/")[2].partition("?")[0]
    server.tell("DROP ROLE IF EXISTS reader")
    server.tell("CREATE ROLE reader LOGIN")
    as_reader = address.replace("postgres@", "reader@")
    with pytest.raises(LedgerError, match="may not be written or read by this user"):
        open_ledger(as_reader)
    server.tell("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", name)
    with open_ledger(as_reader) as ledger:
        assert len(ledger.view().claims()) == 1
        with pytest.raises(LedgerError, match="may not be written"), ledger.batch() as batch:
            numbered(1).into(batch)


def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(LedgerError, match=r"postgresql://.*nowhere.* does not exist") as refused:
        open_ledger(server.address("nowhere"))
    assert "createdb" in refused.value.hint


def test_where_nothing_is_to_be_made_nothing_is(server: Server) -> None:
    empty = server.fresh()
    with pytest.raises(LedgerError, match="empty"):
        open_ledger(empty, create=False)
    open_ledger(empty).close()
    open_ledger(empty, create=False).close()


def test_the_database_of_another_program_is_refused_and_left_alone(server: Server) -> None:
    other = server.database()
    server.tell("CREATE TABLE bookmarks (url TEXT)", other.partition("@/")[2].partition("?")[0])
    with pytest.raises(LedgerError, match="no ledger: it holds 'bookmarks'"):
        open_ledger(other)


def test_two_ledgers_may_share_a_database_each_in_a_schema_of_its_own(server: Server, address: str) -> None:
    server.tell("CREATE SCHEMA second", address.partition("@/")[2].partition("?")[0])
    record(f"{address}&options=-csearch_path%3Dsecond", numbered(1))
    with open_ledger(address) as ledger:
        assert len(ledger.view().claims()) == 1


def test_a_server_that_goes_away_loses_only_what_was_not_recorded(server: Server, address: str) -> None:
    with open_ledger(address) as ledger:
        with pytest.raises(LedgerError, match="has gone"), ledger.batch() as batch:
            numbered(1).into(batch)
            batch.commit()
            numbered(2).into(batch)
            server.tell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'allegiance'")
            batch.commit()
        record(address, numbered(2))
        assert ledger.view().coverage().documents == 3


def test_writers_take_turns_and_those_who_read_wait_for_none(address: str) -> None:
    with open_ledger(address) as holder, open_ledger(address, wait=0.05) as other, holder._database.writing():
        assert len(other.view().claims()) == 1
        with pytest.raises(LedgerBusy), other._database.writing():
            pass
    done: list[int] = []

    def work(number: int) -> None:
        record(address, *(numbered(100 * number + each) for each in range(20)))
        done.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_ledger(address) as ledger:
        assert (len(done), ledger.view().coverage().documents) == (8, 161)
        assert ledger.check() == []


@pytest.mark.parametrize("text", ["\0", "\uffff", "\uffff0", "\0001", "a\0\uffff1\uffff\0", "\uffff\uffff01"])
def test_any_text_is_kept_as_it_is(text: str) -> None:
    kept = Words.kept(text)
    assert isinstance(kept, str)
    assert "\0" not in kept
    assert Words.given(kept) == text


def test_a_name_in_which_anything_stands_is_found_as_anywhere(server: Server) -> None:
    odd = report("Idris\0Baro\uffff joined the Front.")
    made = server.fresh()
    record(made, odd)
    with open_ledger(made) as ledger:
        assert ledger.check() == []
        (recorded,) = ledger.view().claims()
        assert (recorded.claim, recorded.sentence) == (odd.claims[0], odd.document.text)
        assert [actor.name for actor in ledger.view().find("Front")] == ["the Front"]


class Said(Exception):
    """What the driver raises, as far as it is looked at."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("what the server says")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("53100", "the disk that holds .* is full: what was not yet recorded is not in it"),
        ("25006", "is read-only: nothing can be recorded in it"),
        ("53300", "too many connections"),
        ("57P01", "has gone"),
        ("08006", "has gone"),
        ("28P01", "does not let this user in"),
        ("58030", "reports an error"),
        ("XX001", "is damaged"),
        ("54000", "too long"),
        ("22012", "the database says: what the server says"),
    ],
)
def test_what_a_server_says_is_said_in_words_that_help(address: str, code: str, says: str) -> None:
    with open_ledger(address) as ledger:
        assert re.search(says, str(ledger._database.explained(Said(code))))
