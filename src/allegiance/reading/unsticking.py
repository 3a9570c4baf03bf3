"""Repairs of nouns that the small model sticks together: what is given to whom, and what a place at the front is.

`gave the Toyota weapons` gives weapons to Toyota, and no `Toyota weapons`; in `In London, a Toyota stronghold, shops
shut` London is the stronghold, which does not shut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Token
from allegiance.reading.phrases import COUNTED
from allegiance.reading.relisting import SUBJECTS
from allegiance.reading.runs import CALENDAR
from allegiance.reading.whose_deeds import WhoseDeeds

GIVING = frozenset("give lend offer grant send pay sell supply provide hand deal deny promise afford".split())
"""Verbs that take whom it is given to, and what."""
PLEDGES = frozenset("base camp foothold bay'a bayat allegiance loyalty cover land permission".split())
"""What is given beside arms, money and shelter, of which a body's name before it is no part."""


BEARING = frozenset("result lead kill leave wound injure cause claim destroy target begin last net capture".split())
"""What a raid or a blast does, and no place."""


LED = frozenset("lead command head run rule govern control manage direct chair finance hold represent".split())
"""What is done to a body through a span of time."""
CAUSES_OF_DEATH = frozenset(
    "wound injury illness disease cancer malaria stroke burn complication failure pneumonia diabetes "
    "hepatitis covid".split()
)


PACTS = frozenset("truce ceasefire cease-fire armistice agreement accord deal pact treaty peace".split())
"""What is concluded through somebody, and nobody's title."""
MADE_SO: Mapping[str, str] = {
    "elevated": "elevate", "appointed": "appoint", "named": "name", "promoted": "promote", "installed": "install",
    "nominated": "nominate",
}  # fmt: skip
"""Verbs of appointing that the parser takes for an adjective of the title behind them."""
ELECTING = frozenset("elected elect appointed appoint named name chosen choose proclaimed proclaim".split())
"""How a participle of appointing begins a sentence, as it stands or as its lemma."""
MAIN = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl"})


class Unsticking(WhoseDeeds):
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def unstick(self) -> None:
        """Every repair of this kind, in the order in which one needs another."""
        self.titled_bare()
        self.titled_twice()
        self.told_aside()
        self.whose_deed()
        self.after_whom()
        self.had_done()
        self.told_of_event()
        self.own_content()
        self.beside_count()
        self.given()
        self.done_by()
        self.led_by()
        self.said_to_be()
        self.set_in_front()
        self.set_behind()
        self.told_of_host()
        self.whose_own()
        self.in_his_place()
        self.loyal_to()
        self.once_the()
        self.elected_in_front()
        self.through_somebody()
        self.elevated_too()
        self.of_one()
        self.died_of()
        self.singular()

    def given(self) -> None:
        """`gave the Toyota weapons`: to Toyota, weapons."""
        for noun in self.sentence.tokens:
            verb = self.tokens[noun.head]
            if (
                noun.dep != "dobj"
                or noun.lemma not in lexicon.nouns().gifts | PLEDGES
                or verb.lemma not in GIVING
                or noun.mention >= 0
            ):
                continue
            at = noun.i - 1
            while at > verb.i and self.tokens[at].head == noun.i and self.tokens[at].dep in ("nummod", "amod"):
                at -= 1
            name = self.tokens[at]
            if name.mention < 0 or name.head != noun.i or name.dep not in ("compound", "nmod"):
                continue
            if self._kind(name) not in (Kind.GROUP, Kind.PERSON) or any(
                p.lemma in ("to", "for") for p in (*self._kids(noun.i, "prep"), *self._kids(verb.i, "prep", "dative"))
            ):
                continue
            between = self.tokens[verb.i + 1 : name.i]
            if any(t.lemma != "the" for t in between):
                continue
            self._hang(name.i, verb.i, "dative")
            for word in between:
                self._hang(word.i, name.i, word.dep)

    def titled_bare(self) -> None:
        """`kidnapped engineer Peter`, `the murder of businessman Peter`: Peter, whose trade stands before him."""
        for name in self.sentence.tokens[1:]:
            noun = self.tokens[name.i - 1]
            if self._kind(name) is not Kind.PERSON or noun.mention >= 0 or noun.tag != "NN":
                continue
            if noun.lemma not in lexicon.nouns().persons or self._kids(noun.i, "det", "poss", "nummod"):
                continue
            if noun.dep not in ("pobj", "dobj", "nsubj", "nsubjpass", "conj") or name.dep in ("nsubj", "nsubjpass"):
                continue
            if self.tokens[name.i].head not in (noun.i, noun.head) or name.dep == "conj":
                continue
            self._hang(name.i, noun.head, noun.dep)
            self._hang(noun.i, name.i, "compound")

    @staticmethod
    def _dated(token: Token) -> bool:
        return token.mention < 0 and bool(token.text[:1].isdigit() or token.lemma.rstrip(".") in CALENDAR)

    def told_of_event(self) -> None:
        """`a raid in Kunar province that killed Peter`: the raid killed him, and no province, or day."""
        for verb in self.sentence.tokens:
            low = self.tokens[verb.head]
            subjects = [k for k in self._kids(verb.i, "nsubj") if k.text.lower() in ("that", "which")]
            placed = self._kind(low) is Kind.PLACE or (low.mention < 0 and low.lemma in lexicon.nouns().places)
            if verb.dep != "relcl" or not subjects or not (placed or self._dated(low)) or verb.lemma not in BEARING:
                continue
            known = lexicon.nouns().attacks | lexicon.nouns().means
            up = low
            for _ in range(8):
                up = self.tokens[up.head]
                near = [up] if up.pos == "NOUN" else self._kids(up.i, "dobj", "nsubj", "nsubjpass")
                found = [k for k in near if k.mention < 0 and k.lemma in known and k.i < verb.i]
                if found:
                    self._hang(verb.i, found[-1].i, "relcl")
                if found or up.head == up.i or up.pos in ("VERB", "AUX"):
                    break

    def own_content(self) -> None:
        """`confirmed four of the men who were killed were commanders`: the four were, and are not what is confirmed."""
        for verb in self.sentence.tokens:
            over = self.tokens[verb.head]
            if verb.dep != "ccomp" or verb.tag not in ("VBD", "VBZ", "VBP") or self._kids(verb.i, *SUBJECTS, "mark"):
                continue
            objects = [k for k in self._kids(over.i, "dobj") if over.i < k.i < verb.i]
            if len(objects) == 1 and max(self._under(objects[0].i)) == verb.i - 1:
                self._hang(objects[0].i, verb.i, "nsubj")

    def beside_count(self) -> None:
        """`nine of its fighters and their commander`: he is beside the nine, and none of those who are counted."""
        for noun in self.sentence.tokens:
            low = self.tokens[noun.head]
            prep, count = self.tokens[low.head], self.tokens[self.tokens[low.head].head]
            if noun.dep != "conj" or noun.mention >= 0 or noun.tag != "NN" or low.tag != "NNS" or low.mention >= 0:
                continue
            people = lexicon.nouns().persons
            counted = low.dep == "pobj" and prep.lemma == "of" and (count.pos == "NUM" or count.lemma in COUNTED)
            if counted and noun.lemma in people and low.lemma in people and self._kids(noun.i, "poss", "det"):
                for word in [noun, *(k for k in self._kids(low.i, "cc") if k.i < noun.i)]:
                    self._hang(word.i, count.i, word.dep)

    def done_by(self) -> None:
        """`was claimed in a message by the Toyota`: by Toyota, whoever sent the message."""
        for by in self.sentence.tokens:
            low = self.tokens[by.head]
            if by.text.lower() != "by" or by.dep != "prep" or low.dep != "pobj" or low.mention >= 0:
                continue
            prep = self.tokens[low.head]
            verb = self.tokens[prep.head]
            passive = verb.tag == "VBN" and (self._kids(verb.i, "auxpass") or verb.dep in ("acl", "relcl"))
            names = [k for k in self._kids(by.i, "pobj") if self._kind(k) in (Kind.GROUP, Kind.PERSON)]
            if prep.lemma not in ("in", "on", "via", "through") or not passive or not names:
                continue
            if low.lemma in lexicon.nouns().products | {"tweet", "post", "email", "call"} and not self._kids(
                verb.i, "agent"
            ):
                self._hang(by.i, verb.i, "agent")

    def whose_own(self) -> None:
        """`Peter, who led it and whose deputy was killed, fled`: the deputy was killed, and Peter fled."""
        for whose in self.sentence.tokens:
            noun = self.tokens[whose.head]
            if whose.text.lower() != "whose" or whose.dep != "poss" or noun.dep not in SUBJECTS:
                continue
            verb = self.tokens[noun.head]
            main = self.tokens[verb.head]
            others = [k for k in self._kids(verb.i, *SUBJECTS) if k.i < whose.i]
            under = verb.dep in ("ccomp", "advcl", "csubj", "dep", "parataxis")
            if len(others) != 1 or not under or others[0].i < main.i < verb.i:
                continue
            if not self._kids(main.i, *SUBJECTS):
                passive = bool(self._kids(main.i, "auxpass"))
                self._hang(others[0].i, main.i, "nsubjpass" if passive else "nsubj")
                self._hang(verb.i, others[0].i, "relcl")

    def in_his_place(self) -> None:
        """`elected in his place Peter`, `chose as his successor Peter`: Peter was, and he is no place."""
        for name in self.sentence.tokens[2:]:
            noun = self.tokens[name.i - 1]
            prep = self.tokens[noun.head]
            verb = self.tokens[prep.head]
            if noun.lemma not in ("place", "stead", "successor", "replacement") or noun.dep != "pobj":
                continue
            if self._kind(name) is not Kind.PERSON or verb.pos != "VERB":
                continue
            if name.head != noun.i and (name.head != verb.i or name.dep in ("nsubj", "agent", "dative")):
                continue
            if not self._kids(verb.i, "dobj") and not self._kids(verb.i, "auxpass"):
                self._hang(name.i, verb.i, "dobj")

    def loyal_to(self) -> None:
        """`A faction loyal to Peter has split from Toyota`: the faction has, and not Peter."""
        for verb in self.sentence.tokens:
            noun = self.tokens[verb.head]
            subjects = self._kids(verb.i, *SUBJECTS)
            if verb.dep != "relcl" or noun.head != noun.i or noun.pos != "NOUN" or len(subjects) != 1:
                continue
            name = subjects[0]
            first = min(self._under(name.i))
            if first == 0:
                continue
            prep = self.tokens[first - 1]
            finite = verb.tag in ("VBD", "VBZ", "VBP") or self._kids(verb.i, "aux", "auxpass")
            if (
                self._kind(name) is not Kind.PERSON
                or prep.lemma not in ("to", "around", "under", "behind")
                or not finite
            ):
                continue
            if prep.i not in self._under(noun.i):
                continue
            self._hang(name.i, prep.i, "pobj")
            self.tokens[verb.i] = replace(self.tokens[verb.i], head=verb.i, dep="ROOT")
            self._hang(noun.i, verb.i, "nsubjpass" if self._kids(verb.i, "auxpass") else "nsubj")

    def once_the(self) -> None:
        """`Once the treasurer of Toyota, Peter now leads Nokia`: the treasurer is what Peter once was."""
        first = self.sentence.tokens[0]
        nouns = self._kids(0, "nsubj") if first.text in ("Once", "Long", "Formerly", "Now") else []
        if len(nouns) == 1 and nouns[0].mention < 0 and self.tokens[first.head].pos in ("VERB", "AUX"):
            self._hang(nouns[0].i, first.head, "npadvmod")
            self._hang(0, nouns[0].i, "advmod")

    def elected_in_front(self) -> None:
        """`Elected chairman of Toyota in May, Peter was ousted in June`: he was elected, and the chairman is he."""
        first = self.tokens[0]
        noun = self.tokens[first.head]
        verb = self.tokens[noun.head]
        if first.lemma.lower() not in ELECTING or noun.lemma not in lexicon.nouns().posts or not 0 < noun.i < 5:
            return
        names = [k for k in self._kids(verb.i, *SUBJECTS) if self._kind(k) is Kind.PERSON and k.i > noun.i]
        names += [k for k in self._kids(noun.i, "appos") if self._kind(k) is Kind.PERSON]
        if (
            verb.pos not in ("VERB", "AUX")
            or len(names) != 1
            or noun.dep not in (*SUBJECTS, "npadvmod", "advcl", "dep")
        ):
            return
        if self.tokens[names[0].i - 1].text != ",":
            return
        self.tokens[0] = replace(self.tokens[0], pos="VERB", tag="VBN", lemma=first.lemma.lower())
        self._hang(0, verb.i, "advcl")
        self._hang(noun.i, 0, "oprd")
        if names[0].head != verb.i:
            self._hang(names[0].i, verb.i, "nsubjpass" if self._kids(verb.i, "auxpass") else "nsubj")
        for moved in (k for k in self._kids(noun.i, "npadvmod") if k.i > noun.i):
            self._hang(moved.i, 0, "npadvmod")

    def through_somebody(self) -> None:
        """`concluded, through its envoy, Peter, a truce with Toyota`: the truce was concluded, and is not Peter."""
        for noun in self.sentence.tokens:
            name = self.tokens[noun.head]
            if noun.lemma not in PACTS or noun.dep not in ("appos", "conj") or self._kind(name) is not Kind.PERSON:
                continue
            up = name
            for _ in range(6):
                up = self.tokens[up.head]
                if up.pos == "VERB" or up.head == up.i:
                    break
            if up.pos == "VERB" and up.i < noun.i and not self._kids(up.i, "dobj", "ccomp"):
                self._hang(noun.i, up.i, "dobj")

    def elevated_too(self) -> None:
        """`sacked its chairman and elevated treasurer Peter`: elevated Peter, who is no `elevated treasurer`."""
        for verb in self.sentence.tokens[2:-2]:
            noun, before = self.tokens[verb.head], self.tokens[verb.i - 1]
            name = self.tokens[noun.i + 1] if noun.i + 1 < len(self.tokens) else noun
            who = noun if noun.mention >= 0 else name
            if verb.text.lower() not in MADE_SO or verb.dep not in ("amod", "compound", "nmod"):
                continue
            if before.text.lower() != "and" or self._kind(who) is not Kind.PERSON or not verb.i < noun.i:
                continue
            main = next((t for t in reversed(self.tokens[: verb.i]) if t.tag == "VBD" and t.dep in MAIN), None)
            if main is None:
                continue
            self.tokens[verb.i] = replace(self.tokens[verb.i], pos="VERB", tag="VBD", lemma=MADE_SO[verb.text.lower()])
            self._hang(verb.i, main.i, "conj")
            self._hang(who.i, verb.i, "dobj")
            if who.i != noun.i:
                self._hang(noun.i, who.i, "compound")
            for prep in self._kids(main.i, "prep"):
                if prep.i > who.i and prep.lemma in ("in", "as", "to"):
                    self._hang(prep.i, verb.i, "prep")

    def of_one(self) -> None:
        """`a militia raised among settlers that has fought both`: the militia has, for the settlers are many."""
        for verb in self.sentence.tokens:
            low = self.tokens[verb.head]
            helpers = [k for k in self._kids(verb.i, "aux", "auxpass") if k.text.lower() in ("has", "is", "was")]
            single = verb.tag == "VBZ" or helpers
            relative = any(k.text.lower() in ("that", "which") for k in self._kids(verb.i, *SUBJECTS))
            if verb.dep != "relcl" or not single or not relative or low.mention >= 0 or low.tag != "NNS":
                continue
            up = low
            for _ in range(6):
                up = self.tokens[up.head]
                known = up.mention >= 0 or up.lemma in lexicon.nouns().groups
                if up.pos in ("NOUN", "PROPN") and up.tag in ("NN", "NNP") and known:
                    self._hang(verb.i, up.i, "relcl")
                if up.head == up.i or up.tag in ("NN", "NNP"):
                    break

    def died_of(self) -> None:
        """`died on Sunday of his wounds`, `died in a clinic of a stroke`: of these he died."""
        for of in self.sentence.tokens:
            nouns = [k for k in self._kids(of.i, "pobj") if k.mention < 0 and k.lemma in CAUSES_OF_DEATH]
            verb = self.tokens[of.head]
            for _ in range(4):
                if not nouns or verb.pos == "VERB":
                    break
                verb = self.tokens[verb.head]
            if of.text.lower() == "of" and nouns and verb.lemma == "die" and of.head != verb.i:
                self._hang(of.i, verb.i, "prep")

    def singular(self) -> None:
        """`was founded when A and B merged into it, and was banned`: it was, for they were not."""
        for verb in self.sentence.tokens:
            low = self.tokens[verb.head]
            main = self.tokens[low.head]
            helpers = [k for k in self._kids(verb.i, "aux", "auxpass") if k.text.lower() in ("was", "is", "has")]
            if verb.dep != "conj" or not helpers or self._kids(verb.i, *SUBJECTS) or low.dep not in ("advcl", "relcl"):
                continue
            subjects = [s for k in self._kids(low.i, *SUBJECTS) for s in (k, *self._kids(k.i, "appos"))]
            several = [k for k in subjects if k.tag in ("NNS", "NNPS") or self._kids(k.i, "conj")]
            one = [k for k in self._kids(main.i, *SUBJECTS) if k.tag in ("NN", "NNP") and not self._kids(k.i, "conj")]
            if several and one and main.pos == "VERB":
                self._hang(verb.i, main.i, "conj")

    def led_by(self) -> None:
        """`has been led since the death of Peter by a council`: the council leads, and killed nobody."""
        for by in self.sentence.tokens:
            noun = self.tokens[by.head]
            since = self.tokens[noun.head]
            verb = self.tokens[since.head]
            held = by.lemma == "by" and noun.dep == "pobj" and since.lemma in ("since", "until", "till", "after")
            if held and verb.lemma in LED and self._kids(verb.i, "auxpass") and not self._kids(verb.i, "agent"):
                self._hang(by.i, verb.i, "agent")

    def said_to_be(self) -> None:
        """`Before joining Toyota, Peter was the spokesman of Nokia`: what he was is no second subject."""
        for verb in self.sentence.tokens:
            if (
                verb.lemma != "be"
                or self._kids(verb.i, "attr", "acomp", "expl")
                or verb.tag not in ("VBD", "VBZ", "VBP")
            ):
                continue
            subjects = self._kids(verb.i, "nsubj")
            if len(subjects) == 2 and subjects[0].i < verb.i < subjects[1].i and subjects[1].mention < 0:
                self._hang(subjects[1].i, verb.i, "attr")

    def set_in_front(self) -> None:
        """`In London, a Toyota stronghold, shops shut`: London is the stronghold."""
        for noun in self.sentence.tokens:
            if noun.dep not in SUBJECTS or noun.mention >= 0 or noun.lemma not in lexicon.nouns().places:
                continue
            first = min([noun.i, *(k.i for k in self._kids(noun.i) if k.i < noun.i)])
            closed = self.tokens[noun.i + 1 : noun.i + 2]
            others = [k for k in self._kids(noun.head, *SUBJECTS) if k.i > noun.i]
            if first < 3 or self.tokens[first - 1].text != "," or not closed or closed[0].text != "," or not others:
                continue
            place = self.tokens[first - 2]
            if place.mention >= 0 and place.dep == "pobj" and self._kind(place) is not Kind.PERSON:
                self.tokens[noun.i] = replace(self.tokens[noun.i], head=place.i, dep="appos")
                self.moved = True

    def set_behind(self) -> None:
        """`an envoy of the Toyota, a militia formed by Peter, was shot`: Toyota is the militia, and not the envoy."""
        for noun in self.sentence.tokens:
            mine = self.tokens[noun.i]
            if mine.mention >= 0 or mine.lemma not in lexicon.nouns().groups or mine.tag != "NN":
                continue
            if mine.dep not in ("appos", "attr", "conj") or self._kids(mine.i, "cc", "conj"):
                continue
            article = [k for k in self._kids(mine.i, "det") if k.text.lower() in ("a", "an")]
            name = self._set_off_by_comma(min([mine.i, *(k.i for k in self._kids(mine.i) if k.i < mine.i)]))
            if article and name is not None and self._kind(name) is Kind.GROUP and mine.head != name.i:
                self._hang(mine.i, name.i, "appos")

    def told_of_host(self) -> None:
        """`Toyota, a group in the mountains, which split from Nokia`: Toyota did, and not the mountains."""
        known = lexicon.nouns().groups | lexicon.nouns().persons
        for verb in self.sentence.tokens:
            low = self.tokens[verb.head]
            subject = next((k for k in self._kids(verb.i, "nsubj", "nsubjpass")), None)
            if verb.dep != "relcl" or low.dep != "pobj" or subject is None:
                continue
            if self.tokens[subject.i - 1].text != ",":
                self._who_of_body(verb, low, subject)
                continue
            which = subject.text.lower()
            place = low.mention < 0 and low.lemma not in known
            if not (which == "which" and place) and not (which == "who" and (place or self._kind(low) is Kind.PLACE)):
                continue
            noun = self.tokens[self.tokens[low.head].head]
            host = self.tokens[noun.head]
            fits = (Kind.PERSON,) if which == "who" else (Kind.GROUP, Kind.PLACE, Kind.UNKNOWN)
            if noun.dep == "appos" and host.mention >= 0 and self._kind(host) in fits:
                self._hang(verb.i, host.i, "relcl")

    def _who_of_body(self, verb: Token, low: Token, who: Token) -> None:
        """`the former deputy of the Toyota who had fled`: the deputy had, for a body is no `who`."""
        noun = self.tokens[self.tokens[low.head].head]
        body = low.mention >= 0 and self._kind(low) in (Kind.GROUP, Kind.PLACE)
        if who.text.lower() != "who" or not body or noun.mention >= 0 or noun.lemma not in lexicon.nouns().persons:
            return
        many = {k.text.lower() for k in (verb, *self._kids(verb.i, "aux", "auxpass"))} & {"were", "are", "have"}
        if noun.tag == "NNS" or not many:
            self._hang(verb.i, noun.i, "relcl")

    def _behind_relative(self, root: Token) -> None:
        """`A, from whose party B split, accused C`: A accused, and the sentence is about that."""
        for relative in self._kids(root.i, "relcl"):
            opened = self.tokens[root.i + 1].text == "," and relative.i > root.i
            for verb in self._kids(relative.i, "conj") if opened else ():
                linked = any(k.i < verb.i for k in self._kids(relative.i, "cc"))
                finite = verb.tag in ("VBD", "VBZ", "VBP") or self._kids(verb.i, "aux", "auxpass")
                if finite and not linked and self._comma_before(verb) and not self._kids(verb.i, *SUBJECTS):
                    self._make_root(verb, root, "nsubj", tag=relative.tag)
                    passive = any(k.dep == "auxpass" for k in self._kids(verb.i))
                    self._hang(root.i, verb.i, "nsubjpass" if passive else "nsubj")
                    return

    def _make_root(self, verb: Token, old: Token, dep: str, tag: str) -> None:
        own = "VBD" if dep == "nsubj" else verb.tag
        self.tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag=own)
        other = self.tokens[old.i]
        self.tokens[old.i] = replace(other, head=verb.i, dep=dep, tag=other.tag if dep == "nsubj" else tag)
        self.moved = True

    def _comma_before(self, verb: Token) -> bool:
        first = min([verb.i, *(k.i for k in self._kids(verb.i) if k.dep in ("aux", "auxpass", "neg", "advmod"))])
        return first > 0 and self.tokens[first - 1].text == ","
