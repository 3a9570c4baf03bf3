"""What changed since, as somebody asks who asks every day."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from allegiance.ledger import open_ledger
from cli.running import JOINED, KILLED, Ran, run, write


def kinds(ran: Ran) -> list[tuple[str, str]]:
    assert ran.code == 0, ran.err
    return [(row["change"], row.get("type", "")) for row in json.loads(ran.out)["rows"]]


@pytest.fixture(scope="module")
def read_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger into which two reports were read, one after the other."""
    folder = tmp_path_factory.mktemp("watched")
    ledger = folder / "watched.db"
    told = {"published": "2014-06-01", "publisher": "Wire"}
    assert run("read", write(folder, "first", KILLED, **told), "--ledger", ledger).code == 0
    told = {"published": "2015-07-01", "publisher": "Daily"}
    assert run("read", write(folder, "second", JOINED, **told), "--ledger", ledger).code == 0
    return ledger


@pytest.fixture
def watched(read_twice: Path, tmp_path: Path) -> Path:
    """A copy of that ledger, to be changed."""
    return Path(shutil.copy(read_twice, tmp_path / "watched.db"))


def times(ledger: Path) -> list[str]:
    """When each entry was recorded, in order."""
    with open_ledger(str(ledger), create=False) as opened:
        return sorted({entry.recorded for entry in opened.entries()})


def test_since_a_time_stands_what_this_ledger_has_recorded_since(watched: Path) -> None:
    first = times(watched)[0]
    since = run("changes", "--since", first, "--ledger", watched, "--json")
    assert ("new", "join") in kinds(since)
    assert ("new", "killing") not in kinds(since)
    assert kinds(run("changes", "--since", times(watched)[-1], "--ledger", watched, "--json")) == []


def test_since_a_day_by_the_other_clock_stands_what_reports_have_said_since(watched: Path) -> None:
    asked = ("changes", "--clock", "published", "--ledger", watched, "--json")
    assert ("new", "killing") in kinds(run(*asked, "--since", "2014-05-31", "--until", "2014-06-01"))
    assert ("new", "killing") not in kinds(run(*asked, "--since", "2014-06-01"))
    assert ("new", "join") in kinds(run(*asked, "--since", "2014-06-01"))
    assert kinds(run(*asked, "--since", "2015-07-01")) == []


def test_a_rejected_claim_is_gone_and_comes_back_when_the_rejection_is_undone(watched: Path) -> None:
    before = times(watched)[-1]
    claim = json.loads(run("claims", "--type", "killing", "--ledger", watched, "--json").out.splitlines()[0])["id"]
    judged = run("judge", "reject", claim, "--why", "no", "--by", "me", "--ledger", watched)
    assert judged.code == 0, judged.err
    asked = ("changes", "--since", before, "--ledger", watched, "--json")
    assert ("gone", "killing") in kinds(run(*asked))
    rejected = times(watched)[-1]
    assert run("judge", "undo", judged.out.split()[0], "--why", "yes", "--by", "me", "--ledger", watched).code == 0
    assert kinds(run(*asked)) == []
    assert ("new", "killing") in kinds(run("changes", "--since", rejected, "--ledger", watched, "--json"))


def test_only_of_an_actor_and_with_an_exit_status_for_whoever_watches(watched: Path) -> None:
    asked = ("changes", "--clock", "published", "--since", "2014-06-01", "--ledger", watched, "--exit-code")
    assert run(*asked).code == 3
    assert run(*asked, "--actor", "Kamal Dost").code == 3
    quiet = run(*asked, "--until", "2014-06-02")
    assert (quiet.code, quiet.out.splitlines()[0]) == (0, "nothing found")
    assert run(*asked, "--actor", "Nobody at All").code == 1


def test_the_same_question_has_the_same_answer(watched: Path) -> None:
    asked = ("changes", "--clock", "published", "--since", "2014-01-01", "--ledger", watched, "--json")
    assert run(*asked).out == run(*asked).out


@pytest.mark.parametrize("clock", ["recorded", "published"])
def test_a_time_that_is_none_is_refused(watched: Path, clock: str) -> None:
    ran = run("changes", "--since", "last week", "--clock", clock, "--ledger", watched)
    assert (ran.code, ran.out) == (2, "")


def test_whoever_follows_somebody_is_told_what_changed_of_him_and_of_nobody_else(watched: Path) -> None:
    first = times(watched)[0]
    asked = ("changes", "--since", first, "--followed", "--by", "me", "--ledger", watched, "--json")
    nobody = run(*asked)
    assert (nobody.code, "judge follow" in nobody.err) == (1, True)
    assert run("judge", "follow", "Kamal Dost", "--by", "me", "--ledger", watched).out.startswith("jdg-")
    told = kinds(run(*asked))
    assert ("new", "join") in told
    assert run("changes", "--since", first, "--followed", "--by", "another", "--ledger", watched).code == 1
    assert run("judge", "follow", "Idris Baro", "--by", "me", "--ledger", watched).code == 0
    assert run("judge", "unfollow", "Kamal Dost", "--by", "me", "--ledger", watched).code == 0
    assert ("new", "join") not in kinds(run(*asked))
