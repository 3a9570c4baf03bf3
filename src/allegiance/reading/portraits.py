"""What a document has said of its persons so far: by what nouns they went, how old they are, what they lead, he or she.

`the 43-year-old`, `the cleric`, `the group's leader` are joined to a person by what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Phrase
from allegiance.reading.runs import Mention

AGE = re.compile(r"^(?: \([^()]{0,80}\))?,? ?(?:aged |\()?(?P<age>[1-9]\d)(?=[,)]| years|-year)")
OLD = re.compile(r"\b(?P<age>[1-9]\d)-year-old\b")
RANK_WORDS: Mapping[str, str] = {
    "gen": "general", "général": "general", "lt": "lieutenant", "col": "colonel", "coronel": "colonel",
    "maj": "major", "capt": "captain", "capitaine": "captain", "capitán": "captain", "sgt": "sergeant",
    "brig": "brigadier", "cmdr": "commander", "comandante": "commander", "shaykh": "sheikh cleric preacher",
    "sheikh": "sheikh cleric preacher",
    "sheik": "sheikh cleric preacher", "mullah": "mullah cleric", "maulana": "cleric preacher",
    "mawlawi": "cleric preacher", "maulvi": "cleric preacher", "imam": "imam cleric preacher",
    "mufti": "mufti cleric", "ayatollah": "ayatollah cleric", "dr": "doctor physician", "father": "priest",
    "fr": "priest", "rev": "pastor priest", "pastor": "pastor", "bishop": "bishop", "supt": "superintendent",
    "prof": "professor", "gov": "governor", "sen": "senator", "insp": "inspector", "emir": "emir", "haji": "haji",
}  # fmt: skip
"""The nouns by which one who bears a title may be called."""
LEADERS = frozenset(
    "leader commander chief head emir amir boss president chairman chairwoman commandant general-secretary kingpin "
    "warlord commander-in-chief supremo capo strongman".split()
)
"""Nouns for one at the head of a body: each of them may be called `the leader`, `the rebel chief`."""
FIGHTERS = frozenset(
    "militant rebel insurgent guerrilla guerilla jihadist fighter extremist islamist warlord kingpin gangster mobster "
    "terrorist separatist ex-rebel ex-guerrilla".split()
)
"""What one who leads or belongs to an armed body may be called."""
MALE = frozenset(
    "mr brother son father husband uncle nephew king prince spokesman chairman businessman man boy sheikh mullah "
    "maulana mawlawi maulvi imam señor don haji father widower policeman nobleman godfather abu".split()
)
FEMALE = frozenset(
    "mrs ms miss sister daughter mother wife widow aunt niece queen princess spokeswoman chairwoman businesswoman "
    "woman girl nun doña señora policewoman councilwoman congresswoman heiress grandmother umm naw daw".split()
)


@dataclass(slots=True)
class Portraits:
    """By what each person of a document may be known again."""

    text: str
    mentions: Sequence[Mention]
    called: dict[str, list[int]] = field(default_factory=dict)
    aged: dict[str, set[int]] = field(default_factory=dict)
    gender: dict[int, str] = field(default_factory=dict)
    holders: dict[tuple[int, str], int] = field(default_factory=dict)

    def look(self, clauses: Sequence[Clause], named: Iterable[int]) -> None:
        """Take in a sentence: what its persons are said to be, the titles and ages that stand with their names."""
        for index in named:
            self._named(self.mentions[index])
        for clause in clauses:
            if clause.negated or not (clause.form in ("is", "title") or clause.lemma == "be"):
                continue
            subjects = [p for p in clause.get("subj") if p.mention >= 0]
            for subject in subjects if len(subjects) == 1 else ():
                mention = self.mentions[subject.mention]
                if mention.kind is Kind.PERSON:
                    for attr in clause.get("attr"):
                        self._said(mention.chain, attr)

    def _named(self, mention: Mention) -> None:
        if mention.kind is not Kind.PERSON:
            return
        words = [w.strip(".") for w in f"{mention.rank} {mention.office}".lower().replace("-", " ").split()]
        for word in words:
            for noun in RANK_WORDS.get(word, word).split():
                self.call(noun, mention.chain)
        self._sex(mention.chain, [*words, mention.name.split()[0].lower()])
        age = AGE.match(self.text[mention.end : mention.end + 90])
        old = OLD.search(self.text[max(0, mention.start - 24) : mention.start])
        for match in (age, old):
            if match:
                self.aged.setdefault(match.group("age"), set()).add(mention.chain)

    def _said(self, chain: int, attr: Phrase) -> None:
        if attr.mention >= 0 or attr.plural or attr.negated:
            return
        if attr.head in lexicon.nouns().persons:
            self.call(attr.head, chain)
        self._sex(chain, [attr.head])

    def _sex(self, chain: int, words: Iterable[str]) -> None:
        told = {"she" for w in words if w in FEMALE} | {"he" for w in words if w in MALE}
        if len(told) == 1:
            self.gender.setdefault(chain, told.pop())

    def call(self, noun: str, chain: int) -> None:
        """Remember that a noun was used of a person, the last so called last."""
        row = self.called.setdefault(noun, [])
        if chain in row:
            row.remove(chain)
        row.append(chain)

    def hold(self, group: int, role: str, person: int) -> None:
        """Remember who holds a post in a group, by the post's words."""
        self.holders[(group, role)] = person

    def may_be(self, chain: int, word: str) -> bool:
        """Whether `he`, or `she`, may mean this person."""
        return self.gender.get(chain, word) == word

    def aged_as(self, words: str) -> int:
        """The one person of the age that `the 43-year-old` gives, or -1."""
        match = OLD.search(words)
        found = self.aged.get(match.group("age"), set()) if match else set()
        return next(iter(found)) if len(found) == 1 else -1

    def known_as(self, noun: str, near: Sequence[int]) -> int:
        """Of those in view, the one person who was called by a noun or by one that takes in the same, or -1."""
        own = [c for c in self.called.get(noun, ()) if c in near]
        if len(own) == 1:
            return own[0]
        if own:
            return -1
        alike = LEADERS if noun in LEADERS else LEADERS | FIGHTERS | {"member"} if noun in FIGHTERS else frozenset()
        wide = {c for one in alike for c in self.called.get(one, ()) if c in near}
        return next(iter(wide)) if len(wide) == 1 else -1
