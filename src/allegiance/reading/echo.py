"""What one sentence does to another: `The group denied it`, `The report could not be confirmed`, `the defection`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import TYPES, Certainty, Kind
from allegiance.reading import blame, lexicon, stance
from allegiance.reading.clauses import Clause
from allegiance.reading.discourse import HE, IT, SHE, THEY, Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.phrases import Phrase
from allegiance.reading.stance import Stance

POINTERS = frozenset("it this that them these those claim charges claims denials report allegation accusation charge rumour rumor assertion suggestion account reports claims story news".split())
DOER_ROLES = ("by", "means")
TELLING_WHO = frozenset({"for", "in", "of", "from", "within", "inside", "at", "close to"})
DEEDS = frozenset({"killing", "attack", "detention"})
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
UNDOUBTED = frozenset({"statement", "alias", "responsibility"})
BACKWARD = re.compile(
    r"(?:But |However,? |Yet )?(?:the (?:report|claim|account|information|allegation)s?|this|that|these (?:reports|claims)|\w+ (?:could|has|have) not)\b"
    r"(?! that)[^,;]{0,60}?(?:confirmed|verif|corroborat|authenticat|unconfirmed|unverified|proven|substantiated)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:reports?|claims?|allegations?|accounts?|this|that|it|which|information|rumou?rs?|news|statement|story|assertions?|something|but|authenticity|veracity)\b",
    re.IGNORECASE,
)


def denials(
    clauses: Sequence[Clause],
    views: Sequence[Stance],
    discourse: Discourse,
    earlier: Sequence[Draft],
    sentence: tuple[int, int, int],
) -> list[Draft]:
    """The denials that a sentence makes of what was said before it: one more claim each, with the denier as its source."""
    out: list[Draft] = []
    number, start, end = sentence
    for clause, view in zip(clauses, views, strict=True):
        if clause.form != "verb" or view.unreal or (view.described and clause.embedding != "relcl"):
            continue
        said = _denial(clause, discourse)
        if said is None:
            continue
        pool = [d for d in earlier if d.sentence == number] if said.here else earlier
        for draft in _meant(pool, said, number):
            names = _deniers(said.speakers, view.sources, draft, discourse)
            if not names or set(names) & set(draft.sources):
                continue
            kept = draft if _is_doer(names, said, draft, discourse) else draft.without(*DOER_ROLES)
            out.append(
                replace(kept, frame=f"denial.echo:{draft.frame}", certainty=Certainty.DENIED, sources=names, start=start,
                        end=end, sentence=number, clause=clause.index, described=False)
            )  # fmt: skip
    return out


@dataclass(slots=True)
class Voices:
    """Who spoke last, through a document: whom `he added` and `the statement said` mean."""

    speaker: tuple[int, str, Kind] = (-9, "", Kind.UNKNOWN)
    issuer: tuple[int, str] = (-9, "")

    def note(self, clauses: Sequence[Clause], fresh: Sequence[Draft], discourse: Discourse, number: int) -> None:
        """Remember who spoke in a sentence, and who issued what it tells of."""
        for clause in clauses:
            if clause.form != "verb" or clause.passive or stance.verb_class(clause) not in ("say", "claim", "deny"):
                continue
            content = any(c.parent == clause.index and c.form == "verb" and c.embedding in ("ccomp", "xcomp") for c in clauses)
            subjects = clause.get("subj")[:1] if content or clause.parent < 0 and clause.lemma in ("say", "add", "tell") else ()
            names = self.names(subjects, clause, discourse, number)
            if names and subjects:
                referent = discourse.refer(subjects[0])
                kind = referent.kind if referent is not None and referent.name == names[0] else self.speaker[2]
                self.speaker = (number, names[0], kind)
                break
        for draft in fresh:
            if draft.type == "statement":
                self.issuer = (number, draft.name("issuer"))

    def names(
        self, phrases: Sequence[Phrase], content: Clause, discourse: Discourse, number: int
    ) -> tuple[str, ...]:
        """The names of those who say what a clause tells, once each, the nearest first."""
        out: list[str] = []
        for phrase in phrases:
            meant = self._meant(phrase, content, discourse, number)
            out.extend([meant] if meant else names_of([phrase], discourse))
        return tuple(dict.fromkeys(out))

    def _meant(self, phrase: Phrase, content: Clause, discourse: Discourse, number: int) -> str:
        """The earlier speaker whom a speaker's pronoun or `the statement` means, or `""`."""
        last, name, kind = self.speaker
        if phrase.head in lexicon.nouns().products and phrase.mention < 0 and phrase.definite and not phrase.mods:
            if number - self.issuer[0] <= 3:
                return self.issuer[1]
            return name if number - last == 1 else ""
        if phrase.pronoun not in HE | SHE | IT | THEY:
            return ""
        behind = phrase.start >= content.end
        if number - last == 1 and name and kind is not (Kind.GROUP if phrase.pronoun in HE | SHE else Kind.PERSON):
            return "" if self._outside(phrase, content, discourse) else name
        if behind and phrase.pronoun in HE | SHE and discourse.last_persons and not self._outside(phrase, content, discourse):
            return discourse.chain(discourse.last_persons[0]).name
        return ""

    @staticmethod
    def _outside(phrase: Phrase, content: Clause, discourse: Discourse) -> bool:
        """Whether somebody whom the pronoun may mean is named before it in its sentence, outside of what is said."""
        rows = discourse.here_persons if phrase.pronoun in HE | SHE else discourse.here_groups
        return any(start < phrase.start and not content.start <= start <= content.end and chain >= 0 for start, chain, _ in rows)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause denies of what was said before: claims of these types (any, where empty), by whom, of which actor."""

    types: frozenset[str]
    speakers: tuple[Phrase, ...] = ()
    person: int = -1
    doer: tuple[Phrase, ...] = ()
    here: bool = False


def _denial(clause: Clause, discourse: Discourse) -> _Said | None:
    """What a clause denies of what was said before it, or None."""
    verbs = lexicon.verbs()
    negated = stance.own_certainty(clause)[0] is Certainty.DENIED
    subjects = clause.get("subj")
    if clause.lemma.split(" ")[0] in verbs.deny and not negated:
        return _denied(clause)
    if clause.lemma in stance.CALLING and not negated and _calls_false(clause):
        return _Said(frozenset(), subjects) if any(_pointed_at(p) is not None for p in clause.get("obj")) else None
    if clause.lemma == "be" and not negated and "alive" in clause.adverbs and len(subjects) == 1:
        person = discourse.refer(subjects[0])
        return _Said(frozenset({"killing", "death"}), (), person.chain) if person and person.chain >= 0 else None
    if clause.lemma == "be" and _says_untrue(clause, negated):
        pointed = [t for p in subjects for t in [_pointed_at(p)] if t is not None]
        return _Said(pointed[0]) if pointed else None
    deeds = (*clause.get("in", "for", "with"), *(p for part in clause.get("obj") for p in part.mod("in", "for", "with")))
    if negated and blame.tied(clause) and any(_pointed_at(p) is not None for p in deeds):
        return _Said(DEEDS, (), -1, clause.get("obj") if clause.passive else subjects)
    bare = {a.function for a in clause.args} <= {"subj"} and not set(clause.adverbs) - {"not", "n't", "never"}
    if negated and bare and clause.lemma in ("have", "do") and subjects and clause.embedding == "ccomp":
        return _Said(frozenset(), (), -1, subjects)
    return None


def _denied(clause: Clause) -> _Said | None:
    """What a verb of denying has for its object: `it`, `the charge`, `the defection`, or the sentence itself (`which`)."""
    for phrase in clause.get("obj"):
        types = _pointed_at(phrase)
        if types is not None:
            return _Said(types, clause.get("subj"))
        if clause.embedding == "relcl" and (phrase.mention >= 0 or phrase.head in ECHO_OF or phrase.head in POINTERS):
            return _Said(ECHO_OF.get(phrase.head, frozenset()), clause.get("subj"), here=True)
    return None


def _says_untrue(clause: Clause, negated: bool) -> bool:
    verbs = lexicon.verbs()
    words = set(clause.adverbs) | {p.head for p in clause.get("attr", "oprd")}
    if negated:
        return bool(words & {"true", "case", "so", "accurate", "correct"})
    return bool(words & (verbs.untrue | verbs.falsehood | stance.NONSENSE))


def _deniers(
    speakers: Sequence[Phrase], above: Sequence[Phrase], draft: Draft, discourse: Discourse
) -> tuple[str, ...]:
    """The names of those who deny, the nearest first; `both` are the two whom the claim is about."""
    if any(p.pronoun == "both" or p.head == "both" for p in speakers) and not any(p.mod("of") for p in speakers):
        kind = TYPES[draft.type]
        return tuple(draft.name(key) for key in kind.keys[:2])
    return names_of((*speakers, *above), discourse)


def names_of(phrases: Sequence[Phrase], discourse: Discourse) -> tuple[str, ...]:
    """The names of those who speak, once each, in order; the first and second persons name nobody."""
    out: list[str] = []
    for phrase in phrases:
        if phrase.pronoun in ("i", "we", "you", "one", "us", "me"):
            continue
        name = _name(phrase, discourse)
        if name and name not in out:
            out.append(name)
    return tuple(out)


def _name(phrase: Phrase, discourse: Discourse) -> str:
    """The name of a speaker: whose statement it is, where a product speaks; a description with what it is for or in."""
    if phrase.mention < 0 and phrase.head in lexicon.nouns().products | {"report", "account", "source"}:
        for owner in phrase.mod("poss", "nmod", "by", "from"):
            found = discourse.refer(owner)
            if found is not None and found.kind in (Kind.GROUP, Kind.PERSON) and phrase.head != "source":
                return found.name
    referent = discourse.refer(phrase)
    if referent is None or referent.named:
        return referent.name if referent is not None else ""
    ends = [m.phrase.end for m in phrase.mods if m.function in TELLING_WHO and m.phrase.start >= phrase.end and m.phrase.end - phrase.start < 90]
    return " ".join(discourse.text[phrase.start : max([phrase.end, *ends])].split())


def _is_doer(names: Sequence[str], said: _Said, draft: Draft, discourse: Discourse) -> bool:
    """Whether those who deny are held to have done it: then their doing is what is denied, not the deed."""
    doers = {*names, *names_of(said.doer, discourse)}
    return bool(doers & {draft.name(role) for role in (*DOER_ROLES, "actor", "a", "b", "giver")})


def _calls_false(clause: Clause) -> bool:
    verbs = lexicon.verbs()
    words = {p.head for p in clause.get("oprd", "as", "attr")} | set(clause.adverbs)
    words |= {w for p in clause.get("as", "oprd") for w in (*p.adjectives, p.text.lower())}
    return bool(words & (verbs.falsehood | verbs.untrue | stance.NONSENSE))


def _pointed_at(phrase: Phrase) -> frozenset[str] | None:
    """The claim types that a denied phrase points back at: any (empty) for `it`, some for `the defection`, else None."""
    if phrase.pronoun in POINTERS or phrase.head in POINTERS and phrase.mention < 0 and _bare(phrase):
        return frozenset()
    if phrase.head in ECHO_OF and (phrase.definite or phrase.mod("poss")) and not phrase.mod("of", "to", "by"):
        return ECHO_OF[phrase.head]
    if phrase.head in ECHO_OF and set(phrase.adjectives) & {"such", "any"}:
        return ECHO_OF[phrase.head]
    return None


def _bare(phrase: Phrase) -> bool:
    settled = phrase.definite or phrase.plural or set(phrase.adjectives) & {"such", "any", "both", "all"}
    return bool(settled) and not phrase.mod("of", "about")


def _meant(earlier: Sequence[Draft], said: _Said, number: int) -> list[Draft]:
    """Which earlier drafts are meant: of these types, or the main assertion of the last sentence that made one."""
    pool = [d for d in earlier if not d.described and d.certainty is not Certainty.DENIED and d.type != "statement"]
    if said.person >= 0:
        pool = [d for d in pool if any(f.chain == said.person for f in d.fills if f.role in ("victim", "person"))]
    if said.types:
        found = [d for d in pool if d.type in said.types]
    else:
        last = max((d.sentence for d in pool), default=-1)
        if number - last > 2:
            return []
        found = [d for d in pool if d.sentence == last]
        acts = [d for d in found if not TYPES[d.type].state or d.type in ("support", "alliance", "link", "affiliation")]
        found = acts or found
        found = [d for d in found if d.certainty is not Certainty.STATED or d.sources] or found
    last = max((d.sentence for d in found), default=-1)
    found = [d for d in found if d.sentence == last]
    return [d for d in found if (d.clause, d.type) == (found[0].clause, found[0].type)]


def doubt(text: str, drafts: Sequence[Draft], number: int, fresh: Sequence[Draft]) -> tuple[list[Draft], bool]:
    """Drafts with doubt cast on them by `text` (`could not be confirmed`), and whether any was cast."""
    match = DOUBT.search(text)
    if match is None or not ABOUT.search(text[max(0, match.start() - 90) : match.end() + 30]):
        return list(drafts), False
    own = [d for d in fresh if not d.described and d.certainty is not Certainty.DENIED]
    before = max((d.sentence for d in drafts if not d.described and d.sentence < number), default=-1)
    target = before if not own or BACKWARD.match(text) and number - before == 1 else number
    if target < 0 or number - target > 1:
        return list(drafts), False
    out = []
    for draft in drafts:
        hit = draft.sentence == target and not draft.described and draft.type not in UNDOUBTED
        out.append(replace(draft, certainty=stance.weaker(draft.certainty, Certainty.DOUBTED)) if hit else draft)
    return out, True
