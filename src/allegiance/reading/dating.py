"""Which of a sentence's dates is a claim's: its clause's own, or one that the clauses about it share with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.reading import dates, degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import Relation, Shape
from allegiance.reading.deeds import conducting
from allegiance.reading.owners import ISSUING
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import DONE
from allegiance.reading.timing import COUNTED, SPANS, TODAY, Dated, is_state

SAME_TIME = frozenset({"in", "during", "by", "with", "through", "amid", "throughout", "agent"})
"""Prepositions that make an event part of the one over it: what it has for a date is the other's, too."""

PARTED = frozenset({"including", "such as", "like", "among", "namely", "since", "until", "despite", "for", "over"})
"""Those behind which an event has a date of its own that dates nothing else."""

OCCURRING = frozenset({"come", "happen", "occur", "follow", "begin", "start"})
"""What an event does at its date."""

APPEARING = frozenset({"appear", "emerge", "surface", "air"})
"""What a video does on the day of its issue."""

ISSUED = ISSUING | APPEARING | frozenset("date scatter drop paste pin hand read".split())
SHOWING = frozenset({"show", "feature", "depict", "contain", "see", "capture"})
"""What a video does with those who are seen in it."""

MADE_KNOWN = frozenset({"announce", "declare", "proclaim", "decree", "order", "approve", "unveil"})
MADE = frozenset(
    {"appointment", "removal", "succession", "founding", "merger", "split", "renaming", "designation", "agreement"}
)
"""What is done by being announced."""

SPOKEN = frozenset({"pledge", "renounce", "responsibility"})
"""What is done by being said."""

AT_ONCE = frozenset({"thereupon", "whereupon", "promptly", "forthwith", "straightaway"})
"""Words that put what is told right behind what was told before."""

HELD = frozenset({"hold", "detain", "jail", "imprison", "keep", "be", "ban", "outlaw", "proscribe", "list"})
"""Verbs of a state that many are in together from one day on."""

RIGHT_BEHIND = len(" in ")
BESIDE = frozenset({"since", "after", "until", "following", "before", "upon", "till"})
AT = frozenset({Relation.ON, Relation.IN})
"""How a date right behind the noun of an event stands to it."""

LASTING = frozenset({"detention", "designation"})
"""Events whose state goes on: one who has been held since March was taken in March."""

DURATION = "duration"
"""The kind of a length of time."""

NOT_UNTIL = "not until"
"""The kind of a date up to which it did not happen: `did not leave until 2014` is a leaving in 2014."""

NOW = frozenset({"is", "are", "am", "'s", "'re", "has", "have", "'ve"})


AFTERWARDS = frozenset("later subsequently eventually afterwards afterward ultimately".split())
"""What sets a second verb at another time than the first."""


@dataclass(frozen=True, slots=True)
class Dating:
    """Gives the claims of one sentence their dates."""

    sentence: Sentence
    clauses: Sequence[Clause]
    dated: Sequence[Dated]

    def of(self, clause: Clause, claim_type: str, filled: Sequence[int] = ()) -> Dated | None:
        """The date of a clause: its own, its means' (`in an ambush that March`), or that of the clause it joins.

        `filled` is where those stand who fill the claim's roles.
        """
        pick = _Pick(clause, claim_type)
        if clause.form == "verb" and clause.lemma in lexicon.verbs().portraying and is_state(claim_type):
            return None  # `described him in March as its leader`: the date is that of the saying.
        over = self.clauses[clause.parent] if clause.embedding == "described attr" and clause.parent >= 0 else None
        if over is not None and over.lemma == "be" and over.get("attr")[:1] == clause.get("attr")[:1]:
            found = self.of(over, claim_type, filled)  # `The accused, A, was a member from 2001 to 2004`.
            return found or pick.of(self._at({clause.index}))
        if claim_type == "statement" or self._performed(clause, claim_type):
            issued = pick.of(self._of_issue(clause))
            if issued is not None:
                return issued
        own = pick.of([d for d in self._at({clause.index}) if not self._of_another(d, clause, filled)])
        own = own or self._right_behind(clause, pick) or self._when_it_ended(clause, claim_type)
        if own is not None:
            return own
        if (clause.negated and not is_state(claim_type)) or claim_type == "renaming":
            late = [d for d in self._at({clause.index}) if d.relation is Relation.UNTIL and d.edtf]
            if late or claim_type != "renaming":  # `known until 1992 as A`: it was renamed in 1992.
                return replace(late[0], edtf=late[0].edtf.partition("/")[2], kind=NOT_UNTIL) if late else None
        claimed = claim_type == "responsibility"  # The day of a deed is not that of its claim.
        found = None if claimed else pick.of(self._at(self._events_in(clause)))
        if found is not None or clause.embedding.startswith("described"):
            return found
        found = pick.of(self._at(told_behind(clause, self.clauses, DONE)))
        if found is not None:
            return found
        if claim_type == "statement" and clause.embedding in ("acl", "relcl") and clause.parent >= 0:
            shown = self.clauses[clause.parent].lemma.split(" ")[0] in ISSUING | APPEARING
            return pick.of([d for d in self._at({clause.parent}) if shown or d.start > clause.start])
        if clause.form == "noun" and clause.parent >= 0 and clause.embedding != "ccomp":
            return self._of_noun(clause, claim_type, pick)
        if clause.sibling >= 0:
            return self._of_sibling(clause, claim_type, pick)
        found = pick.of(self._of_parent(clause)) if clause.parent >= 0 else None
        if clause.parent >= 0 and at_once(clause, self.clauses) and not is_state(claim_type):
            return found or self.of(self.clauses[clause.parent], claim_type)
        over = self.clauses[clause.parent] if clause.parent >= 0 else clause
        chosen = clause.embedding == "xcomp" and over.lemma.split(" ")[0] in lexicon.verbs().appointing
        found = found or pick.of(self._of_moment(over if chosen else clause))
        return found or (self._of_second(clause, claim_type) if clause.embedding in ("xcomp", "advcl") else None)

    def _when_it_ended(self, clause: Clause, claim_type: str) -> Dated | None:
        """`had led it for ten years when he was killed in 2019`: from 2009 to 2019."""
        if not is_state(claim_type) or "had" not in clause.helpers:
            return None
        spells = [d for d in self._at({clause.index}) if d.kind == DURATION and d.phrase is not None]
        ends = {c.index for c in self.clauses if c.parent == clause.index and _just_then(c)}
        then = [d for d in self._at(ends) if d.edtf and "/" not in d.edtf]
        if not spells or not then:
            return None
        return _for_so_long(spells[0], replace(then[0], edtf=f"../{then[0].edtf}", relation=Relation.UNTIL))

    def _of_second(self, clause: Clause, claim_type: str) -> Dated | None:
        """`In 2011 A fell out with B and left to join C`: what the second of two verbs is to is dated as it is."""
        parent = self.clauses[clause.parent] if clause.parent >= 0 else clause
        if parent.sibling < 0 or clause.finite or degrees.verb_class(parent) or is_state(claim_type):
            return None
        return self._of_sibling(parent, claim_type, _Pick(parent, claim_type))

    def _right_behind(self, clause: Clause, pick: _Pick) -> Dated | None:
        """`at the time of his arrest in 2014`: the date that stands right behind an event's noun is its own."""
        if clause.form != "noun" or not 0 <= clause.token < len(self.sentence.tokens):
            return None
        end = self.sentence.tokens[clause.token].end
        near = [d for d in self.dated if 0 <= d.start - end <= RIGHT_BEHIND]
        if clause.embedding in BESIDE:
            near += [d for d in self.dated if end < d.start and self._in_one(clause.token, d.start)]
        return pick.of([d for d in near if d.relation in AT])

    def _in_one(self, token: int, date: int) -> bool:
        """Whether nothing but what an event is of or by stands between its noun and a date."""
        between = [t for t in self.sentence.tokens[token + 1 :] if t.end <= date]
        return not any(t.pos in ("VERB", "AUX", "SCONJ") or t.text in ",;:()" for t in between)

    def _of_another(self, date: Dated, clause: Clause, filled: Sequence[int]) -> bool:
        """`is a member of A and, since 2012, the leader of B`: a date behind one description dates no other."""
        attrs = sorted(p.start for p in self.clauses[clause.index].get("attr"))
        if len(attrs) < 2 or not filled or date.start < attrs[0]:
            return False
        mine = [a for a in attrs if any(a <= f for f in filled)]
        return bool(mine) and any(max(mine) < a <= date.start for a in attrs)

    def _at(self, clauses: set[int]) -> list[Dated]:
        return [d for d in self.dated if d.clause in clauses]

    def _performed(self, clause: Clause, claim_type: str) -> bool:
        """Whether the words that tell of it do it: `in a video released on 3 May A pledges allegiance to B`."""
        if claim_type not in SPOKEN | MADE or clause.form != "verb" or clause.perfect:
            return False
        return claim_type in SPOKEN or self.present(clause) or not clause.embedding

    def _of_issue(self, clause: Clause) -> list[Dated]:
        """The dates of the product in which something is said: of its own issue, or of the verb that issues it."""
        issued = self._at(told_behind(clause, self.clauses, DONE | ISSUED))
        over = self.clauses[clause.parent] if clause.parent >= 0 else None
        if issued or over is None or over.negated:
            return issued
        inside = any(
            a.function in ("in", "on") and a.phrase.head in lexicon.nouns().products | {"which"} for a in clause.args
        )
        if inside and clause.embedding in ("acl", "relcl", "advcl") and over.lemma.split(" ")[0] in ISSUED:
            return self._at({over.index})
        shown = {p.token for p in over.get("subj", "in") if p.mention < 0 and p.head in lexicon.nouns().products}
        told = clause.embedding == "ccomp" or (clause.embedding == "acl" and "that" in clause.marks)
        said = degrees.verb_class(over) == "say" and told and self.present(clause)
        if not shown or not (said or (over.lemma in SHOWING and not clause.finite)):
            return []
        issues = (c for c in self.clauses if c.embedding in ("acl", "relcl") and c.lemma.split(" ")[0] in ISSUED)
        return self._at({c.index for c in issues if {p.token for p in c.get("obj", "subj")} & shown})

    def _events_in(self, clause: Clause) -> set[int]:
        """The events named by nouns within a verb's own words, but for those that only count among others."""
        if clause.form != "verb":
            return set()
        before = {d.clause for d in self.dated if d.kind == COUNTED}
        inside = (c for c in self.clauses if c.form == "noun" and c.token in clause.tokens)
        return {c.index for c in inside if c.embedding not in PARTED and c.index not in before}

    def _of_noun(self, clause: Clause, claim_type: str, pick: _Pick) -> Dated | None:
        """An event named by a noun: the date of what it is part of, of its happening, or of its being announced."""
        parent = self.clauses[clause.parent]
        first = self._coordinated_with(clause)
        if first is not None:
            return self._of_noun(first, claim_type, _Pick(first, claim_type))
        beside = any(a.phrase.token == clause.token for a in parent.args)
        verbs = lexicon.verbs()
        if clause.embedding in ("with", "of", "for") and parent.lemma in verbs.held | verbs.prosecute | verbs.convict:
            return None  # `was charged on Friday with the murder of A`.
        if clause.embedding in SAME_TIME:
            return pick.of(self._at({parent.index})) if beside else None
        known = parent.passive and parent.lemma in MADE_KNOWN and claim_type in MADE
        if clause.embedding == "subj" and parent.lemma.split(" ")[0] == "date" and parent.get("from", "to"):
            return self._dates_from(parent, claim_type)
        if clause.embedding in ("subj", "obj") and (_occurs(parent) or known):
            return pick.of(self._at({parent.index}))
        if clause.embedding == "obj" and degrees.verb_class(parent):
            end = self.sentence.tokens[clause.token].end
            later = [d for d in self._at({parent.index}) if d.rule.startswith("+") and d.start > end]
            return pick.of(later)  # `disclaimed the killing of A two days later`.
        return None

    def _dates_from(self, parent: Clause, claim_type: str) -> Dated | None:
        """`whose ceasefire dates from 2005`: it was made then; an alliance has been one since."""
        found = next((d for d in self._at({parent.index}) if d.edtf[:1].isdigit()), None)
        if found is None:
            return None
        begin = found.edtf.partition("/")[0]
        state = is_state(claim_type)
        relation = Relation.SINCE if state else Relation.IN
        return replace(found, edtf=f"{begin}/.." if state else begin, relation=relation)

    def _coordinated_with(self, clause: Clause) -> Clause | None:
        """The first of two events named side by side: `the removal of A and his replacement by B were announced`."""
        token = self.sentence.tokens[clause.token]
        if token.dep != "conj" or clause.sibling >= 0:
            return None
        return next((c for c in self.clauses if c.form == "noun" and c.token == token.head), None)

    def _of_sibling(self, clause: Clause, claim_type: str, pick: _Pick) -> Dated | None:
        """The dates that a second verb shares with the first: those ahead of both, or all where the subject is shared.

        A verb of the present shares none with one of the past: `was set up in 2009 and is led by him`.
        """
        first = self.clauses[clause.sibling]
        same = _same_subject(clause, first)
        if self.present(clause) and not self.present(first):
            return self._still(clause, first, claim_type)
        if AFTERWARDS & set(clause.adverbs):
            return None  # `pledged allegiance in March but later renounced it`.
        ahead = [d for d in self._at({first.index}) if d.start <= first.start]
        if _has_since(clause) and not _has_since(first):
            return None  # `left it in January and has been readmitted`.
        if is_state(claim_type) and any(d.kind == DURATION for d in self._at({clause.index})):
            return None  # `founded it in 1966 and led it for nineteen years`.
        if claim_type in ("release", "death") and not ahead:
            return None  # `was arrested in 2013 and let go`, `and died in prison`.
        shared = pick.of(ahead or [d for d in self._at({first.index}) if same])
        if shared is None and same:
            return self.of(first, claim_type) if first.sibling < 0 else self._of_sibling(first, claim_type, pick)
        return shared

    def _still(self, clause: Clause, first: Clause, claim_type: str) -> Dated | None:
        """`set up by A in 2009 and still led by him`: since 2009."""
        begun = self.of(first, "founding") if "still" in clause.adverbs and is_state(claim_type) else None
        if begun is None or "/" in begun.edtf:
            return None
        return replace(begun, edtf=f"{begun.edtf}/..", relation=Relation.SINCE)

    def present(self, clause: Clause) -> bool:
        """Whether a clause speaks of now: `leads`, `is led`, `still led by him`."""
        if {"still", "currently", "now", "today"} & set(clause.adverbs):
            return True
        helper = set(clause.helpers)
        if helper & NOW and not clause.perfect and not helper & {"has", "have", "'ve"}:
            return True
        return not helper and self.sentence.tokens[clause.token].tag in ("VBZ", "VBP")

    def _of_parent(self, clause: Clause) -> list[Dated]:
        """The dates of the clause over it, where both are one event or one moment."""
        parent = self.clauses[clause.parent]
        same = {parent.index, *(c.index for c in self.clauses if c.parent == parent.index and c.embedding == "xcomp")}
        over = self._at(same - {clause.index})
        made = conducting(clause, self.clauses)
        if made is not None:
            return self._at({made.index})  # `conducted a raid in May that killed him`.
        says = bool(degrees.verb_class(parent))
        if clause.embedding in ("xcomp", "oprd", "pcomp with") or (clause.embedding == "advcl" and not clause.finite):
            return [] if says and clause.form == "verb" else over
        if clause.embedding == "advcl" and _just_then(clause):
            return over
        if parent.lemma == "be" and any(p.pronoun == "it" for p in parent.get("subj")):
            return over  # `It was in 1998 that he joined`.
        if clause.embedding == "ccomp" and clause.form == "verb":
            return [d for d in over if parent.start < d.start and d.end <= clause.end and d.start > clause.start]
        return []

    def _of_moment(self, clause: Clause) -> list[Dated]:
        """`When X died in 2012, Y took over`: the date of what happened just then."""
        if clause.form != "verb" or not clause.finite:
            return []
        then = {c.index for c in self.clauses if c.parent == clause.index and c.embedding == "advcl" and _just_then(c)}
        return self._at(then)


def at_once(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a verb tells what came right after what was told before: `A thereupon left to found B`."""
    over = clauses[clause.parent] if clause.parent >= 0 and clause.embedding in ("xcomp", "advcl") else clause
    return bool(AT_ONCE & {*clause.adverbs, *over.adverbs})


def told_behind(clause: Clause, clauses: Sequence[Clause], doing: frozenset[str]) -> set[int]:
    """`killed in a raid conducted in May`, `the attack that took place in May`: what tells of the same event.

    Gives the indices of the clauses whose verb is one of `doing`, or only says that it happened.
    """
    own = {clause.token} if clause.form == "noun" else set()
    nouns = own | {a.phrase.token for a in clause.args if a.function in SAME_TIME and a.phrase.mention < 0}
    if clause.passive:
        nouns |= {p.token for p in clause.get("subj") if p.mention < 0}
    out = set()
    for other in clauses:
        if other.form != "verb" or other.embedding not in ("acl", "relcl"):
            continue
        told = {p.token for p in other.get("obj", "subj")}
        if told & nouns and (other.lemma.split(" ")[0] in doing or _occurs(other)):
            out.add(other.index)
    return out


def _occurs(clause: Clause) -> bool:
    """Whether a verb only says that an event happened."""
    placed = clause.lemma.split(" ")[0] == "take" and any(p.head == "place" for p in clause.get("obj"))
    return placed or clause.lemma in OCCURRING


def _same_subject(clause: Clause, first: Clause) -> bool:
    own = clause.get("obj" if clause.passive else "subj")
    return {p.token for p in own} <= {p.token for p in first.get("obj" if first.passive else "subj")}


def _has_since(clause: Clause) -> bool:
    """Whether a verb tells what has come about up to now."""
    return clause.perfect and bool({"has", "have", "'ve"} & set(clause.helpers))


def _just_then(clause: Clause) -> bool:
    return clause.finite and "when" in (*clause.marks, *clause.adverbs)


def _for_so_long(spell: Dated, bound: Dated) -> Dated:
    """`for ten years, until 2008`, `from 2004 for six years`: the other end, where its length gives it."""
    begin, _, end = bound.edtf.partition("/")
    if spell.phrase is None or "/" not in bound.edtf:
        return bound
    since = bound.relation in (Relation.SINCE, Relation.FROM)
    other = dates.ended(spell.phrase, since=begin) if since else dates.begun(spell.phrase, until=end)
    if not other.edtf or "/" in other.edtf:
        return bound
    edtf = f"{begin}/{other.edtf}" if since else f"{other.edtf}/{end}"
    return replace(bound, edtf=edtf, relation=Relation.BETWEEN, rule=f"{bound.rule}, {other.rule}")


@dataclass(frozen=True, slots=True)
class _Pick:
    """Chooses among the dates of a clause, for what its claim says of it."""

    clause: Clause
    claim_type: str

    def of(self, found: Sequence[Dated]) -> Dated | None:
        """The first date that may be meant, or None."""
        spells = [d for d in found if d.kind == DURATION and d.phrase is not None]
        usable = [d for d in found if d.edtf and (d.kind != DURATION or self._runs_on())]
        if self.claim_type == "responsibility":
            usable = [d for d in usable if not d.attributive]  # `the April bombing` is the attack's.
        if not is_state(self.claim_type):
            happened = [d for d in usable if d.relation not in SPANS]
            return happened[0] if happened else self._begun(usable)
        usable = [d for d in usable if d.relation is not Relation.BY and d.kind != TODAY]
        spans = [d for d in usable if d.relation in SPANS]
        begins = [d for d in spans if d.relation in (Relation.SINCE, Relation.FROM)]
        ends = [d for d in spans if d.relation is Relation.UNTIL]
        if begins and ends and begins[0].start < ends[0].start:
            edtf = f"{begins[0].edtf.partition('/')[0]}/{ends[0].edtf.partition('/')[2]}"
            return replace(ends[0], edtf=edtf)
        if spells and len(begins) + len(ends) == 1:
            return _for_so_long(spells[0], (begins + ends)[0])
        return next((self._up_to_now(d) for d in spans or usable), None)

    def _up_to_now(self, date: Dated) -> Dated:
        """`has led it for the past three years`: and still does."""
        open_ended = date.phrase is not None and date.phrase.moment.shape is Shape.WINDOW and self._runs_on()
        if not open_ended or not date.edtf.endswith(f"/{date.reckoned_from[: len(date.edtf.partition('/')[2])]}"):
            return date
        return replace(date, edtf=f"{date.edtf.partition('/')[0]}/..", relation=Relation.SINCE)

    def _begun(self, usable: Sequence[Dated]) -> Dated | None:
        """`has been held since March`: taken in March."""
        since = [d for d in usable if d.relation in (Relation.SINCE, Relation.FOR)]
        one_by_one = self.clause.lemma not in HELD and any(p.plural for p in self.clause.get("obj", "subj"))
        if since and one_by_one and self._runs_on() and since[0].edtf.endswith("/.."):
            return since[0]  # `Four have been killed since January`: some time from then on.
        if not since or self.claim_type not in LASTING:
            return None
        return replace(since[0], edtf=since[0].edtf.partition("/")[0])

    def _runs_on(self) -> bool:
        return bool({"has", "have", "'ve"} & set(self.clause.helpers))
