"""The mention layer: which words are names, how far they run, and what stands with them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from allegiance.finder import Naming
from allegiance.model import Kind
from allegiance.reading.joining import cut
from allegiance.reading.known import Known
from allegiance.reading.layout import paragraphs
from allegiance.reading.mentions import find
from allegiance.reading.reader import EnglishReader
from allegiance.reading.runs import Mention
from reading.lines import rows

NAMES = """
The Jabhat al-Nasr wa al-Adl expelled Abu Umar al-Tayyib from Tell Dara. => Jabhat al-Nasr wa al-Adl ;; Abu Umar al-Tayyib ;; Tell Dara
The Frente Popular de Liberación released Jairo Quintana in San Vicente del Río. => Frente Popular de Liberación ;; Jairo Quintana ;; San Vicente del Río
The Tehreek-e-Ghazian Pakistan named Hafiz Gul Rahim in May. => Tehreek-e-Ghazian Pakistan ;; Hafiz Gul Rahim
The Bagong Hukbo Command held Ramil Sarmiento in Nueva Linda. => Bagong Hukbo Command ;; Ramil Sarmiento ;; Nueva Linda
The Ushtria Çlirimtare e Malit freed Agim Berisha near Gjirova. => Ushtria Çlirimtare e Malit ;; Agim Berisha ;; Gjirova
The Tamil Makkal Puligal killed Sivarajah Anandan in Vavuniya. => Tamil Makkal Puligal ;; Sivarajah Anandan ;; Vavuniya
The Dağ Birlikleri and the Partiya Azadiya Gel met in Şirnava. => Dağ Birlikleri ;; Partiya Azadiya Gel ;; Şirnava
The Kachan Hills Army's 16th Brigade fought near Lashaw. => Kachan Hills Army ;; 16th Brigade ;; Lashaw
Al-Hilal fighters killed Warsame Abdi Guled near Kismaro. => Al-Hilal ;; Warsame Abdi Guled ;; Kismaro
The Lysenko Battalion trained with Vasyl O'Hara in Odarivka. => Lysenko Battalion ;; Vasyl O'Hara ;; Odarivka
The Purba Mukti Fauj met Nasir Uddin Khan in Khulmari. => Purba Mukti Fauj ;; Nasir Uddin Khan ;; Khulmari
The Haqqari network struck in Ghazna. => Haqqari network ;; Ghazna
The Council of Steadfast Brigades met the Banner of the South. => Council of Steadfast Brigades ;; Banner of the South
The Islamic State of Harran and the Levant (ISHL) met in Kosso. => Islamic State of Harran and the Levant ;; Kosso
The SLM (Unity) and the SLM (Reform) parted. => SLM (Unity) ;; SLM (Reform)
He served in the 41st Infantry Brigade and the 3rd "Eagle" Brigade. => 41st Infantry Brigade ;; 3rd "Eagle" Brigade
He left the Army's 41st Brigade for the People's Liberation Command. => Army ;; 41st Brigade ;; People's Liberation Command
He left the Movement for the Liberation of Azur. => Movement for the Liberation of Azur
In Kidaro the Coordination des Forces de l'Azur met Moussa Ag Attaher. => Kidaro ;; Coordination des Forces de l'Azur ;; Moussa Ag Attaher
The Bagong Hukbo ng Bayan held Ramil Sarmiento. => Bagong Hukbo ng Bayan ;; Ramil Sarmiento
They met Nasir ud-Din Khan in Khulmari. => Nasir ud-Din Khan ;; Khulmari
Its emir, Hafiz Noor Wali, was killed. => Hafiz Noor Wali
"""  # noqa: E501

NONE = """
On Monday he fled. =>
The 5th of May was a Friday. =>
I was there. =>
However, he fled. =>
Several soldiers fled. =>
Saudi-led forces met the Houthi-aligned army. => Saudi ;; Houthi
It was a Syrian-Turkish plan. =>
He said: "Today is Monday." =>
He met the army, the police and the government. =>
He fled. Fighting went on. =>
"""

PARTED = """
Lt. Col. Idris Baro fled. => Idris Baro, rank Lt. Col
They met General Haroun Gana. => Haroun Gana, rank General
Governor Haruna Tal fled. => Haruna Tal, rank Governor
They met Sheikh Abu Bakr al-Wadi. => Abu Bakr al-Wadi, rank Sheikh
They met Commander Bashir. => Bashir, rank Commander
They met Mullah Omar Gul. => Omar Gul, rank Mullah
They met Mullah Zabit. => Mullah Zabit
They met Hafiz Saeed Khan. => Hafiz Saeed Khan
They met US President Arthur Vance. => US ;; Arthur Vance, president of US
They met Torani Prime Minister Ilir Hoxhaj. => Torani ;; Ilir Hoxhaj, prime minister of Torani
They met Gregorio "Tatay Goyo" Salonga. => Gregorio Salonga, called Tatay Goyo
General Haroun Gana fled. => Haroun Gana, rank General
US President Arthur Vance fled. => US ;; Arthur Vance, president of US
"""


def found(reader: EnglishReader, text: str) -> list[Mention]:
    """The names of a text, as the reader's first layers have them."""
    return list(reader.layers(text).mentions)


def told(mention: Mention) -> str:
    """A name with what was set apart from it."""
    cells = [mention.name]
    cells += [f"rank {mention.rank}"] if mention.rank else []
    cells += [f"{mention.office} of {mention.office_of}"] if mention.office else []
    cells += [f"called {mention.nick}"] if mention.nick else []
    return ", ".join(cells)


@pytest.mark.parametrize(("text", "wanted"), rows(NAMES))
def test_names_are_found_whole(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert [m.name for m in found(reader, text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(NONE))
def test_days_openers_and_adjectives_are_no_names(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert [m.name for m in found(reader, text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(PARTED))
def test_titles_offices_and_nicknames_are_set_apart(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert [told(m) for m in found(reader, text)] == wanted


def test_an_adjective_of_nationality_keeps_its_place_in_the_parse(reader: EnglishReader) -> None:
    (mention,) = found(reader, "They met British officers.")
    assert (mention.country, mention.demonym, mention.masked) == ("United Kingdom", True, False)


def test_a_country_goes_by_one_name_however_it_is_spelt(reader: EnglishReader) -> None:
    text = "The United States, said America, is the USA and the U.S. in one."
    assert {m.country for m in found(reader, text)} == {"United States"}


def test_a_first_word_that_is_no_name_elsewhere_is_dropped_and_one_that_is_is_kept(reader: EnglishReader) -> None:
    names = [m.name for m in found(reader, "Farmers fled. Baro stayed. The men of Baro met Idris Baro.")]
    assert names[0] == "Baro"


KNOWN = Known.of(
    [
        Naming("Zarun", Kind.GROUP, "g1"),
        Naming("Zarun of the Lake", Kind.GROUP, "g2"),
        Naming("Zarun of the Lake Volunteers", Kind.GROUP, "g3"),
        Naming("Al-Hilal", Kind.GROUP, "g4"),
        Naming("Tehrik-e-Ghazian", Kind.GROUP, "g5"),
        Naming("It", Kind.GROUP, "g6"),
        Naming("The Dawn", Kind.GROUP, "g7"),
        Naming("Dawn of the Hills", Kind.GROUP, "g7"),
        Naming("IS", Kind.GROUP, "g8", parent="g3"),
        Naming("Hills Front", Kind.GROUP, "g9"),
        Naming("HLF", Kind.GROUP, "g9"),
        Naming("HLF", Kind.GROUP, "g10"),
        Naming("Idris Baro", Kind.PERSON, "p1"),
    ]
)


def registered(text: str) -> list[tuple[str, str]]:
    """The names of one paragraph that the register gives, with its ids."""
    (part,) = paragraphs(text)
    return [(m.text, m.register) for m in find(part, cut(part), KNOWN.within([part])) if m.register]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He left the Zarun of the Lake Volunteers.", [("Zarun of the Lake Volunteers", "g3")]),
        ("He left the Zarun of the Lake in May.", [("Zarun of the Lake", "g2")]),
        ("He left the Zarun for the Zarun of the Lake.", [("Zarun", "g1"), ("Zarun of the Lake", "g2")]),
        ("He left the Tehrik e Ghazian.", [("Tehrik e Ghazian", "g5")]),
        ("He left Hilal in May.", [("Hilal", "g4")]),
        ("It left. He left at dawn.", []),
    ],
)
def test_a_register_s_names_are_found_longest_first(text: str, wanted: list[tuple[str, str]]) -> None:
    assert registered(text) == wanted


def test_a_register_s_name_does_not_run_over_a_stop() -> None:
    assert registered("He saw the Zarun. Of the Lake he knew nothing.") == [("Zarun", "g1")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He read of it in Dawn.", []),
        ("The Dawn fighters left.", [("Dawn", "g7")]),
        ("The Dawn of the Hills left. He joined Dawn.", [("Dawn of the Hills", "g7"), ("Dawn", "g7")]),
        ("He wrote to IS in May.", []),
        ("Is the man here?", []),
        ("The Zarun of the Lake Volunteers left. IS too.", [("Zarun of the Lake Volunteers", "g3"), ("IS", "g8")]),
        ("He read a letter by HLF.", []),
        ("The Hills Front, or HLF, left.", [("Hills Front", "g9"), ("HLF", "g9")]),
    ],
)
def test_a_name_that_tells_little_waits_for_the_text_to_support_it(text: str, wanted: list[tuple[str, str]]) -> None:
    assert registered(text) == wanted


def test_a_person_of_the_register_keeps_the_rank_that_stands_before_his_name() -> None:
    (part,) = paragraphs("He met General Idris Baro in May.")
    (mention,) = find(part, cut(part), KNOWN.within([part]))
    assert (mention.name, mention.rank, mention.known) == ("Idris Baro", "General", Kind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Samir Haddu, leader of the Northern Front, met Omar Benali in Kosso.",
        'Rubén "El Cuervo" Salcedo and US President Arthur Vance met the SLM (Unity).',
        "The Army's 41st Brigade met General Haroun Gana of the Haqqari network.",
    ],
)
def test_names_run_in_order_overlap_nothing_and_lie_in_the_text(reader: EnglishReader, text: str) -> None:
    names = found(reader, text)
    assert names
    for left, right in pairwise(names):
        assert left.end <= right.start
    assert all(text[m.start : m.end].startswith(m.text.split()[0]) or m.rank or m.office for m in names)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three Hill Guard commanders surrendered.", ["Hill Guard"]),
        ("Five River Brigade men were freed.", ["River Brigade"]),
        ("Three Martyrs Brigade said it was founded in 2011.", ["Three Martyrs Brigade"]),
        ("The Three Martyrs Brigade was founded in 2011.", ["Three Martyrs Brigade"]),
    ],
)
def test_a_number_that_counts_people_is_no_part_of_their_bodys_name(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert [mention.text for mention in found(reader, text)] == wanted
