"""Every frame catches what it must and spares what it must, through the whole reader, each time the tests run."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import BadFrame
from allegiance.model import TYPES
from allegiance.reading import frames, verify
from allegiance.reading.frames import Frame
from allegiance.reading.reader import EnglishReader

JOINING = """
- id: own.latched
  type: join
  lemmas: latch
  roles: {actor: "subj:actor", to: "onto:group"}
  catches: ["Idris Baro latched onto the Northern Front. => actor: Idris Baro; to: Northern Front"]
  spares: ["Idris Baro latched onto a rope."]
"""


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader()


@pytest.mark.parametrize("frame", frames.packaged(), ids=lambda f: f.id)
def test_a_frame_catches_and_spares_what_it_says(frame: Frame, reader: EnglishReader) -> None:
    assert [str(p) for p in verify.verify([frame], reader)] == []


@pytest.mark.parametrize("frame", frames.packaged(), ids=lambda f: f.id)
def test_a_frame_has_two_ways_to_say_it_and_a_near_miss(frame: Frame) -> None:
    assert len({e.text for e in frame.catches}) >= 2
    assert frame.spares


def test_every_claim_type_has_a_frame() -> None:
    """`alias` is drawn from form alone, by the chains."""
    assert {f.type for f in frames.packaged()} == set(TYPES) - {"alias"}


def test_the_packaged_frames_stand_as_they_were_verified() -> None:
    assert verify.recorded() == verify.digest()
    assert verify.packaged_problems() == ()


def test_a_frame_that_holds_loads(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(JOINING, "utf-8")
    assert [f.id for f in verify.load([file])] == ["own.latched"]


def test_no_file_of_ones_own_is_no_frame() -> None:
    assert verify.load([]) == ()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("lemmas: latch", "lemmas: sneeze", "does not catch 'Idris Baro latched onto the Northern Front.'"),
        ("to: Northern Front", "to: Hill Brigade", "does not catch 'Idris Baro latched onto the Northern Front.'"),
        ("latched onto a rope", "latched onto the Hill Brigade", "does not spare 'Idris Baro latched"),
        ("actor: Idris Baro;", "founder: Idris Baro;", "'founder' is none of its roles"),
        (" => ", " -> ", "it lacks ' => '"),
        ("type: join", "type: party", "there is no claim type 'party'"),
        ("to: \"onto:group\"", "to: \"onto:grape\"", "'onto:grape' is no path:kind"),
        (", to: \"onto:group\"", "", "nothing fills the key role 'to'"),
        ("{actor", "{founder: \"subj:actor\", actor", "a join has no role 'founder'"),
        ("spares:", "sparse:", "spares: Field required"),
        ("own.latched", "join.verb", "two frames are called join.verb"),
        ("- id", "id", "no YAML"),
    ],
)  # fmt: skip
def test_a_frame_that_fails_does_not_load(tmp_path: Path, before: str, after: str, message: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(JOINING.replace(before, after, 1), "utf-8")
    with pytest.raises(BadFrame) as caught:
        verify.load([file])
    assert message in str(caught.value)


def test_the_failure_names_file_frame_and_sentence(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(JOINING.replace("lemmas: latch", "lemmas: sneeze"), "utf-8")
    with pytest.raises(BadFrame) as caught:
        verify.load([file])
    assert str(file) in str(caught.value)
    assert "own.latched" in str(caught.value)
    assert "latched onto the Northern Front" in str(caught.value)


def test_either_order_will_do_for_a_type_that_goes_either_way(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "- {id: own.pals, type: alliance, lemmas: pal up, roles: {a: 'subj:actor', b: 'with:actor'}, "
        "catches: ['The Northern Front palled up with the Hill Brigade. => a: Hill Brigade; b: Northern Front'], "
        "spares: ['The Northern Front broke with the Hill Brigade.']}",
        "utf-8",
    )
    assert len(verify.load([file])) == 1


def test_the_command_writes_down_what_it_verified(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    record, some = tmp_path / "verified.json", frames.packaged()[:12]
    monkeypatch.setattr(verify, "_record", lambda: record)
    monkeypatch.setattr(frames, "packaged", lambda: some)
    assert verify.recorded() == ""
    assert verify.main() == 0
    assert verify.recorded() == verify.digest()
