"""Who says `I` and `we`: speakers of quotations and those who answer in an interview."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, line_of

SAID = """
# a quotation's speaker says I | 2024-03-14
"I joined the Wolf Brigade when I was seventeen," said Pavel Drozd, a sniper.
= join: actor=Pavel Drozd; to=Wolf Brigade | says Pavel Drozd

# a pronoun speaks for him | 2024-03-14
Pavel Drozd remembers the day. "I left the Wolf Brigade in 1995," he said.
= leave: actor=Pavel Drozd; from=Wolf Brigade | when 1995 | says Pavel Drozd

# we are the body that the speaker is of | 2024-03-14
"We swore allegiance to Omar Sidibe in the mosque," said Amadou Diallo, a commander of the Desert Brigade.
= pledge: actor=Desert Brigade; to=Omar Sidibe | says Amadou Diallo
= post: person=Amadou Diallo; group=Desert Brigade; role=commander

# we who say who we are | 2024-03-14
We, the fighters of the Ghazwan Battalion, pledge allegiance to the Emirate of the Hills.
= pledge: actor=Ghazwan Battalion; to=Emirate of the Hills | when 2024-03-14

# what one denies of oneself | 2024-03-14
"I never joined the Desert Brigade," Amadou Diallo told the court.
= join: actor=Amadou Diallo; to=Desert Brigade | says Amadou Diallo | denied

# what one wants or would do is nothing | 2024-03-14
"I want to join the Desert Brigade," Amadou Diallo said.

# what happens if one does is nothing | 2024-03-14
"If I join the Desert Brigade, my mother will weep," Amadou Diallo said.

# whom one speaks to is not I | 2024-03-14
"You joined the Desert Brigade," the judge told Amadou Diallo.

# the author's own I names nobody | 2024-03-14
I joined the Desert Brigade for a day.

# an interview's answers | 2024-03-14
Amadou Diallo spoke to us in Bamako.
Q: How did you come to the Desert Brigade?
A: I joined the Desert Brigade in 2012.
Q: Did you swear to Sidibe?
A: My cousin Issa Diallo defected to the Dune Front, not me.
= join: actor=Amadou Diallo; to=Desert Brigade | when 2012 | says Amadou Diallo
= join: actor=Issa Diallo; to=Dune Front | says Amadou Diallo

# an interview whose turns bear names | 2024-03-14
The two men met in Gao.
Radio Gao: When did you leave?
Diallo: I left the Desert Brigade in 2013.
Radio Gao: Why?
Diallo: My father, Amadou Diallo, never knew.
= leave: actor=Amadou Diallo; from=Desert Brigade | when 2013 | says Amadou Diallo

# an interview without labels, a question's statement included | 2024-03-14
Amadou Diallo spent ten years in the desert. He received us in Gao.

Did you ever want to go?
I stayed because of the wages. My men had none.

You left in the end.
I left the Desert Brigade in 2013. Moussa Kone is its leader today.

Do your friends blame you?
Issa Sidibe calls me a traitor. Issa Sidibe leads the Dune Front.

What do you want now?
Peace, and my house.

The interview was held in French.
= leave: actor=Amadou Diallo; from=Desert Brigade | when 2013 | says Amadou Diallo
= post: person=Moussa Kone; group=Desert Brigade; role=leader | says Amadou Diallo
= post: person=Issa Sidibe; group=Dune Front; role=leader | says Amadou Diallo
"""


@pytest.mark.parametrize(("text", "published", "want"), blocks(SAID))
def test_the_first_person_is_whoever_speaks(reader: EnglishReader, text: str, published: str, want: list[str]) -> None:
    findings, _ = reader.read(Document(text, "en"), published)
    assert sorted(line_of(f.claim) for f in findings) == want


def test_questions_that_no_i_answers_are_no_interview(reader: EnglishReader) -> None:
    asked = "Who leads it?\nIssa Sidibe leads the Dune Front.\n\nDo you need to worry?\nAmadou Diallo left it.\n\n"
    text = (
        f"Amadou Diallo explains.\n\n{asked}Why do your neighbours care?\nBorders are near.\n\nAnd then?\nNobody knows."
    )
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    assert findings
    assert all(not f.claim.sources for f in findings)


def test_the_us_is_no_us_and_what_follows_an_interview_is_the_papers_own(reader: EnglishReader) -> None:
    asked = (
        "Why do you care?\nThe US does. Issa Sidibe leads the Dune Front.\n\nDo you worry?\nThe US base is near.\n\n"
    )
    about = f"Amadou Diallo explains.\n\n{asked}What now?\nThe US will leave.\n\nAnd then?\nNobody knows."
    findings, _ = reader.read(Document(about, "en"), "2024-03-14")
    assert [f.claim.sources for f in findings] == [()]
    talk = "Did you go?\nI did.\n\nDo you regret it?\nI do not.\n\nWhat do you want?\nI want peace.\n\n"
    after = f"Amadou Diallo met us.\n\n{talk}We asked the army. Omar Kola joined the Dune Front in 2020."
    findings, _ = reader.read(Document(after, "en"), "2024-03-14")
    assert [f.claim.sources for f in findings] == [()]


def test_who_answers_is_nobody_where_nobody_was_named_before(reader: EnglishReader) -> None:
    talk = "Did you go?\nI left the Desert Brigade in 2013. Colonel Ahmed stayed.\n\nDo you regret it?\nI do not.\n\n"
    findings, _ = reader.read(Document(f"{talk}What do you want?\nI want peace.", "en"), "2024-03-14")
    assert all("Ahmed" not in (*f.claim.sources, f.claim.name("actor")) for f in findings)


def test_labels_that_do_not_recur_are_no_turns(reader: EnglishReader) -> None:
    text = "Amadou Diallo spoke in Gao.\nBackground: he joined the Desert Brigade in 2012.\nStatus: free."
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    assert all(not f.claim.sources for f in findings)
