"""What one sentence does to another: `The group denied it`, `The report could not be confirmed`, `the defection`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegiance.model import TYPES, Certainty
from allegiance.reading import lexicon, stance
from allegiance.reading.clauses import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.phrases import Phrase

POINTERS = frozenset("it this that them these claim report allegation accusation charge rumour rumor assertion suggestion account reports claims story news".split())
DOER_ROLES = ("by", "means")
ECHO_OF: Mapping[str, frozenset[str]] = {
    "defection": frozenset({"join", "leave"}), "desertion": frozenset({"join", "leave"}), "departure": frozenset({"leave", "join"}),
    "death": frozenset({"death", "killing"}), "killing": frozenset({"killing"}), "murder": frozenset({"killing"}),
    "alliance": frozenset({"alliance", "support", "link"}), "pact": frozenset({"alliance", "agreement"}), "pledge": frozenset({"pledge"}), "oath": frozenset({"pledge"}),
    "appointment": frozenset({"appointment"}), "arrest": frozenset({"detention"}), "capture": frozenset({"detention"}),
    "abduction": frozenset({"detention"}), "kidnapping": frozenset({"detention"}), "attack": frozenset({"attack"}), "raid": frozenset({"attack"}),
    "bombing": frozenset({"attack"}), "ambush": frozenset({"attack"}), "merger": frozenset({"merger"}), "split": frozenset({"split", "leave"}),
    "resignation": frozenset({"removal"}), "removal": frozenset({"removal"}), "dismissal": frozenset({"removal"}), "release": frozenset({"release"}),
    "truce": frozenset({"agreement"}), "deal": frozenset({"agreement"}), "ceasefire": frozenset({"agreement"}), "link": frozenset({"link"}), "tie": frozenset({"link"}),
    "surrender": frozenset({"leave"}), "involvement": frozenset({"attack", "killing"}), "responsibility": frozenset({"attack", "killing"}),
    "support": frozenset({"support"}), "assassination": frozenset({"killing"}),
}  # fmt: skip


DOUBT = re.compile(
    r"\b(?:(?:could|can|has|have|had|was|were|is|are|been)(?: ?not|n't)(?: yet| so far)?(?: be| been)?(?: independently)? "
    r"(?:confirmed|verified|corroborated|substantiated|authenticated|checked|ascertained|proven)"
    r"|un(?:confirmed|verified|substantiated|corroborated|proven)\b(?! reports? (?:of|that|say))"
    r"|neither confirmed nor denied|no (?:independent |official )?(?:confirmation|evidence|proof)"
    r"|(?:nobody|no one|no-one|none)\b[^.]{0,40} (?:been )?able to (?:authenticate|verify|confirm)"
    r"|(?:unable|impossible|failed) to (?:independently )?(?:verify|confirm|corroborate|authenticate)"
    r"|remains? (?:un\w+|to be confirmed|in doubt|unclear)|without (?:any |offering |providing )?(?:evidence|proof))",
    re.IGNORECASE,
)  # fmt: skip
ABOUT = re.compile(
    r"\b(?:reports?|claims?|allegations?|accounts?|this|that|it|which|information|rumou?rs?|news|statement|story|assertions?|something|but|authenticity|veracity)\b",
    re.IGNORECASE,
)


def denials(clauses: Sequence[Clause], discourse: Discourse, earlier: Sequence[Draft], sentence: tuple[int, int, int]) -> list[Draft]:
    """The denials that a sentence makes of what was said before it: one more claim each, with the denier as its source."""
    out: list[Draft] = []
    number, start, end = sentence
    verbs = lexicon.verbs()
    for clause in clauses:
        if clause.form != "verb" or clause.lemma.split()[0] not in verbs.deny | {"call", "describe"} or clause.negated:
            continue
        if clause.lemma in ("call", "describe") and not _calls_false(clause):
            continue
        if stance.own_certainty(clause)[1]:
            continue
        for pointed in clause.get("obj"):
            types = _pointed_at(pointed)
            if types is None:
                continue
            speakers = [discourse.refer(p) for p in clause.get("subj")]
            names = tuple(s.name for s in speakers if s is not None)
            for draft in _meant(earlier, types):
                base = draft.without(*DOER_ROLES) if not types else draft
                if set(names) & set(draft.sources):
                    continue
                out.append(
                    replace(base, frame=f"denial.echo:{draft.frame}", certainty=Certainty.DENIED, sources=names, start=start, end=end,
                            sentence=number, clause=clause.index, described=False)
                )  # fmt: skip
    return out


def _calls_false(clause: Clause) -> bool:
    words = {p.head for p in clause.get("oprd", "as", "attr")} | set(clause.adverbs)
    return bool(words & {"lie", "fabrication", "tale", "fiction", "nonsense", "false", "propaganda", "baseless", "untrue", "rubbish", "invention", "fantasy", "hoax", "groundless", "unfounded"})


def _pointed_at(phrase: Phrase) -> frozenset[str] | None:
    """The claim types that a denied phrase points back at: any (empty) for `it`, some for `the defection`, else None."""
    if phrase.pronoun in POINTERS or (phrase.head in POINTERS and (phrase.definite or phrase.plural) and not phrase.mods):
        return frozenset()
    if phrase.head in ECHO_OF and (phrase.definite or any(m.function == "poss" for m in phrase.mods)):
        if not any(m.function in ("of", "to", "by") for m in phrase.mods):
            return ECHO_OF[phrase.head]
    return None


def _meant(earlier: Sequence[Draft], types: frozenset[str]) -> list[Draft]:
    """Which earlier drafts are meant: of these types, or the last sentence's main assertion."""
    pool = [d for d in earlier if not d.described and d.certainty is not Certainty.DENIED and d.type != "statement"]
    if types:
        found = [d for d in pool if d.type in types]
        last = max((d.sentence for d in found), default=-1)
        return [d for d in found if d.sentence == last][:1] if last >= 0 else []
    last = max((d.sentence for d in pool), default=-1)
    found = [d for d in pool if d.sentence == last and (not TYPES[d.type].state or d.type in ("support", "alliance", "link"))]
    doubtful = [d for d in found if d.certainty is not Certainty.STATED or d.sources]
    return (doubtful or found)[:1]


def doubt(text: str, drafts: Sequence[Draft], number: int, fresh: Sequence[Draft]) -> tuple[list[Draft], bool]:
    """Drafts with doubt cast on them by `text` (`could not be confirmed`), and whether any was cast."""
    match = DOUBT.search(text)
    if match is None or not ABOUT.search(text[max(0, match.start() - 90) : match.end() + 30]):
        return list(drafts), False
    own = [d for d in fresh if not d.described and d.certainty not in (Certainty.DENIED,)]
    target = number if own else max((d.sentence for d in drafts if not d.described), default=-1)
    if target < 0 or (not own and number - target > 1):
        return list(drafts), False
    out = []
    for draft in drafts:
        hit = draft.sentence == target and not draft.described and draft.certainty is not Certainty.DENIED and draft.type not in ("statement", "alias", "responsibility")
        out.append(replace(draft, certainty=Certainty.DOUBTED) if hit else draft)
    return out, True
