"""A footnote has everything that is known, on one line."""

from __future__ import annotations

import json
from dataclasses import replace

from allegiance.exports import cite
from allegiance.model import Appearance, Recorded
from answers.fakes import FakeView, report, says


def recorded(**appearance: str) -> Recorded:
    one = FakeView(report("Wire", "2014-03-14", says("death", person="Baro", sentence="Baro is dead."))).claims()[0]
    at = Appearance(one.claim.document, "report-1", **appearance)
    return replace(one, appearances=(at,))


def test_a_footnote_names_author_title_publisher_date_place_address_and_sentence() -> None:
    full = recorded(
        published="2014-03-14",
        publisher="Wire",
        author="A. Writer",
        title="Rebel dies",
        url="https://wire.example/1",
        archive_url="https://archive.example/1",
    )
    assert cite.write(full) == (
        "A. Writer, “Rebel dies”, Wire, 2014-03-14, para. 1, <https://archive.example/1>: “Baro is dead.”"
    )


def test_what_is_not_known_is_left_out_but_a_missing_date_is_said() -> None:
    bare = replace(recorded(publisher="Wire", retrieved="2024-01-02T00:00:00Z"), place="")
    assert cite.write(bare) == "“report-1”, Wire, undated (retrieved 2024-01-02): “Baro is dead.”"


def test_the_url_stands_in_where_nothing_is_archived() -> None:
    assert "<https://wire.example/1>" in cite.write(recorded(url="https://wire.example/1"))


def test_a_footnote_is_one_plain_line() -> None:
    nasty = replace(recorded(title="A\x1b[2Jtitle\nin two lines"), sentence="Baro\nis\u202e dead.")
    assert cite.write(nasty) == "“A␛[2Jtitle in two lines”, undated, para. 1: “Baro is dead.”"


def test_the_parts_are_given_as_json() -> None:
    told = json.loads(cite.write_json(recorded(publisher="Wire")))
    assert (told["publisher"], told["author"], told["sentence"]) == ("Wire", "", "Baro is dead.")
