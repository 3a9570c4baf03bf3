"""What the network answers, and what becomes of it."""

from __future__ import annotations

import numpy as np
import pytest

from allegiance.errors import BadModel
from allegiance.model import Document
from allegiance.reading.learned import network as packaged
from allegiance.reading.learned.candidates import Asked
from allegiance.reading.learned.drawing import LONGEST, drawn
from allegiance.reading.learned.labels import INDEX, PAIRS, SAME
from allegiance.reading.learned.network import Matrix, load_network
from allegiance.reading.learned.proposing import proposals
from allegiance.reading.reader import EnglishReader
from reading.test_tempted import UNSAID

TEXT = "Idris Baro, a former chief of the Northern Front, threw in his lot with the Hill Brigade, the army said."


class Listening(EnglishReader):
    """A reader that notes what it asks."""

    def __init__(self) -> None:
        super().__init__(is_taught=True)
        self.asked: list[Asked] = []

    def answers(self, asked: Asked) -> Matrix | None:
        self.asked.append(asked)
        return super().answers(asked)


def _asked(text: str, number: int = 0) -> Asked:
    reader = Listening()
    reader.read(Document(text, "en"), "2020-06-15")
    return reader.asked[number]


class Sure(EnglishReader):
    """A reader to whom one thing is sure: that who is called by some words fills a role beside who is by others."""

    def __init__(self, type_: str, one: str, other: str) -> None:
        super().__init__(is_taught=True)
        self.floors, self.least = dict.fromkeys(PAIRS, 0.9), 0.0
        self.type, self.words, self.beside = type_, (one, other), ("", "")

    def answers(self, asked: Asked) -> Matrix | None:
        answers = _answers(len(asked.given))
        i, j = ([k for k, c in enumerate(asked.given) if c.phrase.text == words] for words in self.words)
        if i and j:
            answers[i[0], j[0], INDEX[self.type]] = 0.95
            for k in (k for k, c in enumerate(asked.given) if c.phrase.text == self.beside[1]):
                answers[i[0], k, INDEX[self.beside[0]]] = 0.95
        return answers

    def told(self, text: str) -> list[dict[str, str]]:
        """Who fills which role of each claim of the type that the network alone tells."""
        found, _ = self.read(Document(text, "en"), "2020-06-15")
        own = [f.claim for f in found if f.frame == f"learned.{self.type}"]
        return [{filler.role: filler.name for filler in claim.roles} for claim in own]


def _answers(candidates: int) -> Matrix:
    return np.zeros((candidates, candidates, SAME + 1), dtype=np.float32)


def test_names_and_pronouns_are_marked_and_every_pair_with_an_actor_is_asked_about() -> None:
    asked = _asked(TEXT)
    words = {c.phrase.text: c.mark for c in asked.given}
    assert words["Idris Baro"] == 1
    assert words["Northern Front"] == words["Hill Brigade"] == 2
    shown = drawn(asked, load_network().pieces)
    assert shown is not None
    assert len(shown.pairs) == len(shown.asked)
    assert all(asked.given[i].mark or asked.given[j].mark for i, j in shown.asked.tolist())


BEFORE = "Idris Baro leads the Northern Front, and Samir Tamo the Hill Brigade."


def test_whom_the_document_has_in_view_is_asked_about_too_and_shown_ahead_of_the_sentence() -> None:
    asked = _asked(f"{BEFORE} The Brigade and Omar Kola fled to Kosso.", 1)
    viewed = {c.phrase.text: c.mark for c in asked.given if c.in_view}
    assert viewed == {"Northern Front": 10, "Idris Baro": 9, "Samir Tamo": 9}
    shown = drawn(asked, load_network().pieces)
    assert shown is not None
    assert [m for m in shown.marks[: shown.first].tolist() if m] == [10, 9, 9]
    assert not any(asked.given[i].in_view and asked.given[j].in_view for i, j in shown.asked.tolist())
    assert not any(c.in_view for c in _asked(BEFORE).given)


def test_who_is_only_in_view_fills_a_role_for_which_he_is_of_the_kind() -> None:
    text = f"{BEFORE} Omar Kola took up his duties in Kosso on Monday."
    assert Sure("membership", "Omar Kola", "Northern Front").told(text) == [
        {"actor": "Omar Kola", "group": "Northern Front"}
    ]
    assert Sure("membership", "Omar Kola", "Idris Baro").told(text) == []
    reader = Sure("membership", "Omar Kola", "Northern Front")
    reader.viewed = 0.99
    assert reader.told(text) == []


def test_nobody_is_accused_whom_the_sentence_does_not_name() -> None:
    text = f"{BEFORE} Omar Kola perished on Monday at dawn."
    reader = Sure("killing", "Omar Kola", "Omar Kola")
    reader.beside = ("killing.by", "Northern Front")
    assert reader.told(text) == [{"victim": "Omar Kola"}]


def test_what_happened_is_not_proposed_again_and_a_list_of_nobody_lists_nobody() -> None:
    taken = Sure("detention", "Omar Kola", "Omar Kola")
    assert taken.told("Omar Kola of the Hill Brigade was moved to a cell in Kosso.") == [{"person": "Omar Kola"}]
    before = "Police arrested Omar Kola of the Hill Brigade on Monday."
    assert taken.told(f"{before} Omar Kola was moved to Kosso for questioning.") == []
    assert taken.told("Police of Kosso raided the house to arrest Omar Kola of the Hill Brigade.") == []
    listed = Sure("designation", "Omar Kola", "Omar Kola")
    assert listed.told("Omar Kola, commander of the Hill Brigade, is on the list.") == []
    assert taken.told("Omar Kola of the Hill Brigade was moved to a cell in Kosso, alive.") == []


def test_people_without_a_name_fill_a_role_where_they_are_many() -> None:
    text = "Some of the old hands have gone over to the Hill Brigade."
    assert Sure("join", "Some of the old hands", "Hill Brigade").told(text) == [
        {"actor": "Some of the old hands", "to": "Hill Brigade"}
    ]
    for nobody in ("Some of it", "The others", "Weapons", "Monday talks"):
        assert Sure("join", nobody, "Hill Brigade").told(f"{nobody} have gone over to the Hill Brigade.") == []


def test_a_word_that_may_undo_a_claim_does_so_only_near_those_who_fill_it() -> None:
    taken = Sure("detention", "Omar Kola", "Omar Kola")
    cell = "Omar Kola of the Hill Brigade was moved to a cell in Kosso"
    far = f"{cell}, where the winter is cold and long as a rule, or damp."
    assert taken.told(far) == [{"person": "Omar Kola"}]
    assert taken.told(f"It would be wrong that {cell}.") == []


def test_what_befell_people_without_a_name_is_told_where_it_is_surer() -> None:
    text = "Eleven farmers of the valley of Kosso were moved to a cell."
    surer = Sure("detention", "Eleven farmers of the valley of Kosso", "Eleven farmers of the valley of Kosso")
    assert surer.told(text) == [{"person": "Eleven farmers of the valley of Kosso"}]


def test_a_network_that_is_not_whole_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "PARTS", ("pieces.txt", "gate.npz", "pieces.txt"))
    with pytest.raises(BadModel, match="network cannot be read"):
        load_network.__wrapped__()


def test_answers_are_probabilities_and_the_same_each_time() -> None:
    asked, network = _asked(TEXT), load_network()
    shown = drawn(asked, network.pieces)
    assert shown is not None
    one, other = (network.answers(shown, len(asked.given)) for _ in range(2))
    assert ((one >= 0) & (one <= 1)).all()
    assert (one == other).all()


def test_what_stands_behind_the_longest_sentence_is_not_asked_about() -> None:
    asked = _asked("Idris Baro said that " + "the bread was dear and " * 40 + "Samir Tamo left the Northern Front.")
    shown = drawn(asked, load_network().pieces)
    assert shown is not None
    assert len(shown.pieces) <= LONGEST


def test_a_claim_is_proposed_from_its_floor_on_with_the_likeliest_roles_beside() -> None:
    answers = _answers(4)
    answers[0, 1, INDEX["join"]], answers[0, 2, INDEX["join.from"]] = 0.9, 0.6
    answers[0, 3, INDEX["join.from"]], answers[3, 1, INDEX["join"]] = 0.5, 0.4
    found = proposals(answers, dict.fromkeys(PAIRS, 0.7))
    assert [(p.type, p.roles) for p in found] == [("join", (("actor", 0), ("to", 1), ("from", 2)))]
    assert proposals(answers, dict.fromkeys(PAIRS, 0.95)) == []


def test_who_is_alone_in_his_claim_is_paired_with_himself_and_a_pair_in_either_order_is_told_once() -> None:
    answers = _answers(3)
    answers[1, 1, INDEX["killing"]] = answers[0, 1, INDEX["killing"]] = 0.9
    answers[0, 2, INDEX["alliance"]] = answers[2, 0, INDEX["alliance"]] = 0.9
    found = {(p.type, p.roles) for p in proposals(answers, dict.fromkeys(PAIRS, 0.7))}
    assert found == {("killing", (("victim", 1),)), ("alliance", (("a", 0), ("b", 2)))}


def test_the_network_stands_in_the_readers_name_and_can_be_left_out() -> None:
    with_it, without = EnglishReader(is_taught=True), EnglishReader()
    assert with_it.name != without.name
    findings, _ = without.read(Document(TEXT, "en"), "2020-06-15")
    assert not any(f.frame.startswith("learned.") for f in findings)


def _reader() -> EnglishReader:
    return EnglishReader(is_taught=True)


def test_a_sentence_that_names_nobody_is_not_asked_about() -> None:
    asked = _asked("He left the town of Kosso on Monday and went to France.")
    assert _reader().answers(asked) is None
    assert _reader().answers(_asked(TEXT)) is not None


def test_a_sentence_of_words_that_hardly_ever_make_a_claim_is_not_asked_about() -> None:
    silent = _asked("Maria Kola paints the weather over the harbour and sells cakes at the school on Saturdays.")
    network = load_network()
    for asked, is_silent in ((silent, True), (_asked(TEXT), False)):
        shown = drawn(asked, network.pieces)
        assert shown is not None
        assert network.is_silent(shown) is is_silent
        assert (_reader().answers(asked) is None) is is_silent


def test_what_the_network_finds_hardly_said_is_taken_back_and_noted_nowhere() -> None:
    text = "Idris Baro joined the Northern Front."
    reader = _reader()
    reader.floors, reader.least = dict.fromkeys(PAIRS, 1.1), 1.1
    assert reader.read(Document(text, "en"), "2020-06-15")[0] == []
    _, steps, _ = reader.trace(text)
    assert "takes back what join.verb caught" in steps[0].network
    reader.least = 0.0
    (found,) = reader.read(Document(text, "en"), "2020-06-15")[0]
    assert found.claim.type == "join"


def test_a_doer_is_named_beside_a_frames_claim_unless_a_word_may_undo_it() -> None:
    text = "The army stormed Kosso, and the fighters of the Northern Front were killed."
    reader = Sure("killing", "the fighters of the Northern Front", "the fighters of the Northern Front")
    reader.beside = ("killing.by", "The army")
    bare, _ = EnglishReader().read(Document(text, "en"), "2020-06-15")
    told, _ = reader.read(Document(text, "en"), "2020-06-15")
    assert [f.claim.name("by") for f in bare if f.claim.type == "killing"] == [""]
    (killing,) = [f for f in told if f.claim.type == "killing"]
    assert killing.claim.name("by").lower() == "the army"
    assert "probable that" in dict(killing.because)["network"]
    undone, _ = reader.read(Document(text.replace("and the", "or nearly all"), "en"), "2020-06-15")
    assert all(not f.claim.name("by") for f in undone if f.claim.type == "killing")


def test_of_what_tempts_into_saying_what_is_not_said_little_is_said() -> None:
    reader, texts = _reader(), [line for line in UNSAID.strip().splitlines() if not line.startswith("!")]
    said = [t for t in texts if any(f.frame.startswith("learned.") for f in reader.read(Document(t, "en"), "")[0])]
    assert len(texts) > 100
    assert len(said) <= len(texts) // 10, said


@pytest.mark.parametrize("type_", sorted(PAIRS))
def test_each_label_is_of_a_claim_type_and_of_its_roles(type_: str) -> None:
    from allegiance.model import TYPES

    roles = TYPES[type_].roles
    assert all(one in roles and other in roles for one, other, _ in PAIRS[type_])
    assert set(PAIRS[type_][0][:2]) <= set(TYPES[type_].keys)
