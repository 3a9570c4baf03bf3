"""Who holds, gets and loses which post, as reports tell it: short texts, and all that they claim of these types.

A claim is written as its type, its key roles and its words for the post; `-` is none.
"""

from __future__ import annotations

import pytest

from allegiance.finder import Finder, Naming
from allegiance.model import Document, Kind
from allegiance.reading.reader import EnglishReader
from reading.lines import in_short

KNOWN = Finder.of(
    (
        Naming("Harrat Front", Kind.GROUP, "Harrat Front"),
        Naming("Kosso Brigade", Kind.GROUP, "Kosso Brigade"),
        Naming("Idris Baro", Kind.PERSON, "Idris Baro"),
        Naming("Samir Haddu", Kind.PERSON, "Samir Haddu"),
        Naming("Omar Benali", Kind.PERSON, "Omar Benali"),
    )
)
OF_POSTS = frozenset(
    "post appointment removal succession membership affiliation founding merger split renaming alias".split()
)

TOLD = """
# What somebody is made, whatever the parse makes of it.
The Harrat Front named Idris Baro chief of its military wing. | appointment Idris Baro, Harrat Front: chief of military wing
After the mutiny, soldiers proclaimed Idris Baro head of the Harrat Front. | appointment Idris Baro, Harrat Front: head
Idris Baro proclaimed himself emir of the Harrat Front. | appointment Idris Baro, Harrat Front: emir
The Harrat Front's council made Idris Baro treasurer. | appointment Idris Baro, Harrat Front: treasurer
The Harrat Front's long-serving spokesman, Idris Baro, spoke. | post Idris Baro, Harrat Front: spokesman
The Harrat Front's imprisoned treasurer, Idris Baro, spoke. | post Idris Baro, Harrat Front: treasurer
The Harrat Front's senior judge, Idris Baro, spoke. | post Idris Baro, Harrat Front: senior judge
Idris Baro rose to command the Harrat Front. | appointment Idris Baro, Harrat Front: commander
Idris Baro rose to address the Harrat Front. | -
Idris Baro proclaimed himself innocent of the Harrat Front's crimes. | -
The Harrat Front may name Idris Baro chief of its military wing. | -
# Two men of one family are two.
Baro named his son Tarik Baro as commander of the Harrat Front. | appointment Tarik Baro, Harrat Front: commander
# What one is in charge of, with no verb.
Idris Baro, in charge of logistics for the Harrat Front, was held. | post Idris Baro, Harrat Front: in charge of logistics
Samir Haddu, at the time deputy commander of the Harrat Front, signed. | post Samir Haddu, Harrat Front: deputy commander
With Idris Baro at the helm, the Harrat Front took Tarmal. | post Idris Baro, Harrat Front: leader
The Harrat Front put Idris Baro in charge of its finances. | appointment Idris Baro, Harrat Front: in charge of finances
Idris Baro, in charge of the bakery, fled from the Harrat Front. | -
# The unnamed who say who they are.
A spokesman for the Harrat Front, who gave his name as Idris Baro, told Radio Tarmal so. | post Idris Baro, Harrat Front: spokesman
# An owner that ends in s is no former name.
Idris Baro, until recently the Hill Tigers' envoy to Tarmal, left. | post Idris Baro, Hill Tigers: envoy
# Each founder has a claim.
The Harrat Front was founded by Idris Baro and Samir Haddu. | founding Harrat Front: Idris Baro; founding Harrat Front: Samir Haddu
Idris Baro co-founded the Harrat Front with Samir Haddu. | founding Harrat Front: Idris Baro; founding Harrat Front: Samir Haddu
Idris Baro founded the Harrat Front with stolen money. | founding Harrat Front: Idris Baro
# Whoever is told of by what he is besides.
The Harrat Front has a new face. Its head is a former teacher, Idris Baro. | post Idris Baro, Harrat Front: head
The commander of the Harrat Front is a cousin of Samir Haddu. | -
# What one has who is over a body.
Idris Baro founded the Harrat Front. The leadership passed to Samir Haddu. | appointment Samir Haddu, Harrat Front: leader; founding Harrat Front: Idris Baro
The Harrat Front's emirship went to Samir Haddu. | appointment Samir Haddu, Harrat Front: emir
Placed at the head of the Harrat Front in May, Idris Baro lasted a year. | appointment Idris Baro, Harrat Front: head
The council relieved Idris Baro of command of the Harrat Front. | removal Idris Baro, Harrat Front
The Harrat Front chose Idris Baro over Samir Haddu as its emir. | appointment Idris Baro, Harrat Front: emir
Idris Baro and Samir Haddu, respectively head and treasurer of the Harrat Front, spoke. | post Idris Baro, Harrat Front: head; post Samir Haddu, Harrat Front: treasurer
Many see Idris Baro as the future leader of the Harrat Front. | -
# Bodies with an s.
The Hill Tigers' youth league, the Tarmal Guard, moved on. | affiliation Tarmal Guard, Hill Tigers
The Hill Tigers, later renamed the Tarmal Guard, moved on. | renaming Hill Tigers, Tarmal Guard
The Hill Tigers pulled out of the Harrat Front. | split Hill Tigers, Harrat Front
The Hill Tigers pulled out of Tarmal. | -
The Hill Tigers' weapons include rifles of the Tarmal Guard. | -
The Hill Tigers and their parent organisation, the Harrat Front, moved on. | affiliation Hill Tigers, Harrat Front
# What one was for a time, or is in some capacity.
Idris Baro's stint as the Harrat Front's spokesman was short. | post Idris Baro, Harrat Front: spokesman
Idris Baro spoke in his capacity as deputy head of the Harrat Front. | post Idris Baro, Harrat Front: deputy head
Idris Baro was removed from his position as deputy head of the Harrat Front. | removal Idris Baro, Harrat Front: deputy head
Idris Baro and his Harrat Front denied it. | post Idris Baro, Harrat Front: leader
Idris Baro now leads the remainder of the Harrat Front. | post Idris Baro, Harrat Front: leader
# Of whom and in what a post is that somebody takes over.
Samir Haddu led the Kosso Brigade. After he was captured, Idris Baro, who had fought with the Harrat Front, took over as commander. | appointment Idris Baro, Kosso Brigade: commander; membership Idris Baro, Harrat Front; post Samir Haddu, Kosso Brigade: leader; succession Idris Baro, Samir Haddu: commander
Idris Baro returned to the bush as spokesman of the Harrat Front. | -
Samir Haddu, the Harrat Front's spokesman, named the leaders of the Kosso Brigade. | post Samir Haddu, Harrat Front: spokesman
The Harrat Front has need of much: a recruiter, a treasurer and a head of its press office. | -
Idris Baro was appointed by Prime Minister Samir Haddu as commander of the Harrat Front. | appointment Idris Baro, Harrat Front: commander
The Harrat Front met and chose as its emir Idris Baro. | appointment Idris Baro, Harrat Front: emir
On the death of Samir Haddu, emir of the Harrat Front, the elders elected Idris Baro. | appointment Idris Baro, Harrat Front: emir; post Samir Haddu, Harrat Front: emir; succession Idris Baro, Samir Haddu: emir
The Harrat Front has lost two leaders: Idris Baro and Samir Haddu. | post Idris Baro, Harrat Front: leader; post Samir Haddu, Harrat Front: leader
# Two names of one man.
Idris Baro went by the name Abu Zeid. | alias Idris Baro, Abu Zeid
Abu Zeid is the nom de guerre of Idris Baro. | alias Abu Zeid, Idris Baro
Idris Baro, who fought as Abu Zeid, fled. | alias Idris Baro, Abu Zeid
# Heroes of novels, and teams.
The novel's hero, Idris Baro, leads the Harrat Front. | -
Tarek Dalil, a fictional warlord, leads the Harrat Front. | -
The captain of the football team Coast Lions, Idris Baro, scored twice. | -
Idris Baro, a hero of the Kosso Brigade, leads the Harrat Front. | post Idris Baro, Harrat Front: leader
"""  # noqa: E501
LINES = [line.split(" | ") for line in TOLD.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("text", "want"), LINES, ids=[text[:60] for text, _ in LINES])
def test_a_report_tells_who_holds_gets_and_loses_which_post(text: str, want: str) -> None:
    findings, _ = EnglishReader(KNOWN).read(Document(text, "en"), "2024-03-14")
    said = sorted(in_short(f.claim) for f in findings if f.claim.type in OF_POSTS)
    assert "; ".join(said) == (want if want != "-" else "")
