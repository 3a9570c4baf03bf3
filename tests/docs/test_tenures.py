"""The rules of tenures hold as their page tells them: every example on it is run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from allegiance.answers.roster import roster
from answers.fakes import FakeView, Report, named, report, says

PAGE = Path(__file__).parents[2] / "docs" / "tenures.md"
RULES = re.findall(r"^```tenures\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
_WANTED = re.compile(r"> (?P<group>\w+) on (?P<day>\S+): (?P<people>.*)")
_SHOWN = {"since": "since", "until": "until", "first": "first_attested", "last": "last_attested"}


def told(line: str) -> Report:
    """A report as the page gives it: `2014-03-02 Wire: post person=Baro group=Front; killing victim=Baro`."""
    head, _, claims = line.partition(": ")
    published, publisher = head.split()
    lines = []
    for number, claim in enumerate(claims.split("; ")):
        kind, *given = shlex.split(claim)
        fillers = dict(part.split("=", 1) for part in given)
        sources = {"sources": [fillers.pop("sources")]} if "sources" in fillers else {}
        roles = {"from_" if role == "from" else role: value for role, value in fillers.items()}
        lines.append(says(kind, **roles, **sources, sentence=f"Sentence {number} of {head}."))
    return report(publisher, published, *lines)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.splitlines()[-1].removeprefix("> "))
def test_an_example_on_the_page_is_answered_as_it_says(rule: str) -> None:
    lines = rule.splitlines()
    view = FakeView(*(told(line) for line in lines if not line.startswith(">")))
    asked = [_WANTED.fullmatch(line) for line in lines if line.startswith(">")]
    assert asked
    for found in asked:
        assert found is not None
        rows = {row.get("person"): row for row in roster(view, named(found["group"]), found["day"]).rows}
        wanted = {} if found["people"] == "nobody" else {each.split()[0]: each for each in found["people"].split("; ")}
        assert rows.keys() == wanted.keys(), found[0]
        for person, each in wanted.items():
            _, status, *bounds = each.split()
            assert rows[person].status == status, f"{found[0]} ({rows[person].because})"
            for word, value in zip(bounds[::2], bounds[1::2], strict=True):
                assert rows[person].get(_SHOWN[word]) == value, f"{found[0]}: {word}"


def test_the_page_has_an_example_for_every_rule() -> None:
    parts = re.split(r"^\*\*", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    without = [part.splitlines()[0] for part in parts if "```tenures" not in part]
    assert [line.split(".")[0].split("*")[0] for line in without] == ["A new name changes nothing"]
