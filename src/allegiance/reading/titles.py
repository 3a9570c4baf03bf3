"""Titles in a run of capitals: where a post or a rank parts a body from a man, and what of the run is the post's.

`Papua Police Chief Paul Wenda` is a body, a post and a man; `Theatre Commander` is a post and nothing more; `Commander
Land Forces`, as papers of many lands write it, is a post and the body that it is in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegiance import names
from allegiance.reading import lexicon
from allegiance.reading.runs import NUMBER, ORDINAL, Word

ABBREVIATED = {
    "GOC": "commander", "OC": "commander", "DPC": "commander", "RPC": "commander", "AOC": "commander",
    "C-in-C": "commander", "DG": "director", "COAS": "chief", "IGP": "chief", "IG": "chief", "DIG": "inspector",
    "AIG": "inspector", "DPO": "commander", "PPRO": "spokesman", "CO": "commander", "FOC": "commander",
    "2IC": "deputy", "PRO": "spokesman", "PIO": "spokesman",
}  # fmt: skip
"""Posts that go by their letters, and the plain noun that the parser is shown for each."""
SHORT = re.compile(rf"(?<![\w-])(?:{'|'.join(ABBREVIATED)})(?![\w-])")
COMMANDING = re.compile(r"\b(?:(?:[Gg]eneral|[Ff]lag|[Aa]ir)[ -])?[Oo]fficer[ -](?:[Cc]ommanding|[Ii]n[ -][Cc]harge)\b")
"""A post told by what its holder does, which the parser is shown as a plain noun."""
DUTY = (
    r"(?:Public Relations|Information|Operations|Intelligence|Logistics|Training|Finance|Administration|Personnel|"
    r"Media|Investigations?|Legal|Communications?|Press|Welfare|Planning|Plans|Security|Defence Information)"
)
CHARGED = rf"\b(?P<post>Director|Commander|Coordinator|Controller|Officer|Chief|Head) {DUTY}(?: and {DUTY})?"
OF_DUTY = re.compile(rf"{CHARGED}(?=,)")
"""A post with what it is over behind it and no preposition: `Deputy Director Public Relations, 7 Division`."""
WRITTEN_WITH_NAMES = frozenset(
    "emir amir commander caliph governor president chairman spokesman leader chief wali minister mayor officer "
    "director secretary".split()
)
"""Titles written with a name that are posts where a body stands before them: `Nokia's Emir Peter`."""
SPEAKING = frozenset("spokesman spokeswoman spokesperson chairman chairwoman chairperson treasurer".split())
"""Titles that are posts of the body spoken of where none stands before them: `Spokesman Peter gave no names`."""
OF_BODIES = SPEAKING | {"emir", "amir", "commander", "leader", "caliph"}
"""Titles of those who hold a post in the body behind their name: `Commander Peter of Nokia`."""
GOVERNING = frozenset({"governor", "mayor"})
"""Titles of those who govern what stands behind their name: `Governor Peter of London`."""

OVER = frozenset(
    "commander commandant director director-general controller coordinator co-ordinator commanding deputy "
    "spokesman spokesperson".split()
)
"""The last words of posts that stand before their body with nothing between: `Commander Land Forces`."""
CHARGES = frozenset(
    "public relations information operations logistics training finance administration personnel media press affairs "
    "communications communication planning plans welfare civil legal investigations external internal foreign "
    "publicity recruitment procurement and".split()
)
"""Words for what a post is over, which name no body: `Director of [Public Relations]`."""
NAMES_TOO = frozenset({"amil", "rais"})
"""Posts that are given names as well, and are taken for these before one more name: `Amil Sali`."""
FORCES = frozenset("police army navy".split())
"""Words that belong to a title when it begins with them, and to a body when a name stands before."""


def titled(word: Word) -> bool:
    """Whether a word is a rank, an office or a post, written with a capital."""
    lower = word.text.lower().rstrip(".")
    told = lower in lexicon.nouns().posts or lower == "commanding" or set(lower.split("-")) <= names.TITLES
    return word.text[0].isupper() and (told or word.text in ABBREVIATED)


ENDS_IN_DUTY = re.compile(rf"{CHARGED}$")
ENDS_IN_POST = re.compile(r"(?<![\w-])(?P<last>[A-Z][\w-]*|commanding)$")


def before_body(words: str, comma: bool) -> bool:
    """Whether words end in a post that its body follows with no preposition: `the Commander[, 7 Division,]`."""
    if comma and ENDS_IN_DUTY.search(words):
        return True
    match = ENDS_IN_POST.search(words)
    if match is None:
        return False
    last = match["last"]
    if last in ABBREVIATED or last.lower() == "commanding":
        return True
    return last[0].isupper() and last.lower() in (lexicon.nouns().posts if comma else OVER)


def is_post(text: str) -> bool:
    """Whether words with capitals are a post's or a rank's throughout, and no name."""
    if text in ABBREVIATED:
        return True
    words = text.lower().replace("-", " ").split()
    posts = lexicon.nouns().posts | lexicon.naming().duties
    known = all(w in names.TITLES or w in names.MODIFIERS or w in posts for w in words)
    plain = words[-1] in names.TITLES | lexicon.nouns().posts | {"commanding"} or all(
        w in names.TITLES or w in names.MODIFIERS or w in lexicon.nouns().posts for w in words
    )
    return known and plain


def title_at(run: Sequence[Word]) -> tuple[int, int] | None:
    """Where a title stands in a run, with a name after it: from the first to past the last of its words."""
    for at, word in enumerate(run):
        if not titled(word) or (word.text.lower() in names.STANDING | NAMES_TOO and at + 2 >= len(run)):
            continue
        first = at
        while first > 0 and run[first - 1].text.lower() in names.MODIFIERS:
            if run[first - 1].text.lower() in FORCES and first > 1:
                break
            first -= 1
        if first == 1 and run[0].text in ("El", "Al") and word.text.lower() in names.HONORIFICS:
            first = 0
        last = at + 1
        while (
            last < len(run)
            and titled(run[last])
            and not (run[last].text.lower() in names.STANDING | NAMES_TOO and last + 2 >= len(run))
        ):
            last += 1
        ahead = last
        while ahead < len(run) and run[ahead].text.lower() in lexicon.naming().duties and not titled(run[ahead]):
            ahead += 1
        if last < ahead < len(run) - 1 and titled(run[ahead]):
            last = ahead + 1  # `Chief Operations Officer Ali Sow`.
        while [w.text for w in run[last : last + 1]] == ["of"] and last + 2 < len(run):
            if run[last + 1].text not in ("Police", "Staff", "Operations"):
                break
            last += 2  # `Superintendent of Police Garba Isa`, `Chief of Staff Omar Benali`.
            while last < len(run) - 1 and titled(run[last]):
                last += 1
        if last == len(run) and (
            first == 0 or run[-1].text.lower() in names.HONORIFICS | {"wali", "king", "prince", "sultan"}
        ):
            return None
        if last < len(run) and names.is_given(run[last - 1].text, run[last].text):
            last -= 1
        return (first, last) if first < last else None
    return None


def before_post(run: Sequence[Word], first: int) -> int:
    """Where the words of a post begin that stand before its noun: in `Papua Field [Commander]`, at `Field`.

    A number's noun stays with it: `IV Corps [Commander]`.
    """
    if run[first].text.lower() not in lexicon.nouns().posts and run[first].text.lower() not in names.OFFICES:
        return first
    at = first
    while at > 0 and run[at - 1].text.lower() in lexicon.naming().duties:
        at -= 1
    numbered = at > 0 and (NUMBER.match(run[at - 1].text) or ORDINAL.match(run[at - 1].text))
    spelt = at > 0 and run[at - 1].text.lower() in NUMERALS
    return first if numbered or spelt else at


def is_charge(text: str) -> bool:
    """Whether words name what a post is over and no body: `Public Relations`, `External Affairs`."""
    return set(text.lower().replace("-", " ").split()) <= CHARGES


def office_in(title: Sequence[Word]) -> list[str]:
    """The words of a title that are an office and no rank: `Director General`, and none of `Brigadier General`."""
    words = [w.text.lower() for w in title]
    own = [w for w in words if w not in names.RANKS | names.HONORIFICS]
    return [w for i, w in enumerate(words) if w in own or (w == "general" and words[i - 1 : i] and words[i - 1] in own)]


NUMERALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def leads_body(title: Sequence[Word], tail: Sequence[Word]) -> bool:
    """Whether a title with a body behind it is that body's post: `Commander [Land Forces]`, `GOC [3 Division]`."""
    last = title[-1].text
    over = last in ABBREVIATED or last.lower() in OVER
    return over and names.has_group_word(" ".join(w.text for w in tail)) and tail[0].text.lower() not in ("of", "in")
