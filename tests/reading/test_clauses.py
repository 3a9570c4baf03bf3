"""The clause layer: sentences of many grammars, and the plain predicates that they come out as."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import clauses_of, fits, row_of, rows

PLAIN = """
Samir Haddu left the Northern Front. => leave | subj=Samir Haddu | obj=Northern Front | not neg | not passive
Samir Haddu has not left the Northern Front. => leave | subj=Samir Haddu | obj=Northern Front | neg
Samir Haddu never led the Northern Front. => lead | subj=Samir Haddu | obj=Northern Front | neg
Samir Haddu was killed by the Hill Brigade. => kill | subj=Hill Brigade | obj=Samir Haddu | passive
Samir Haddu was killed. => kill | obj=Samir Haddu | passive | not subj
Samir Haddu broke away from the Northern Front. => break away | subj=Samir Haddu | from=Northern Front
The Northern Front gave Samir Haddu a rifle. => give | subj=Northern Front | iobj=Samir Haddu | obj=rifle
The army said that Samir Haddu had joined the Hill Brigade. => say | subj=army ;; join | subj=Samir Haddu | obj=Hill Brigade
Samir Haddu replaced Omar Benali as leader of the Northern Front. => replace | subj=Samir Haddu | obj=Omar Benali | as=leader(of Northern Front)
"""  # noqa: E501

RELATIVE = """
Samir Haddu, who left the Northern Front, joined the Hill Brigade. => leave | subj=Samir Haddu | obj=Northern Front ;; join | subj=Samir Haddu | obj=Hill Brigade
Samir Haddu, whom the army had arrested, fled. => arrest | subj=army | obj=Samir Haddu ;; flee | subj=Samir Haddu
Samir Haddu, whose brother leads the Hill Brigade, fled. => lead | subj=brother(poss Samir Haddu) | obj=Hill Brigade ;; flee | subj=Samir Haddu
The Hill Brigade, which attacked Kosso and burned it, fled. => attack | subj=Hill Brigade | obj=Kosso ;; burn | subj=Hill Brigade
The man who killed Samir Haddu fled. => kill | subj=man | obj=Samir Haddu
It was Samir Haddu who left the Northern Front. => leave | subj=Samir Haddu | obj=Northern Front
The Northern Front has a commander that Samir Haddu serves. => serve | subj=Samir Haddu | obj=commander
The Hill Brigade, to which Samir Haddu had pledged allegiance, fled. => pledge | subj=Samir Haddu | to=Hill Brigade
"""  # noqa: E501

PARTICIPLES = """
Samir Haddu, arrested in May, has been released. => arrest | obj=Samir Haddu | passive | not subj ;; release | obj=Samir Haddu | passive
The Hill Brigade, led by Samir Haddu, attacked Kosso. => lead | subj=Samir Haddu | obj=Hill Brigade ;; attack | subj=Hill Brigade | obj=Kosso
After leaving the Northern Front, Samir Haddu joined the Hill Brigade. => leave | subj=Samir Haddu | obj=Northern Front ;; join | subj=Samir Haddu | obj=Hill Brigade
Samir Haddu fled after being arrested by the army. => arrest | subj=army | obj=Samir Haddu | passive
Having left the Northern Front, Samir Haddu fled. => leave | subj=Samir Haddu | obj=Northern Front
Arrested in May, Samir Haddu was freed in June. => arrest | obj=Samir Haddu | passive ;; free | obj=Samir Haddu | passive
The raid conducted by the army killed Samir Haddu. => kill | subj=raid(by army) | obj=Samir Haddu
Samir Haddu, seized by the army in May and freed in June, fled. => seize | subj=army | obj=Samir Haddu | passive ;; free | obj=Samir Haddu | passive
"""  # noqa: E501

DESCRIBED = """
Samir Haddu, leader of the Northern Front, spoke. => is be | subj=Samir Haddu | attr=leader(of Northern Front)
The Northern Front's leader, Samir Haddu, spoke. => is be | subj=Samir Haddu | attr=leader(poss Northern Front)
Northern Front spokesman Samir Haddu spoke. => title be | subj=Samir Haddu | attr=spokesman(nmod Northern Front)
The leader of the Northern Front is Samir Haddu. => be | subj=Samir Haddu | attr=leader(of Northern Front)
Samir Haddu is the leader of the Northern Front. => be | subj=Samir Haddu | attr=leader(of Northern Front)
Samir Haddu met Omar Benali, then commander of the Northern Front. => is be | subj=Omar Benali | attr=commander(of Northern Front)
Samir Haddu, the founder of the Northern Front and its first leader, died. => is be | subj=Samir Haddu | attr=founder(of Northern Front) ;; is be | subj=Samir Haddu | attr=leader(poss its)
One of the Northern Front's commanders, Samir Haddu, was killed. => is be | subj=Samir Haddu | attr=commander(poss Northern Front)
The group known as the Northern Front attacked Kosso. => is be | subj=Northern Front | attr=group
The Northern Front's Hill Brigade attacked Kosso. => owns 's | subj=Hill Brigade | poss=Northern Front
The first to defect was Samir Haddu. => defect | subj=Samir Haddu ;; be | subj=Samir Haddu | attr=first
Two of its commanders, Samir Haddu and Omar Benali, fled. => is be | subj=Samir Haddu | attr=commander(poss its) ;; is be | subj=Omar Benali | attr=commander(poss its)
The army arrested two commanders, Samir Haddu and Omar Benali. => is be | subj=Samir Haddu | attr=commander ;; is be | subj=Omar Benali | attr=commander
The army arrested several commanders, including Samir Haddu. => is be | subj=Samir Haddu | attr=commander(including Samir Haddu)
Three emirs joined the Northern Front: Samir Haddu, Omar Benali and Yusuf Dallo. => is be | subj=Samir Haddu | attr=emir ;; is be | subj=Omar Benali | attr=emir ;; is be | subj=Yusuf Dallo | attr=emir
Samir Haddu and Omar Benali, both of the Northern Front, were killed. => is be | subj=Samir Haddu | attr=both(of Northern Front) ;; is be | subj=Omar Benali | attr=both(of Northern Front)
!clauses: A breakaway from the Northern Front, the Hill Brigade was formed in 2009. => is be | subj=Hill Brigade | attr=breakaway(from Northern Front)
"""  # noqa: E501

QUALIFIED = """
The Iran-backed Hill Brigade left Kosso. => back | subj=Iran | obj=Hill Brigade | passive ;; leave | subj=Hill Brigade | obj=Kosso
The Hill Brigade, an Iranian-backed militia, left Kosso. => back | subj=iranian | obj=Hill Brigade | passive
The Northern Front-affiliated Hill Brigade left Kosso. => affiliate | obj=Hill Brigade | with=Northern Front | passive
The newly formed Hill Brigade left Kosso. => form | obj=Hill Brigade | passive ;; leave | subj=Hill Brigade
The outlawed Hill Brigade left Kosso. => outlaw | obj=Hill Brigade | passive ;; leave | subj=Hill Brigade
The rival Hill Brigade left Kosso. => is be | subj=Hill Brigade | attr=rival(of counterpart) ;; leave | subj=Hill Brigade
"""  # noqa: E501

NOUNS = """
The defection of Samir Haddu to the Hill Brigade surprised many. => noun defection | of=Samir Haddu | to=Hill Brigade
The Hill Brigade's attack on Kosso failed. => noun attack | poss=Hill Brigade | on=Kosso
The arrest of Samir Haddu by the army angered the Northern Front. => noun arrest | of=Samir Haddu | by=army
The departure in January of two commanders weakened the Northern Front. => noun departure | of=commander
"""

SHARED = """
Samir Haddu left the Northern Front and joined the Hill Brigade. => leave | subj=Samir Haddu | obj=Northern Front ;; join | subj=Samir Haddu | obj=Hill Brigade
Samir Haddu and Omar Benali left the Northern Front. => leave | subj=Samir Haddu, Omar Benali | obj=Northern Front
The army arrested Samir Haddu and Omar Benali. => arrest | subj=army | obj=Samir Haddu, Omar Benali
The army arrested Samir Haddu and killed Omar Benali. => arrest | subj=army | obj=Samir Haddu ;; kill | subj=army | obj=Omar Benali
Samir Haddu did not join the Hill Brigade or leave the Northern Front. => join | subj=Samir Haddu | neg ;; leave | subj=Samir Haddu | neg
Samir Haddu neither joined the Hill Brigade nor left the Northern Front. => join | subj=Samir Haddu | neg ;; leave | subj=Samir Haddu | neg
Samir Haddu did not flee but joined the Hill Brigade. => flee | subj=Samir Haddu | neg ;; join | subj=Samir Haddu | obj=Hill Brigade | not neg
Samir Haddu, along with Omar Benali, left the Northern Front. => leave | subj=Samir Haddu, Omar Benali | obj=Northern Front
The army arrested Samir Haddu along with Omar Benali. => arrest | subj=army | obj=Samir Haddu, Omar Benali
Samir Haddu was appointed emir of the Northern Front, and Omar Benali as the deputy. => appoint | obj=Samir Haddu | oprd=emir(of Northern Front) ;; appoint | obj=Omar Benali | as=deputy
Samir Haddu joined the Hill Brigade and Omar Benali left the Northern Front. => join | subj=Samir Haddu | obj=Hill Brigade ;; leave | subj=Omar Benali | obj=Northern Front
"""  # noqa: E501

CONTROL = """
Samir Haddu promised to leave the Northern Front. => leave | subj=Samir Haddu | obj=Northern Front
Samir Haddu was ordered to leave the Northern Front. => leave | subj=Samir Haddu | obj=Northern Front
The Northern Front ordered Samir Haddu to attack Kosso. => attack | subj=Samir Haddu | obj=Kosso
Samir Haddu was accused of leading the Northern Front. => lead | subj=Samir Haddu | obj=Northern Front
The army accused Samir Haddu of leading the Northern Front. => lead | subj=Samir Haddu | obj=Northern Front
What Samir Haddu denied was that he had left the Northern Front. => deny | subj=Samir Haddu ;; leave | subj=he | obj=Northern Front
"""  # noqa: E501


MENDED = """
Samir Haddu, on whose orders the convoy was attacked, fled. => attack | obj=convoy | passive ;; flee | subj=Samir Haddu
Omar Benali, under whose command the Hill Brigade took Kosso, was arrested. => take | subj=Hill Brigade ;; arrest | obj=Omar Benali | passive
The Hill Brigade, of which Samir Haddu is the leader, fled. => be | subj=Samir Haddu ;; flee | subj=Hill Brigade
The Hill Brigade, whose spokesman Samir Haddu was killed, fled. => title be | subj=Samir Haddu | attr=spokesman(poss Hill Brigade)
The Hill Brigade, whose founder, Samir Haddu, died, split. => is be | subj=Samir Haddu | attr=founder(poss Hill Brigade)
The arrest in Kosso of Samir Haddu shook the Hill Brigade. => noun arrest | in=Kosso | of=Samir Haddu
The arrest in 2014 of Samir Haddu shook the Hill Brigade. => noun arrest | of=Samir Haddu
The party set up in May by rebels is called the Hill Brigade. => set up | subj=rebel | obj=party | passive
Two members of its council, Samir Haddu and Omar Benali, were killed. => is be | subj=Samir Haddu ;; is be | subj=Omar Benali
Samir Haddu, said to be the leader of the Hill Brigade, was arrested. => arrest | obj=Samir Haddu | passive
Samir Haddu, thought to have led the Hill Brigade, was captured. => capture | obj=Samir Haddu | passive
Two of the army's officers, Samir Haddu and Omar Benali, deserted last week. => desert
The Hill Brigade, by which Samir Haddu was kidnapped, freed Omar Benali. => kidnap | subj=Hill Brigade | obj=Samir Haddu | passive
Samir Haddu, described by police as the leader of the Hill Brigade, fled. => describe | subj=police | obj=Samir Haddu | as=leader(of Hill Brigade) | passive
Samir Haddu, whom the army says it killed, fled. => kill | subj=it | obj=Samir Haddu
The man arrested on Monday, Samir Haddu, is a commander. => is be | subj=Samir Haddu | attr=man
!clauses: The Hill Brigade's leader Samir Haddu and spokesman Omar Benali were arrested. => arrest | obj=Samir Haddu, Omar Benali | passive ;; title be | subj=Omar Benali | attr=spokesman(poss Hill Brigade)
Samir Haddu was arrested, tried for treason and hanged. => hang | obj=Samir Haddu | passive
The army killed Samir Haddu in 2010 and Omar Benali in 2012. => kill | obj=Samir Haddu | in=2010 ;; kill | obj=Omar Benali | in=2012
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(MENDED))
def test_what_the_parser_hangs_wrong_is_set_right(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    _assert_drawn(reader, text, wanted)


GAPPED = """
Samir Haddu joined the Hill Brigade, Omar Benali the Northern Front. => join | subj=Samir Haddu | obj=Hill Brigade ;; join | subj=Omar Benali | obj=Northern Front
Samir Haddu defected to the Hill Brigade and Omar Benali to the Northern Front. => defect | subj=Samir Haddu | to=Hill Brigade ;; defect | subj=Omar Benali | to=Northern Front
Samir Haddu was killed in May and Omar Benali in June. => kill | obj=Samir Haddu | in=may | passive ;; kill | obj=Omar Benali | in=june | passive
Samir Haddu was killed by the army and Omar Benali by his own men. => kill | obj=Omar Benali | subj=man(poss his) | passive
The Hill Brigade was founded in 1998, the Northern Front in 2004. => found | obj=Northern Front | in=2004 | passive
The army arrested Samir Haddu in Kosso and Omar Benali in Tarim. => arrest | subj=army | obj=Omar Benali | in=Tarim
Samir Haddu became leader of the Hill Brigade and Omar Benali his deputy. => become | subj=Omar Benali | attr=deputy(poss his)
Three commanders - Samir Haddu, Omar Benali and Yusuf Dallo - fled. => is be | subj=Samir Haddu | attr=commander ;; flee
Three commanders—Samir Haddu, Omar Benali and Yusuf Dallo—fled. => is be | subj=Samir Haddu | attr=commander ;; flee
"""  # noqa: E501
NOT_GAPPED = """
Samir Haddu of the Hill Brigade and Omar Benali of the Northern Front fled. => flee
The army arrested Samir Haddu and Omar Benali in Kosso. => arrest
The Hill Brigade attacked Kosso and Tarim in May. => attack
Samir Haddu joined the Hill Brigade in Kosso, the Northern Front in Tarim said. => join
"""


@pytest.mark.parametrize(("text", "wanted"), rows(GAPPED))
def test_a_verb_that_is_left_out_is_understood(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(NOT_GAPPED))
def test_no_verb_is_put_where_none_is_left_out(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    found, _ = clauses_of(reader, text)
    assert sorted(c.lemma for c in found if c.form == "verb") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(PLAIN))
def test_subject_and_object_are_the_doer_s_and_the_done_to_s_in_either_voice(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(RELATIVE))
def test_a_relative_clause_has_its_noun_for_argument(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(PARTICIPLES))
def test_a_participle_has_the_argument_that_it_leaves_unsaid(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(DESCRIBED))
def test_what_a_name_is_said_to_be_is_one_clause_whatever_the_grammar(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(QUALIFIED))
def test_what_stands_before_a_name_and_says_something_of_it_is_a_clause(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(NOUNS))
def test_a_noun_that_tells_of_an_event_is_a_clause(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(SHARED))
def test_what_is_coordinated_shares_what_it_does_not_repeat(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(CONTROL))
def test_an_embedded_verb_has_the_subject_that_its_governor_gives_it(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    _assert_drawn(reader, text, wanted)


@pytest.mark.parametrize(
    "text", ["No commander of the Northern Front was killed.", "Nobody left the Northern Front.", "None were killed."]
)
def test_a_subject_that_is_nobody_is_marked_as_such(reader: EnglishReader, text: str) -> None:
    clauses, _ = clauses_of(reader, text)
    verb = next(c for c in clauses if c.form == "verb")
    assert all(p.negated for p in verb.get("subj", "obj")[:1])


def test_what_stands_in_a_colon_list_keeps_the_place_beside_its_name(reader: EnglishReader) -> None:
    text = "Two emirs joined the Northern Front: Samir Haddu from Kosso and Omar Benali from Marib."
    clauses, mentions = clauses_of(reader, text)
    found = [row_of(c, mentions) for c in clauses]
    assert [(r["subj"], r["area"]) for r in found if "area" in r] == [
        ("Samir Haddu", "Kosso"),
        ("Omar Benali", "Marib"),
    ]


def _assert_drawn(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    clauses, mentions = clauses_of(reader, text)
    found = [row_of(c, mentions) for c in clauses]
    assert [w for w in wanted if not any(fits(row, w) for row in found)] == [], found
