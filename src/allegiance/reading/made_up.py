"""What is told and did not happen: plots of novels and films, dreams, jokes, what would have been, what is taken back.

Such a sentence has the grammar of a fact. What gives it away stands around it: `In her novel`, `played by`, `had the
army not come`, `an earlier version of this article`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty
from allegiance.reading.clause import Clause
from allegiance.reading.dating import Dating
from allegiance.reading.parse import Sentence
from allegiance.reading.stance import Stance

INVENTED = (
    r"novels?\b(?! (?:approach|way|form|method|use|idea|feature|weapon|tactic|coronavirus|virus)\w*)|novellas?|"
    r"thrillers?|"
    r"sitcoms?|telenovelas?|soap operas?|operas?|comic books?|video ?games?|(?:short|spy|ghost) stor(?:y|ies)|"
    r"screenplays?|feature films?|whodunn?its?"
)
"""Works that are made up, whatever is said of them."""
SHOWN = (
    r"films?|movies?|series|dramas?|plays?|musicals?|shows?|episodes?|scripts?|comed(?:y|ies)|stor(?:y|ies)|"
    r"book|scenes?"
)
"""Works that may be."""
DREAMT = r"dreams?|nightmares?|daydreams?|hallucinations?|fantas(?:y|ies)|fairy ?tales?|fables?|serials?"
STAGE = re.compile(
    r"[Pp]layed by [A-Z]|[A-Z]\w+ plays [A-Z]\w+, an? |"
    r"\b(?:starring|screenwriters?|novelists?|playwrights?|protagonists?|antihero|Netflix|box office|"
    r"premiered?|actress(?:es)?|directed by [A-Z]\w+|film director|on screen|plot twists?|the actor)\b"
    r"|\b(?:first|last|final|second|third) reel\b|\bbased (?:loosely )?on a true story\b"
)
"""What is spoken of beside works that are made up."""
WORK = re.compile(rf"\b(?:{INVENTED})\b", re.IGNORECASE)
INSIDE = re.compile(
    rf"(?:^|[,;:] )(?:[Ii]n|[Aa]t the (?:start|end|climax|heart) of) [^,]{{0,60}}?\b(?:{INVENTED}|{DREAMT})\b"
)
"""`In her new novel, A joins B`: all that follows is in it."""
STORY = re.compile(
    rf"\b(?:{INVENTED}|{SHOWN})\b[^.]{{0,60}}?\b(?:tells? (?:the|its|a) (?:stor(?:y|ies)|tale) of|tells? of|follows?|"
    r"is about|imagines?|opens? with|ends? (?:with|when)|revolves? around|is set in|begins? when|cent(?:re|er)s? on)\b"
)
ISSUED = re.compile(
    r"\b(?:documentar\w+|propaganda|footage|released|uploaded|posted|distributed|media (?:arm|wing|office))\b"
)
"""What real films have about them: a body's own are claims."""

TAKEN_BACK = re.compile(
    r"\b(?:earlier|previous|original|first|print|online) (?:version|edition)s? of (?:this|the|our|that) "
    r"(?:article|story|report|piece)\b"
    r"|\b[Tt]his (?:article|story|report|piece) (?:originally|earlier|previously|initially|first|wrongly|incorrectly|"
    r"mistakenly|erroneously)\b"
    r"|^Corrections?\b.*\b(?:we|article|report|story|caption|column) (?:said|stated|wrote|gave|named|described)\b"
    r"|\b(?:we|this (?:newspaper|paper)) (?:wrongly|incorrectly|mistakenly|erroneously) "
    r"(?:said|reported|stated|wrote|named)\b"
)
SUPPOSING = re.compile(
    r"^\W*(?:Suppose|Imagine|Picture|Assume|Say|Pretend|What if|Let us (?:suppose|imagine|assume))\b"
)
INVERTED = re.compile(
    r"\b(?:had|were|should) (?:it |there )?(?:not |n't )?(?:been |be )?(?:for )?"
    r"(?:the|an?|his|her|its|their|he|she|it|they|[A-Z][\w'-]+)\b"
    r"[^,.;]{0,60}?\b(?:not|n't|been|never|\w+ed|come|gone|done|known|taken|left|held|had|kept|got|seen|won|fallen|met)\b"
)
BUT_FOR = re.compile(r"\b(?:but|if not) for (?:the|an?|his|her|its|their|[A-Z])")
CONDITIONAL = frozenset({"might", "could", "would"})


def judged(
    views: Sequence[Stance], clauses: Sequence[Clause], sentence: Sentence, words: str, around: str
) -> list[Stance]:
    """The stances of a sentence's clauses, those of what is made up marked as no fact.

    `words` is the sentence, `around` the paragraph it stands in with the one before it.
    """
    whole = _whole(words)
    plot = not ISSUED.search(words) and (
        WORK.search(around) is not None or STAGE.search(around) is not None or STORY.search(words) is not None
    )
    dating = Dating(sentence, clauses, ())
    out = []
    for clause, view in zip(clauses, views, strict=True):
        why = whole or _counterfactual(clause, words) or _all_but(clause, sentence)
        if plot and not why and _told_now(clause, clauses, dating):
            why = "in a plot"
        kept = view.unreal or (why == "taken back" and view.certainty is Certainty.DENIED)
        out.append(replace(view, unreal=why) if why and not kept else view)
    return out


def _whole(words: str) -> str:
    """Why nothing that a sentence tells is so."""
    if INSIDE.search(words) and not ISSUED.search(words):
        return "in a work of fiction"
    if TAKEN_BACK.search(words):
        return "taken back"
    return "supposed" if SUPPOSING.match(words) else ""


def _told_now(clause: Clause, clauses: Sequence[Clause], dating: Dating) -> bool:
    """Whether a clause tells an event in the present, as plots are told, or hangs as a noun in one that does."""
    if clause.form == "verb":
        return not clause.perfect and dating.present(clause)
    return (
        clause.parent >= 0
        and clauses[clause.parent].form == "verb"
        and _told_now(clauses[clause.parent], clauses, dating)
    )


def _all_but(clause: Clause, sentence: Sentence) -> str:
    """`all but left the Front`: he did not quite."""
    before = [t.text.lower() for t in sentence.tokens[max(0, clause.token - 2) : clause.token]]
    return "not quite done" if clause.form == "verb" and before == ["all", "but"] else ""


def _counterfactual(clause: Clause, words: str) -> str:
    """`might have been killed had the army not come`: he was not."""
    if (
        clause.form != "verb"
        or not CONDITIONAL & set(clause.helpers)
        or not (clause.perfect or "have" in clause.helpers)
    ):
        return ""
    return "would have been" if INVERTED.search(words) or BUT_FOR.search(words) else ""
