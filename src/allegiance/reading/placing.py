"""Where: the place of an event, by its name, from the phrases that stand with its predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.dating import told_behind
from allegiance.reading.deeds import conducting
from allegiance.reading.degrees import COURTS
from allegiance.reading.discourse import Discourse
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import DONE

AT = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "on",
    "off",
    "along",
    "above",
    "across",
    "within",
    "throughout",
)
OUT_OF = frozenset(
    "whisk drag spirit rescue release free escape flee abduct kidnap seize take snatch break detain capture "
    "arrest".split()
)
"""Of these, the place is also where somebody was taken or freed `from`."""

MOVING = frozenset("travel go come move fly return cross journey fled flee head sail march".split())
KEPT = re.compile(r"\s(?:district|village|city|road|highway|forest|crossing|bazaar|island|valley|subdistrict|region)\b")
"""Plain words behind a name that belong to what the place is called."""

SIDE = re.compile(r"(?:(?:north|south|east|west)(?:-?(?:east|west))?ern|upper|lower|central)\s$")
SITES = frozenset(
    "barrack headquarters headquarter capital checkpost "
    "barracks hospital prison jail market mosque church school university hotel court house home compound hall "
    "bazaar junction office airstrip wells sector outskirt outskirts north south east west centre center part "
    "station post farmhouse street vicinity environs surroundings".split()
)
"""Besides nouns for places, those whose place is that of the name in or before them: `a house in Kosso`."""

AROUND = frozenset("vicinity outskirt outskirts environs surroundings neighbourhood neighborhood centre center".split())
"""What is of a place, whatever stands behind `of`."""

SEARCHING = frozenset(
    "cordon surround raid storm enter search attack overrun seize capture besiege take retake".split()
)
"""Who does this to a place and then does something to somebody does it there."""

LAND = frozenset("territory soil side waters airspace border town village city desert coast".split())
"""Behind a country's adjective, these are the country: `inside Syrian territory`."""

PLACED = DONE | frozenset("plant place hide detonate explode go lay bury attach fix fire".split())
MEETINGS = frozenset("meeting ceremony congress conference assembly gathering summit convention rally".split())

FALLING = frozenset({"killing", "death", "detention"})
POSTS = frozenset({"appointment", "removal", "succession", "renaming", "designation", "founding"})
"""Of these, only a place that hangs on the verb itself is where it happened: others are the area of a post."""


SIDES = frozenset({"join", "leave", "pledge", "renounce"})
"""Of these, the place of what was done before is none: `studied in Paris, joined the Front`."""


def dateline_place(dateline: str) -> str:
    """The place of a dateline, in the capitals of a name: `HAFSUNG, Nov 15:` gives `Hafsung`."""
    lead = re.match(r"(?:[^\W\d_]|['. -])*", dateline)
    capitals = [*takewhile(str.isupper, lead.group().split())] if lead else []
    if capitals and len(capitals[0]) > 1:
        return " ".join(word.capitalize() for word in capitals)
    small = re.match(r"[A-Z][\w'.]+(?: [A-Z][\w'.]+){0,3}(?=\s*[,(])", dateline)
    return small.group() if small else ""


@dataclass(frozen=True, slots=True)
class Placing:
    """Finds where the events of one sentence happened. `here` is the place that a dateline names, `there` the last."""

    sentence: Sentence
    clauses: Sequence[Clause]
    discourse: Discourse
    here: str = ""
    there: str = ""

    def of(self, clause: Clause, claim_type: str, taken: Sequence[int], depth: int = 0) -> str:
        """The place of a clause's event: its own, else that of what it is told in one breath with."""
        own = self._own(clause, claim_type, frozenset(taken))
        if own or depth > 3 or claim_type in POSTS:
            return own
        over = self._over(clause, claim_type)
        if over is None:
            return self._just_there(clause, taken) if claim_type in FALLING else ""
        if claim_type in SIDES and over.lemma.split(" ")[0] not in MOVING:
            return ""
        if over.lemma.split(" ")[0] in SEARCHING and clause.sibling == over.index:
            struck = [p for p in over.get("obj") if 0 <= p.token < len(self.sentence.tokens)]
            found = next((n for p in struck for n in self._place(self.sentence.tokens[p.token], taken, 0)), "")
            if found:
                return found
        if over.lemma.split(" ")[0] in MOVING and clause.sibling == over.index:
            to = next((n for p in self._prepositions(over, ("to",)) for n in self._named(p, taken)), "")
            return to or self.of(over, claim_type, taken, depth + 1)
        return self.of(over, claim_type, taken, depth + 1)

    def _just_there(self, clause: Clause, taken: Sequence[int]) -> str:
        """`was killed when troops raided a house in A`: there."""
        then = (c for c in self.clauses if c.parent == clause.index and c.embedding == "advcl" and c.finite)
        told = (c for c in then if "when" in (*c.marks, *c.adverbs))
        return next((place for c in told if (place := self._own(c, "attack", frozenset(taken)))), "")

    def _own(self, clause: Clause, claim_type: str, taken: frozenset[int]) -> str:
        if clause.form in ("is", "title") and claim_type == "detention":
            return self._of_description(clause)
        if clause.form not in ("verb", "noun") or not 0 <= clause.token < len(self.sentence.tokens):
            return ""
        pointed = self._pointed(clause)
        if pointed:
            return pointed
        functions = (*AT, "from") if clause.lemma.split(" ")[0] in OUT_OF else AT
        nested: list[str] = []
        for preposition in self._prepositions(clause, functions):
            found = list(self._named(preposition, taken))
            over = self.sentence.tokens[preposition.head]
            if found and (preposition.head == clause.token or over.lemma in MEETINGS):
                return found[0]
            nested.extend(found)
        if nested and claim_type not in POSTS:
            return nested[0]
        behind = self._behind(clause, taken) or self._where(clause)
        if claim_type in ("detention", "release"):
            return behind or self._before_court(clause, taken)
        if behind or claim_type != "attack":
            return behind
        struck = [a.phrase for a in clause.args if a.function in ("obj", "on", "at", "against")]
        struck_at = [p.token for p in struck if p.token >= 0 and p.mention < 0]
        own = next((n for t in struck_at for n in self._place(self.sentence.tokens[t], frozenset(), 0)), "")
        return own or next((n for t in struck_at for n in self._standing(t, taken)), "")

    def _standing(self, token: int, taken: frozenset[int]) -> Iterator[str]:
        """`the headquarters in A`, `the court in A`: where a house or an office stands."""
        for prep in self.sentence.kids(token, "prep"):
            if prep.text.lower() in ("in", "at", "near", "outside"):
                yield from (name for name in self._named(prep, taken) if name)

    def _before_court(self, clause: Clause, taken: frozenset[int]) -> str:
        """`A court in Kolori freed B`: there."""
        courts = [p.token for p in clause.get("subj", "by") if p.mention < 0 and p.head in COURTS and p.token >= 0]
        return next((n for t in courts for n in self._standing(t, taken)), "")

    def _of_description(self, clause: Clause) -> str:
        """`a former detainee at A`, `a former A detainee`: where he was held."""
        for attr in clause.get("attr"):
            for phrase in attr.mod("at", "in", "from", "nmod"):
                token = self.sentence.tokens[phrase.token]
                if phrase.mention >= 0 and (self._is_place(token) or self._may_be_place(token)):
                    return self._words(phrase.start, phrase.end)
        return ""

    def _behind(self, clause: Clause, taken: frozenset[int]) -> str:
        """`by a bomb planted in A`, `in a raid carried out near A`: where the means was."""
        for index in sorted(told_behind(clause, self.clauses, PLACED)):
            for preposition in self._prepositions(self.clauses[index], AT):
                found = next(self._named(preposition, taken), "")
                if found:
                    return found
        return ""

    def _where(self, clause: Clause) -> str:
        """`fled to A, where he was killed`: the place named last before `where`."""
        if clause.form != "verb":
            return ""
        word = next((t for t in self.sentence.kids(clause.token) if t.text == "where" and t.i < clause.token), None)
        before = [t for t in self.sentence.tokens if word and t.i < word.i and t.mention >= 0 and self._is_place(t)]
        return self._words(before[-1].start, before[-1].end) if before else ""

    def _pointed(self, clause: Clause) -> str:
        """What `here` and `there` mean: the dateline's place, and the place named last."""
        deeds = {c.token for c in self.clauses if c.form == "verb"}
        for token in self.sentence.tokens:
            word = token.text.lower()
            if word not in ("here", "there") or token.pos != "ADV" or not self._stands_with(token, clause, deeds):
                continue
            if word == "here":
                return self.here
            before = [t for t in self.sentence.tokens if t.mention >= 0 and t.end <= token.start and self._is_place(t)]
            return self._words(before[-1].start, before[-1].end) if before else self.there
        return ""

    def _over(self, clause: Clause, claim_type: str) -> Clause | None:
        """The clause whose place is also this one's: the first of two verbs, or the one that a participle goes with."""
        if clause.form == "verb" and clause.sibling >= 0:
            if claim_type == "release":
                return None  # `was held in A and freed a year later`: it does not say where.
            first = self.clauses[clause.sibling]
            own, theirs = (c.get("obj" if c.passive else "subj") for c in (clause, first))
            return first if {p.token for p in own} <= {p.token for p in theirs} else None
        made = conducting(clause, self.clauses)
        if made is not None:
            return made
        if clause.form != "verb" or clause.parent < 0 or clause.embedding != "advcl":
            return None
        parent = self.clauses[clause.parent]
        return parent if not clause.finite or "when" in (*clause.marks, *clause.adverbs) else None

    def _prepositions(self, clause: Clause, functions: Sequence[str]) -> Iterator[Token]:
        """The prepositions that stand with a predicate, in order, those behind it before those ahead of it."""
        deeds = {c.token for c in self.clauses if c.form == "verb"} | (
            {clause.token} if clause.form == "noun" else set()
        )
        rows = []
        for token in self.sentence.tokens:
            if token.text.lower() in functions and token.pos in ("ADP", "ADV", "SCONJ"):
                if self._stands_with(token, clause, deeds):
                    rows.append(token)
        rows.sort(key=lambda t: (t.head != clause.token, t.i < clause.token, t.i))
        yield from rows

    def _stands_with(self, token: Token, clause: Clause, deeds: set[int]) -> bool:
        tokens, current, was = self.sentence.tokens, token, token
        nouns = lexicon.nouns()
        for _ in range(14):
            if current.head == current.i:
                return False
            was, current = current, tokens[current.head]
            if current.i == clause.token:
                return True
            if current.i in deeds or was.dep in ("relcl", "acl", "appos"):
                return False
            if current.pos in ("ADP", "SCONJ") and current.text.lower() in ("since", "after", "before", "until"):
                if current.text.lower() != "before" or not self._somebody(was):
                    return False
            if (
                was.dep == "prep"
                and current.dep in ("nsubj", "nsubjpass", "poss")
                and current.lemma not in (nouns.means | nouns.attacks)
            ):
                return False
            if was.dep == "prep" and current.lemma in nouns.posts and current.mention < 0:
                return False
        return False

    def _somebody(self, token: Token) -> bool:
        """Whether somebody is meant: `laid down arms before the regiment at A` is said of a place."""
        if token.mention >= 0:
            return self.discourse.mentions[token.mention].kind in (Kind.GROUP, Kind.PERSON)
        return token.lemma in lexicon.nouns().persons | lexicon.nouns().groups

    def _named(self, preposition: Token, taken: Sequence[int] | frozenset[int]) -> Iterator[str]:
        """The names of places that a preposition leads to."""
        for kid in self.sentence.kids(preposition.i, "pobj"):
            if not self._beside_taken(kid, taken):
                yield from self._place(kid, taken, 0)

    def _beside_taken(self, token: Token, taken: Sequence[int] | frozenset[int]) -> bool:
        """`raids on A and B`: where B is what was struck, A is so too, and not where it was."""
        others = self.sentence.kids(token.i, "conj")
        return any(k.mention >= 0 and self.discourse.mentions[k.mention].start in taken for k in others)

    def _place(
        self, token: Token, taken: Sequence[int] | frozenset[int], depth: int, near: bool = False
    ) -> Iterator[str]:
        if depth > 3:
            return
        if token.mention >= 0:
            mention = self.discourse.mentions[token.mention]
            chain = self.discourse.chain(mention.chain)
            if chain.country:
                if mention.start in taken:
                    return
                yield self._words(token.start, token.end) if self._side(token.start) else chain.country
            elif mention.start not in taken and (
                chain.kind is Kind.PLACE
                or ((depth == 0 or near) and (chain.kind is Kind.UNKNOWN or chain.margin < 1.0))
            ):
                yield self._words(token.start, token.end)
            return
        if token.lemma in LAND:
            land = [k.text.lower() for k in self.sentence.kids(token.i) if k.text.lower() in lexicon.demonyms()]
            yield from (lexicon.countries()[word] for word in land)
        if token.lemma in lexicon.nouns().places | SITES:
            for kid in self.sentence.kids(token.i, "compound", "nmod", "poss", "appos"):
                if kid.mention >= 0 and (self._is_place(kid) or (kid.dep == "appos" and self._may_be_place(kid))):
                    yield self._words(kid.start, kid.end)
        for prep in self.sentence.kids(token.i, "prep"):
            if prep.text.lower() == "of" and token.lemma in lexicon.nouns().places | SITES:
                for kid in self.sentence.kids(prep.i, "pobj"):
                    yield from self._place(kid, taken, depth + 1, token.lemma in AROUND)

    def _is_place(self, token: Token) -> bool:
        chain = self.discourse.chain(self.discourse.mentions[token.mention].chain)
        return chain.kind is Kind.PLACE or bool(chain.country)

    def _may_be_place(self, token: Token) -> bool:
        chain = self.discourse.chain(self.discourse.mentions[token.mention].chain)
        return chain.kind is Kind.UNKNOWN or chain.margin < 1.0

    def _side(self, start: int) -> str:
        found = SIDE.search(self.discourse.text[max(0, start - 20) : start])
        return found.group().strip() if found else ""

    def _words(self, start: int, end: int) -> str:
        """A place as the text has it, with `district` behind it or `upper` before it."""
        text = self.discourse.text
        kept = KEPT.match(text, end)
        side = self._side(start)
        name = " ".join(text[start : kept.end() if kept else end].split())
        return f"{side} {name}" if side else name
