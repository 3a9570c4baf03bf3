"""What one sentence does to another: `The group denied it`, `The report could not be confirmed`, `the defection`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import TYPES, Certainty, Phase
from allegiance.reading import blame, degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import fills
from allegiance.reading.frames import Path_, RoleRule
from allegiance.reading.phrases import Phrase
from allegiance.reading.speakers import names_of
from allegiance.reading.stance import Stance

DOER_ROLES = ("by", "means")
TELLING_WHO = frozenset({"for", "in", "of", "from", "within", "inside", "at", "close to"})
DEEDS = frozenset({"killing", "attack", "detention"})
ECHO_OF: Mapping[str, frozenset[str]] = {
    "defection": frozenset({"join", "leave"}),
    "desertion": frozenset({"join", "leave"}),
    "departure": frozenset({"join", "leave"}),
    "death": frozenset({"death", "killing"}),
    "killing": frozenset({"killing"}),
    "murder": frozenset({"killing"}),
    "alliance": frozenset({"alliance", "link", "support"}),
    "pact": frozenset({"agreement", "alliance"}),
    "pledge": frozenset({"pledge"}),
    "oath": frozenset({"pledge"}),
    "appointment": frozenset({"appointment"}),
    "arrest": frozenset({"detention"}),
    "capture": frozenset({"detention"}),
    "abduction": frozenset({"detention"}),
    "kidnapping": frozenset({"detention"}),
    "attack": frozenset({"attack"}),
    "raid": frozenset({"attack"}),
    "bombing": frozenset({"attack"}),
    "ambush": frozenset({"attack"}),
    "merger": frozenset({"merger"}),
    "split": frozenset({"leave", "split"}),
    "resignation": frozenset({"removal"}),
    "removal": frozenset({"removal"}),
    "dismissal": frozenset({"removal"}),
    "release": frozenset({"release"}),
    "truce": frozenset({"agreement"}),
    "deal": frozenset({"agreement"}),
    "ceasefire": frozenset({"agreement"}),
    "link": frozenset({"link"}),
    "tie": frozenset({"link"}),
    "surrender": frozenset({"leave"}),
    "involvement": frozenset({"attack", "killing"}),
    "responsibility": frozenset({"attack", "killing"}),
    "support": frozenset({"support"}),
    "assassination": frozenset({"killing"}),
}
"""Nouns that point back at a claim, and the types that they may mean."""


DOUBT = re.compile(
    r"\b(?:(?:could|can|has|have|had|was|were|is|are|been)(?: ?not|n't)"
    r"(?: yet| so far)?(?: be| been)?(?: independently)? "
    r"(?:confirmed|verified|corroborated|substantiated|authenticated|checked|ascertained|proven)"
    r"|un(?:confirmed|verified|substantiated|corroborated|proven)\b(?! reports? (?:of|that|say))"
    r"|(?:could|can|has|have|had|did|does)(?: ?not|n't)(?: yet)?(?: been able to)? (?:independently |immediately )?"
    r"(?:confirm|confirmed|verify|verified|corroborate|corroborated|authenticate|authenticated|substantiate) "
    r"(?:the|this|that|these|those|it|either|any|his|her|its|their)\b"
    r"|neither confirmed nor denied|no (?:independent |official )?(?:confirmation|evidence|proof)"
    r"|(?:nobody|no one|no-one|none)\b[^.]{0,40} (?:been )?able to (?:authenticate|verify|confirm)"
    r"|(?:not|n't)(?: yet)? been able to (?:independently )?(?:verify|confirm|corroborate|authenticate|establish)"
    r"|(?:unable|impossible|failed) to (?:independently )?(?:verify|confirm|corroborate|authenticate)"
    r"|remains? (?:un\w+|to be confirmed|in doubt|unclear)|without (?:any |offering |providing )?(?:evidence|proof))",
    re.IGNORECASE,
)  # fmt: skip
UNDOUBTED = frozenset({"statement", "alias", "responsibility"})
BACKWARD = re.compile(
    r"(?:But |However,? |Yet )?"
    r"(?:the (?:report|claim|account|information|allegation)s?|this|that|these (?:reports|claims)"
    r"|\w+ (?:could|has|have) not)\b"
    r"(?! that)[^,;]{0,60}?(?:confirmed|verif|corroborat|authenticat|unconfirmed|unverified|proven|substantiated)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"^There (?:was|is|has been|were) no [\w ]*?(?:confirmation|corroboration)\.?$"
    r"|\b(?:reports?|claims?|allegations?|accounts?|this|that|it|which|information|rumou?rs?|news|statement|story|"
    r"assertions?|something|but|authenticity|veracity)\b",
    re.IGNORECASE,
)


def denials(
    clauses: Sequence[Clause],
    views: Sequence[Stance],
    discourse: Discourse,
    earlier: Sequence[Draft],
    sentence: tuple[int, int, int],
) -> list[Draft]:
    """The denials that a sentence makes of what was said before it: one more claim each, from the denier."""
    out: list[Draft] = []
    number, start, end = sentence
    for clause, view in zip(clauses, views, strict=True):
        if clause.form != "verb" or view.unreal or (view.described and clause.embedding != "relcl"):
            continue
        said = _denial(clause, discourse) or _not_there(clause, clauses)
        if said is None or (said.here and any(c.parent == clause.index and c.form == "verb" for c in clauses)):
            continue
        if any(c.parent == clause.index and c.embedding == "acl" and c.lemma not in ("do", "happen") for c in clauses):
            continue  # `denied reports that he had been killed`: it says itself what is denied.
        pool = _beside(earlier, clause, clauses, number) if said.here else earlier
        for draft in meant(pool, said, number):
            names = _deniers(said.speakers, view.sources, draft, discourse)
            if not names or set(names) & set(draft.sources):
                continue
            kept = _as_denied(draft, said, clause, discourse, names)
            if kept is None:
                continue
            if said.persons:
                kept = replace(kept, when="", reckoned_from="", where="")  # Who lives died on no day and nowhere.
            place = replace(kept, start=start, end=end, sentence=number, clause=clause.index, described=False)
            out.append(replace(place, frame=f"denial.echo:{draft.frame}", certainty=Certainty.DENIED, sources=names))
    return out


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause denies of what was said before: claims of these types (any, where empty), by whom, of whom.

    One `charged` is what somebody is held to have done, and no deed whose doer nobody names. Where there
    is a `part`, it is denied that whom that path means (`subj`) did it, whoever else may have.
    """

    types: frozenset[str]
    speakers: tuple[Phrase, ...] = ()
    persons: frozenset[int] = frozenset()
    doer: tuple[Phrase, ...] = ()
    here: bool = False
    hedged: bool = False
    near: bool = True
    charged: bool = False
    part: str = ""


def _denial(clause: Clause, discourse: Discourse) -> Said | None:
    """What a clause denies of what was said before it, or None."""
    verbs = lexicon.verbs()
    negated = degrees.own_certainty(clause)[0] is Certainty.DENIED
    subjects = clause.get("subj")
    if {clause.lemma.split(" ")[0], clause.lemma.replace(" ", "-")} & verbs.deny and not negated:
        return _denied(clause)
    if clause.lemma in verbs.calling and not negated and _calls_false(clause):
        return Said(frozenset(), subjects) if any(pointed_at(p) is not None for p in clause.get("obj")) else None
    if clause.lemma == "be" and not negated and _lives(clause):
        persons = _alive(subjects, discourse)
        return Said(frozenset({"killing", "death"}), (), persons) if persons else None
    if clause.lemma == "be" and _says_untrue(clause, negated):
        pointed = [t for p in subjects for t in [pointed_at(p)] if t is not None]
        return Said(pointed[0]) if pointed else None
    deeds = (
        *clause.get("in", "for", "with"),
        *(p for part in clause.get("obj") for p in part.mod("in", "for", "with")),
    )
    if negated and blame.tied(clause) and any(pointed_at(p) is not None for p in deeds):
        return Said(DEEDS, (), part="obj" if clause.passive else "subj")
    bare = {a.function for a in clause.args} <= {"subj"} and not set(clause.adverbs) - {"not", "n't", "never"}
    if negated and bare and clause.lemma in ("have", "do") and subjects and clause.embedding == "ccomp":
        return Said(frozenset(), (), doer=subjects)
    return None


def _lives(clause: Clause) -> bool:
    """Whether somebody is said to be alive, or as a report has it to be well; `was well` alone tells of another day."""
    if "alive" in clause.adverbs:
        return True
    well = bool(WELL & set(clause.adverbs)) or any(
        p.head == "health" and SOUND & set(p.adjectives) for p in clause.get("in")
    )
    return well and clause.embedding == "ccomp"


def _alive(subjects: Sequence[Phrase], discourse: Discourse) -> frozenset[int]:
    """Who is said to be alive: somebody, or `both men`, `the two` who were named together; empty for nobody known."""
    if len(subjects) != 1:
        return frozenset(r.chain for p in subjects if (r := discourse.refer(p)) is not None and r.chain >= 0)
    several = discourse.described.several(subjects[0])
    if several:
        return frozenset(several)
    person = discourse.refer(subjects[0])
    found = person.chain if person else discourse.fates.last if subjects[0].pronoun in ("he", "she") else -1
    return frozenset({found} - {-1})


WELL = frozenset({"safe", "well", "unharmed", "unhurt"})
SOUND = frozenset("good excellent perfect full fine sound".split())


PACTS = frozenset(
    "deal agreement truce ceasefire cease-fire accord pact peace settlement treaty armistice merger offer "
    "alliance plan "
    "appointment election nomination leadership".split()
)
"""What may be rejected that is there all the same."""


def _denied(clause: Clause) -> Said | None:
    """What a verb of denying has for its object: `it`, `the charge`, `the defection`, or its own sentence (`which`)."""
    for phrase in clause.get("obj"):
        if (types := _part_in(phrase)) is not None:
            return Said(types, clause.get("subj"), here=clause.embedding == "relcl", part="subj")
        types = pointed_at(phrase)
        if clause.lemma in lexicon.verbs().loose and phrase.head in PACTS:
            return None  # Who rejects a deal does not say that there is none.
        if types is not None:
            loose = clause.lemma in lexicon.verbs().loose and bool(phrase.pronoun)
            return Said(
                types, clause.get("subj"), here=clause.embedding == "relcl", hedged=loose, near=bool(phrase.pronoun)
            )
        if clause.embedding == "relcl" and (
            phrase.mention >= 0 or phrase.head in ECHO_OF or phrase.head in lexicon.verbs().pointers
        ):
            return Said(ECHO_OF.get(phrase.head, frozenset()), clause.get("subj"), here=True)
    return None


def _part_in(phrase: Phrase) -> frozenset[str] | None:
    """`any involvement`, `any part in the attack`: the deeds in which it is denied to have had a part."""
    if phrase.mention >= 0 or phrase.head not in lexicon.verbs().part - {"knowledge", "connection"}:
        return None
    deeds = phrase.mod("in", "for", "with")
    if not deeds:
        told = phrase.definite or phrase.mod("of", "to", "by")
        return None if told or phrase.head in ("share", "hand") else DEEDS
    types = next((t for p in deeds if not p.mod("on", "against", "at") and (t := pointed_at(p)) is not None), None)
    return None if types is None else types | {"killing"} if "attack" in types else types or DEEDS


def _as_denied(draft: Draft, said: Said, clause: Clause, discourse: Discourse, names: tuple[str, ...]) -> Draft | None:
    """The claim as it is denied: as it was, without the doer, or by the one who denies that it was he."""
    if not said.part:
        return draft if said.charged or _is_doer(names, said, draft, discourse) else draft.without(*DOER_ROLES)
    role = "actor" if draft.type == "attack" else "by"
    doers = fills(RoleRule(role, (Path_((said.part,), "doer"),), False), clause, discourse)
    accused = draft.get(role)
    held = accused is not None and accused.chain >= 0
    if held and accused and any(d.chain >= 0 and discourse.body(d.chain) == accused.chain for d in doers):
        return draft  # A spokesman denies it for the body that is blamed.
    if accused is not None and any(
        d.start <= m.start < d.end and m.chain == accused.chain for d in doers for m in discourse.mentions
    ):
        return draft  # So does its political wing.
    if draft.name(role) in {*names, *(d.name for d in doers)}:
        return draft
    taken = {f.chain for f in draft.fills if f.role != role} - {-1}
    if len(doers) != 1 or doers[0].chain in taken:
        return None
    return draft.without(*DOER_ROLES).with_fill(doers[0])


THERE = frozenset({"there", "involved", "responsible", "present", "nearby", "guilty", "complicit"})


def _not_there(clause: Clause, clauses: Sequence[Clause]) -> Said | None:
    """`denied that his men had been there`, `denied being behind it`: the deed that they are held to have done."""
    if (
        clause.lemma not in ("deny", "dispute")
        or clause.passive
        or degrees.own_certainty(clause)[0] is Certainty.DENIED
    ):
        return None
    for inner in clauses:
        if inner.parent != clause.index or inner.embedding not in ("ccomp", "xcomp"):
            continue
        there = inner.lemma == "be" and bool(THERE & set(inner.adverbs))
        behind = inner.lemma == "be" and any(pointed_at(p) is not None for p in inner.get("behind"))
        part = inner.lemma == "involve" and inner.passive and not inner.get("in")
        if there or behind or part:
            return Said(DEEDS, clause.get("subj"), charged=True)
        if inner.lemma in LAYING and any(p.pronoun in ("it", "this") for p in inner.get("obj")) and _his(inner):
            return Said(DEEDS, clause.get("subj"), part="subj")
    return None


LAYING = frozenset({"lay", "plant", "stage", "carry out", "commit", "do", "order", "perpetrate", "conduct", "plan"})
"""What is done to an ambush, a bomb or a killing by whoever is behind it."""


def _his(clause: Clause) -> bool:
    """Whether a doer is the one who speaks, or his own men."""
    doers = clause.get("subj")
    return bool(doers) and all(p.pronoun or any(o.pronoun for o in p.mod("poss")) for p in doers)


def _beside(earlier: Sequence[Draft], clause: Clause, clauses: Sequence[Clause], number: int) -> list[Draft]:
    """The claims of this very sentence that `…, which X denies` may mean: none that another main verb parts from it."""
    out = []
    for draft in earlier:
        later = any(c.sibling == draft.clause and c.token < clause.token and c.index != clause.index for c in clauses)
        if draft.sentence == number and not later and draft.clause != clause.index:
            out.append(draft)
    return out


def _says_untrue(clause: Clause, negated: bool) -> bool:
    verbs = lexicon.verbs()
    words = set(clause.adverbs) | {p.head for p in clause.get("attr", "oprd")}
    if negated:
        return bool(words & {"true", "case", "so", "accurate", "correct"})
    return bool(words & (verbs.untrue | verbs.falsehood | verbs.nonsense))


def _deniers(
    speakers: Sequence[Phrase], above: Sequence[Phrase], draft: Draft, discourse: Discourse
) -> tuple[str, ...]:
    """The names of those who deny, the nearest first; `both` are the two whom the claim is about."""
    if any(p.pronoun == "both" or p.head == "both" for p in speakers) and not any(p.mod("of") for p in speakers):
        kind = TYPES[draft.type]
        return tuple(draft.name(key) for key in kind.keys[:2])
    return names_of((*speakers, *above), discourse)


def _is_doer(names: Sequence[str], said: Said, draft: Draft, discourse: Discourse) -> bool:
    """Whether those who deny are held to have done it: then their doing is what is denied, not the deed."""
    doers = {*names, *names_of(said.doer, discourse)}
    return bool(doers & {draft.name(role) for role in (*DOER_ROLES, "actor", "a", "b", "giver")})


def _calls_false(clause: Clause) -> bool:
    verbs = lexicon.verbs()
    words = {p.head for p in clause.get("oprd", "as", "attr")} | set(clause.adverbs)
    words |= {w for p in clause.get("as", "oprd") for w in (*p.adjectives, p.text.lower())}
    return bool(words & (verbs.falsehood | verbs.untrue | verbs.nonsense))


def pointed_at(phrase: Phrase) -> frozenset[str] | None:
    """The claim types that a denied phrase points at: any (empty) for `it`, some for `the defection`, else None."""
    if phrase.pronoun in lexicon.verbs().pointers or (
        phrase.head in lexicon.verbs().pointers and phrase.mention < 0 and _bare(phrase)
    ):
        return frozenset()
    if phrase.head in ECHO_OF and (phrase.definite or phrase.mod("poss")) and not phrase.mod("of", "to", "by"):
        return ECHO_OF[phrase.head]
    if (
        phrase.head in ECHO_OF
        and not phrase.mods
        and (set(phrase.adjectives) & {"such", "any"} or phrase.head in lexicon.verbs().part)
    ):
        return ECHO_OF[phrase.head]
    return None


def _bare(phrase: Phrase) -> bool:
    settled = phrase.definite or phrase.plural or set(phrase.adjectives) & {"such", "any", "both", "all"}
    return bool(settled) and not phrase.mod("of", "about")


def meant(earlier: Sequence[Draft], said: Said, number: int) -> list[Draft]:
    """Which earlier drafts are meant: of these types, or the main assertion of the last sentence that made one."""
    pool = [d for d in earlier if not d.described and d.certainty is not Certainty.DENIED and d.type != "statement"]
    if said.charged:
        pool = [d for d in pool if number - d.sentence <= 2 and any(f.role in (*DOER_ROLES, "actor") for f in d.fills)]
    if said.persons:
        pool = [d for d in pool if any(f.chain in said.persons for f in d.fills if f.role in ("victim", "person"))]
    if said.types:
        found = [d for d in pool if d.type in said.types]
    else:
        last = max((d.sentence for d in pool), default=-1)
        if number - last > (1 if said.near else 2):
            return []
        found = [d for d in pool if d.sentence == last]
        voiced = [d for d in found if d.certainty is not Certainty.STATED or d.sources]
        ties = [d for d in found if not TYPES[d.type].state or d.type in ("support", "alliance", "link", "affiliation")]
        found = voiced or ([] if said.hedged else ties)
    last = max((d.sentence for d in found), default=-1)
    found = [d for d in found if d.sentence == last]
    found = [d for d in found if (d.clause, d.type) == (found[0].clause, found[0].type)]
    led = [d for d in found if (actor := d.get("actor")) is not None and actor.named]
    return led or found  # Who denies that a man defected with sixty others speaks of him.


PARTED = re.compile(r"(?:,? and |; |,? but |,? while |,? though |,? although |, adding that |, saying that )")
OF_ITS_OWN = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|allegations?|posts?|suggestions?|accounts?|stories|story|assertions?|talk|news)\b"
    r"[^,;]{0,40}? (?:that|of|about|saying|suggesting|on) (?!could|can\b|was\b|were\b|has\b|had\b|have\b)\w",
    re.IGNORECASE,
)
"""A report with what it says: `rumours that he had been killed could not be verified` doubt nothing else."""
TOLLS = re.compile(
    r"\b(?:toll|number|figures?|casualt\w+|losses|how many|motive|cause|circumstances|details|whereabouts|condition)\b"
    r"[^,;]{0,40}$",
    re.IGNORECASE,
)
"""What is no doubt of the deed where it cannot be checked."""


WHICH = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|allegations?|suggestions?|accounts?|stories|story|assertions?|talk|news), "
    r"(?:which|that) (?:[A-Z]\w+(?: [A-Z]\w+)? )?$",
    re.IGNORECASE,
)
"""`amid rumours, which could not be verified, that A left`: they alone are doubted."""
POINTS_BACK = re.compile(r"(?:this|that|it|which|these|those)\b", re.IGNORECASE)
TOLD = re.compile(
    r"\b(?:spoke|speak|talk\w*|said|told|reported|claimed|mentioned|rumou?rs?|reports?|claims?)\b(?! so\b)",
    re.IGNORECASE,
)
"""Ahead of `but this could not be verified`: what this sentence tells is meant, and nothing before it."""
NAMED_AS = {
    "killing": "kill|dead|death|die|shot|murder|slain|assassinat|execut",
    "death": "kill|dead|death|die|shot|murder",
    "detention": "arrest|detain|captur|custody|abduct|kidnap|seiz|taken|held",
    "release": "freed|releas|escap|freedom",
    "attack": "attack|bomb|raid|ambush|shell|strike|assault",
    "join": "join|defect|switch|going over|gone over|left|recruit",
    "leave": "left|leav|defect|quit|depart|surrender|resign",
    "pledge": "pledg|alleg|oath|swor|loyal",
}
"""By what a report of a deed names it."""


def _spoken_of(draft: Draft, words: str) -> bool:
    """Whether a report that could not be checked is of what a draft tells."""
    told = NAMED_AS.get(draft.type, "")
    return not told or re.search(rf"\b(?:{told})", words, re.IGNORECASE) is not None


def doubt(
    text: str, drafts: Sequence[Draft], number: int, fresh: Sequence[Draft], begin: int = 0
) -> tuple[list[Draft], bool]:
    """Drafts with doubt cast on them by `text` (`could not be confirmed`), and whether any was cast.

    `begin` is where the text stands in its document.
    """
    match = DOUBT.search(text)
    if match is None or not ABOUT.search(text[max(0, match.start() - 90) : match.end() + 30]):
        return list(drafts), False
    cut = max((m.end() for m in PARTED.finditer(text, 0, match.start())), default=0)
    if TOLLS.search(text[cut : match.start()]):
        return list(drafts), False
    relative = WHICH.search(text, 0, match.start())
    cut = relative.start() if relative else cut
    if cut and (relative or OF_ITS_OWN.search(text, cut, match.end())):
        inside = [
            d for d in fresh if d.fills and all(f.start >= begin + cut for f in d.fills) and d.type not in UNDOUBTED
        ]
        doubted = [replace(d, certainty=degrees.weaker(d.certainty, Certainty.DOUBTED)) for d in inside]
        turned = dict(zip(map(id, inside), doubted, strict=True))
        return [turned.get(id(d), d) for d in drafts], bool(inside)
    own = [d for d in fresh if not d.described and d.certainty is not Certainty.DENIED]
    before = max((d.sentence for d in drafts if not d.described and d.sentence < number), default=-1)
    target = before if not own or (BACKWARD.match(text) and number - before == 1) else number
    told_here = cut > 0 and POINTS_BACK.match(text, cut) is not None and TOLD.search(text, 0, cut) is not None
    if target < 0 or number - target > 1 or (told_here and target != number):
        return list(drafts), False
    # `Rumours that he was hurt could not be confirmed` doubt a deed told before, and not what he was said to be.
    own_report = OF_ITS_OWN.search(text, cut, match.end())
    other = target != number and own_report is not None
    named = text[own_report.start() : match.start()] if own_report is not None else ""
    out = []
    for draft in drafts:
        hit = draft.sentence == target and not draft.described and draft.type not in UNDOUBTED
        hit = hit and not (other and (draft.phase is not Phase.NONE or not _spoken_of(draft, named)))
        out.append(replace(draft, certainty=degrees.weaker(draft.certainty, Certainty.DOUBTED)) if hit else draft)
    return out, True
