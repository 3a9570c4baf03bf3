"""Words and fixed phrases that the small model takes apart, by the plain word of the same sense to show it instead."""

from __future__ import annotations

import re

COMMON = {
    "swore": "pledged",
    "Swore": "Pledged",
    "swear": "pledge",
    "swears": "pledges",
    "sworn": "pledged",
    "swearing": "pledging",
    "readmitted": "admitted",
    "dynamited": "bombed",
    "declares": "declared",
}
"""Verbs that the small model often takes for nouns, and a commoner verb of the same kind to show it instead."""
HER = re.compile(
    r"\bher\b(?= (?:back|arms|weapons|gun|lot|hand|oath|pledge|allegiance|loyalty|men|fighters|unit|place|post|seat|"
    r"job|shoes)\b)"
)
"""What is hers, which the parser takes for her beside an adverb; it is shown what is his."""
COMMON_WORD = re.compile(rf"\b(?:{'|'.join(COMMON)})\b(?! in\b)")
ALLEGIANCE = r"(?= (?:our |their |its |his |her )?(?:allegiance|loyalty|fealty|obedience|bay'?at?h?)\b)"
FIRE = r"(?:heavy |sustained |rocket |mortar |artillery |renewed )*(?:fire|attack|bombardment|shelling|assault)"
WHOM = r"(?= (?!(?:in|on|at|by|for|from|after|before|during|with|as|and|but|when|while|or|following|near|over)\b)\w)"
AND_NO_MORE = r"(?= (?:by|near|from|in|while|as)\b)"
THAT_MONTH = re.compile(
    r"(?<=[a-z] )that(?= (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|winter|week|month|year|day|night|evening|morning|afternoon)(?:[.,;)]|$))"
)
"""`in an ambush that March`, whose `that` would be taken for a relative."""
BY_NAME = (
    r"(?:who (?:(?:calls|called|styles|styled) (?:him|her)self|(?:goes|went) by(?: the name(?: of)?)?)"
    r"|styled|baptised|baptized|christened|dubbed|codenamed|nicknamed)"
)
"""How a man or a body is said to be called; the parser follows `called`."""
IDIOMS = (
    (re.compile(r"\b(?:shot dead|gunned down|shot and killed|mown down|done to death)\b"), "killed"),
    (re.compile(r"\b(?:shoots dead|guns down)\b"), "kills"),
    (re.compile(r"\b(?:shooting dead|gunning down)\b"), "killing"),
    (re.compile(r"\b(?:held|kept) (?:hostage|captive|prisoner)\b"), "detained"),
    (re.compile(r"\b(?:taken|took) (?:hostage|captive|prisoner)\b"), "captured"),
    (re.compile(r"\btaking (?:hostage|captive|prisoner)\b"), "capturing"),
    (re.compile(r"(?<=\bwas )let (?:go|off|out)\b(?! of)|(?<=\bwere )let (?:go|off|out)\b(?! of)"), "freed"),
    (re.compile(r"(?<=\bbeen )let (?:go|off|out)\b(?! of)|(?<=\band )let out\b"), "freed"),
    (re.compile(r"\bset free\b"), "freed"),
    (re.compile(r"\b(?:at|by) our sides?\b"), "alongside us"),
    (re.compile(r"\b(?:at|by) their sides?\b"), "alongside them"),
    (re.compile(r"\b(?:at|by) its side\b"), "alongside it"),
    (
        re.compile(r"\brefused to (?:recogni[sz]e|accept|acknowledge|obey)(?= [^.;,]{3,60} any (?:longer|more)\b)"),
        "no longer accepted",
    ),
    (
        re.compile(
            r"(?:(?<=\bswore )|(?<=\bsworn )|(?<=\bKoran )|(?<=\bQuran )|(?<=\bQur'an ))to (?:serve|obey)"
            r"(?= (?:the )?[A-Z])"
        ),
        "allegiance to",
    ),
    (re.compile(r"\b(?:these days|nowadays)\b"), "now"),
    (re.compile(r"\b(?:handed|put|sent) in (?:his|her) (?:notice|papers|resignation)\b"), "resigned"),
    (re.compile(r"\bsworn(?= (?:enem|foe|rival|adversar))"), "bitter"),
    (re.compile(r"\bat daggers[- ]drawn\b|\bat drawn daggers\b"), "at war"),
    (re.compile(r"\b(?:shown the door|given (?:the (?:boot|sack|push)|his marching orders))\b"), "dismissed"),
    (re.compile(r"\bbelied\b"), "denied"),
    (re.compile(r"\b(?:calling|styling) (?:itself|themselves)\b"), "called"),
    (re.compile(rf"(?<=[a-z] ){BY_NAME}(?= (?:the )?[\"']?[A-Z])"), "called"),
    (THAT_MONTH, "in"),
    (re.compile(r"\buntil (?:very |quite )?(?:recently|lately)\b"), "formerly"),
    (re.compile(r"\bUntil (?:very |quite )?(?:recently|lately)\b"), "Formerly"),
    (re.compile(r"\b[Aa]id worker\b"), "nurse"),
    (re.compile(r"\b[Aa]id workers\b"), "nurses"),
    (re.compile(r"\bput to death\b"), "executed"),
    (re.compile(r"(?<=\binto )being\b"), "existence"),
    (re.compile(r"\b(?:side by side|shoulder to shoulder|hand in (?:hand|glove)) with\b"), "alongside"),
    (re.compile(rf"\bcame under {FIRE} (?:from|by)\b"), "was attacked by"),
    (re.compile(rf"(?<=\bhas |\bhad )come under {FIRE} (?:from|by)\b"), "been attacked by"),
    (re.compile(rf"\b(?:took|taken) into (?:\w+ )?custody{WHOM}"), "arrested"),
    (re.compile(rf"\b(?:hacked|beat|beaten|stabbed|stoned|clubbed|bludgeoned) to death{WHOM}"), "killed"),
    (re.compile(rf"(?:(?<=was )|(?<=were )|(?<=been ))(?:fired (?:up)?on|(?:shot|fired) at){AND_NO_MORE}"), "attacked"),
    (re.compile(r"\bstands? accused\b"), "is accused"),
    (re.compile(r"\bstood accused\b"), "was accused"),
    (re.compile(rf"\bla(?:id|y) hands on{WHOM}(?! (?:the|its|his) (?:money|cash|weapons|arms|land))"), "captured"),
    (re.compile(rf"\bburn(?:t|ed) alive{WHOM}"), "burned"),
    (re.compile(r"\bexecuted by (?:a )?firing[- ]squad\b"), "executed"),
    (
        re.compile(r"(?<=\bto )rebel(?= (?:spokes|leader|command|chief|general|group|fighter|force|soldier|official))"),
        "guerrilla",
    ),
    (re.compile(r"(?:(?<=\bterror )|(?<=\bmurder )|(?<=\bkidnap )|(?<=\bbomb ))suspect(?= [A-Z])"), "man"),
    (re.compile(r"\blaid siege to\b"), "besieged"),
    (re.compile(rf"\bput out of action{WHOM}"), "killed"),
    (re.compile(r"\b(?:fighter jets|jet fighters)\b"), "warplanes"),
    (
        re.compile(r"\b(?:put|set) (?:fire to|to the torch|on fire|ablaze|alight|afire)\b(?! (?:him|her|them)sel)"),
        "torched",
    ),
    (re.compile(rf"(?<=, )(?:pledge|swear|vow){ALLEGIANCE}"), "give"),
    (re.compile(rf"\b(?:pledges|swears|vows){ALLEGIANCE}"), "gives"),
)
"""Fixed phrases whose parts the small model scatters, each with one verb of the same sense to show it instead."""
ABLAZE = re.compile(
    r"\b(?P<set>set)(?= (?:(?!to\b|[a-z]+sel(?:f|ves)\b)[\w'-]+ ){1,6}(?:ablaze|alight|afire|on fire)\b)"
    r"(?: [\w'-]+){1,6} (?P<fire>ablaze|alight|afire|on fire)\b"
)
"""`set the court ablaze`, whose parts the small model takes for a clause; it is shown `burned the court down`."""
BLAMES = {"hold": "blame", "holds": "blames", "held": "blamed", "holding": "blaming"}
FINDS = r"(?<!court )(?<!tribunal )(?<!judge )(?<!panel )(?<!commission )(?<!has )(?<!have )"
RESPONSIBLE = re.compile(
    rf"{FINDS}\b(?P<hold>hold|holds|held|holding)(?=[^,.;:()]{{0,60}}? (?:responsible|accountable) for the\b)"
    r"[^,.;:()]{0,60}?(?P<able> (?:responsible|accountable))"
)
"""`held Nokia responsible for the raid`, which is shown as the blame that it is; a court finds."""
WHEN_PLEADED = r"(?: (?:yesterday|today|earlier|(?:last|this|on|in) [A-Z]?[a-z]+))?"
VERDICTS = (
    (re.compile(rf"\bpleaded not guilty{WHEN_PLEADED} to\b"), "denied"),
    (re.compile(rf"\bpleaded guilty{WHEN_PLEADED} to\b"), "admitted"),
    (re.compile(r"\bpleaded not guilty(?= (?:at|in|before)\b)"), "denied"),
    (
        re.compile(
            r"\b(?:(?:went|goes|gone|is|was|are|were) on|stood|stands|faces|faced) trial (?:for|over|accused of|"
            r"on charges of)\b"
        ),
        "was charged with",
    ),
    (re.compile(r"\bfound (?:to be )?guilty(?= of\b)"), "convicted"),
    (re.compile(r"\bfound not guilty(?= of\b)"), "acquitted"),
)
"""Pleas and verdicts, each with the one verb that says the same."""
FOUND = re.compile(r"\b(?P<found>found|finds) (?:[\w'.()-]+ ){1,6}?(?P<how>(?:not )?guilty)(?= of\b| and\b|[,.;])")
"""A verdict that has its man in it: `found Idris Baro guilty`."""


def plain_words(clean: str) -> dict[int, tuple[int, str]]:
    """What is shown in another word, by where it begins: its end, and the word."""
    out: dict[int, tuple[int, str]] = {m.start(): (m.end(), COMMON[m.group()]) for m in COMMON_WORD.finditer(clean)}
    out |= {m.start(): (m.end(), "his") for m in HER.finditer(clean)}
    for found in FOUND.finditer(clean):
        out[found.start()] = (found.end("found"), "convicted" if found["how"] == "guilty" else "acquitted")
        out[found.start("how") - 1] = (found.end("how"), "")
    for pattern, word in (*IDIOMS, *VERDICTS):
        out.update({m.start(): (m.end(), word) for m in pattern.finditer(clean)})
    for match in RESPONSIBLE.finditer(clean):
        out[match.start("hold")] = (match.end("hold"), BLAMES[match["hold"]])
        out[match.start("able")] = (match.end("able"), "")
    for match in ABLAZE.finditer(clean):
        out[match.start("set")] = (match.end("set"), "burned")
        out[match.start("fire")] = (match.end("fire"), "down")
    return out
