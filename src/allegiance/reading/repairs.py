"""Constructions that the small model systematically hangs wrong, set right on the parse before clauses are drawn.

Each repair is a rule of grammar that the tokens themselves settle (`on whose orders`, `the party set up by rebels is`,
`members of its command, A and B`), never a guess: where the parse already says so, nothing is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.befalling import Befalling
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import COUNTED
from allegiance.reading.relisting import HELD_TO, NOMINAL, SUBJECTS
from allegiance.reading.runs import Mention

BEFALLS = frozenset(
    "kill shoot hang execute behead murder try charge convict sentence jail imprison detain arrest capture hold deport "
    "extradite release free pardon torture wound bury expel demote dismiss sack".split()
)
"""Verbs of what befalls people one after the other."""
RIDDING = frozenset("relieve strip deprive divest accuse suspect convict acquit absolve cure rob rid clear".split())
"""Verbs that take somebody and what he is rid or accused of."""


def repaired(sentence: Sentence, mentions: Sequence[Mention], events: frozenset[str]) -> Sentence:
    """The sentence with its systematic misparses set right. `events` are the nouns that tell of events."""
    return Repair(sentence, mentions, events).done()


class Repair(Befalling):
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def done(self) -> Sentence:
        """The repaired sentence, or the same one where nothing was wrong."""
        for token in self.sentence.tokens:
            lower = token.text.lower()
            if lower in ("whose", "which", "whom"):
                self._fronted_relative(token)
            if lower == "whose":
                self._whose_title(token)
            elif lower == "with":
                self._absolute(token)
            elif lower == "of":
                self._of_event(token)
        self.behind_preposition()
        self.another_predicate()
        self.on_a_day()
        self.told_in()
        self.of_several()
        self.held_to_be()
        self.had_alleged()
        self.named_behind()
        self.oath_behind()
        self.while_another()
        self.said_in()
        self.at_no_time()
        self.posts()
        self.orphaned()
        self._main_verb()
        for token in self.sentence.tokens:
            self._titled(self.tokens[token.i])
        for token in self.sentence.tokens:
            self._prepositions(self.tokens[token.i])
            self._set_off(self.tokens[token.i])
            self._reduced(token)
            self._passive_too(self.tokens[token.i])
            self._own_subject(self.tokens[token.i])
            mine = self.tokens[token.i]
            over = self.tokens[mine.head]
            if mine.dep in SUBJECTS and over.dep in ("aux", "auxpass") and over.head != over.i:
                self._hang(token.i, over.head, mine.dep)  # `A had in a speech on Monday rejected it`.
            self._coordinated(self.tokens[token.i])
        self.relist()
        self.unstick()
        self.befall()
        if not self.moved:
            return self.sentence
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return replace(self.sentence, tokens=tuple(self.tokens), children=tuple(tuple(c) for c in children))

    def _before(self, i: int) -> Token | None:
        """The nominal before a token, a comma passed over."""
        at = i - 1
        if at > 0 and self.tokens[at].text == ",":
            at -= 1
        return self.tokens[at] if at >= 0 and self.tokens[at].pos in NOMINAL else None

    # Relatives.

    def _fronted_relative(self, relative: Token) -> None:
        """`A, on whose orders the convoy was attacked, …`, `B, of which A is leader, …`: a relative behind its prep."""
        prep = self.tokens[relative.i - 1] if relative.i else relative
        antecedent = self._before(prep.i) if prep.pos in ("ADP", "SCONJ") else None
        behind = self.tokens[relative.i + 1 : relative.i + 2]
        if antecedent is None or prep.i == 0 or (behind and behind[0].lemma in ("time", "point", "date", "stage")):
            return  # `by which time B had left`: nobody is meant by it.
        owned = relative.i
        if relative.text.lower() == "whose":
            owned = next((t.i for t in self.tokens[relative.i + 1 : relative.i + 4] if t.tag[:2] in ("NN", "VB")), -1)
            if owned < 0:
                return
        verb = self._next_verb(owned + 1)
        if verb is None or (verb.dep == "relcl" and self.tokens[prep.i].head in (verb.i, verb.head)):
            if verb is None or owned == relative.i or self.tokens[owned].dep == "pobj":
                return
        if not self._free_subject(verb, prep.i):
            return
        self._hang(verb.i, antecedent.i, "relcl")
        if self.tokens[verb.i].dep != "relcl":
            return
        self._hang(prep.i, verb.i, "prep")
        if owned != relative.i:
            self._hang(owned, prep.i, "pobj", pos="NOUN")
            self._hang(relative.i, owned, "poss")
        else:
            self._hang(relative.i, prep.i, "pobj")

    def _free_subject(self, verb: Token, start: int) -> bool:
        """Give a subject that stands before a relative clause, and the sentence, to the verb behind the clause."""
        subjects = [k for k in self._kids(verb.i, *SUBJECTS) if k.i < start]
        if verb.head != verb.i and not subjects:
            return True
        main = self.tokens[verb.head] if verb.head > verb.i else None
        if main is None or main.pos not in ("VERB", "AUX"):
            behind = [k for k in self._kids(verb.i, "conj", "ccomp", "advcl", "dep") if k.pos in ("VERB", "AUX")]
            main = next((k for k in behind if k.i > verb.i and not self._kids(k.i, *SUBJECTS)), None)
        if main is None:
            return False
        if verb.head == verb.i:
            self.tokens[main.i] = replace(main, head=main.i, dep="ROOT")
        passive = any(k.dep == "auxpass" for k in self._kids(main.i))
        for subject in subjects:
            self._hang(subject.i, main.i, "nsubjpass" if passive else "nsubj")
        return True

    def _next_verb(self, start: int) -> Token | None:
        """The verb that the clause from here on turns on."""
        for token in self.tokens[start:]:
            if token.text in (",", ";", ":") or token.mention >= 0:
                continue
            finite = token.tag in ("VBD", "VBZ", "VBP", "MD") or self._kids(token.i, "aux", "auxpass")
            if finite and token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound"):
                return token
        return None

    def _whose_title(self, whose: Token) -> None:
        """`whose spokesman Peter was killed`: the spokesman is Peter, and no second object."""
        noun = self.tokens[whose.head]
        if noun.i + 1 >= len(self.tokens) or noun.i <= whose.i or noun.mention >= 0:
            return
        name = self.tokens[noun.i + 1]
        if name.mention >= 0 and self._kind(name) is Kind.PERSON and noun.head != name.i and name.head != noun.i:
            self._hang(noun.i, name.i, "compound")

    # The verb that a sentence turns on.

    def _main_verb(self) -> None:
        """`A, said to be the emir of B, was arrested`, `Two of his men, A and B, deserted`: what the sentence says."""
        root = next((t for t in self.tokens if t.head == t.i), None)
        if root is None:
            return
        if root.pos in NOMINAL:
            behind = [k for k in self._kids(root.i, "acl") if k.tag == "VBN" and self.tokens[k.i - 1].text == ","]
            finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in self.tokens)
            if len(behind) == 1 and not finite and not self._kids(behind[0].i, "agent"):
                self._make_root(behind[0], root, "nsubj", tag="VBD")
            elif root.mention >= 0:
                self._behind_relative(root)
            return
        self._described_subject(root)
        later = [k for k in self._kids(root.i, "conj", "ccomp") if k.pos in ("VERB", "AUX") and k.i > root.i]
        free = [k for k in later if not self._kids(k.i, *SUBJECTS) and self._comma_before(k)]
        before = self.tokens[root.i - 1]
        if len(free) != 1 or root.tag not in ("VBD", "VBN") or self._kids(root.i, "aux", "auxpass", "cc", "dobj"):
            return
        subject = next((k for k in self._kids(root.i, *SUBJECTS, "npadvmod", "dep") if k.pos in NOMINAL), None)
        if subject is None or subject.i > root.i:
            return
        described = self._kids(root.i, "nsubj")
        if before.text == "," and self.tokens[root.i - 2].i == subject.i:
            self._make_root(free[0], root, "acl", tag="VBN")
        elif (
            root.lemma in HELD_TO and described and described[-1].i == before.i and self._kids(root.i, "xcomp", "prep")
        ):
            self._make_root(free[0], root, "acl", tag="VBN")
            self._hang(root.i, before.i, "acl")
            if subject.i != before.i:
                self._hang(before.i, subject.i, "appos")
        else:
            return
        passive = any(k.dep == "auxpass" for k in self._kids(free[0].i))
        self._hang(subject.i, free[0].i, "nsubjpass" if passive else "nsubj")
        if self.tokens[root.i].head == free[0].i:
            self._hang(root.i, subject.i, "acl")

    def _described_subject(self, root: Token) -> None:
        """`A, thought to have led B, was captured`: A was captured."""
        for verb in self._kids(root.i, "advcl"):
            near = [k for k in self._kids(verb.i, "nsubj", "nsubjpass") if k.i == verb.i - 2]
            bare = verb.tag in ("VBD", "VBN") and not self._kids(verb.i, "aux", "auxpass", "mark", "dobj")
            if near and bare and self.tokens[verb.i - 1].text == "," and not self._kids(root.i, *SUBJECTS):
                passive = any(k.dep == "auxpass" for k in self._kids(root.i))
                self._hang(near[0].i, root.i, "nsubjpass" if passive else "nsubj")
                self._hang(verb.i, near[0].i, "acl", tag="VBN")

    # Titles and prepositions.

    def _titled(self, name: Token) -> None:
        """`the group's leader A and deputy leader B were arrested`: the names are arrested, the titles are theirs."""
        noun = self.tokens[name.i - 1] if name.i else name
        nouns = lexicon.nouns()
        if name.dep != "appos" or name.head != noun.i or self._kind(name) is not Kind.PERSON or noun.mention >= 0:
            return
        bare = noun.lemma in nouns.persons and not self._kids(noun.i, "det", "poss", "amod", "nummod")
        if noun.tag not in ("NN", "NNP") or not (noun.lemma in nouns.posts | nouns.members or bare):
            return
        if noun.head == noun.i:
            return
        right = [k for k in self._kids(noun.i) if k.i > noun.i and k.i != name.i]
        self.tokens[name.i] = replace(name, head=noun.head, dep=noun.dep)
        self._hang(noun.i, name.i, "compound")
        for kid in right:
            self._hang(kid.i, name.i, kid.dep)

    def _prepositions(self, prep: Token) -> None:
        """Prepositions that belong to the verb, and who does what is said by somebody to be done."""
        lower = prep.text.lower()
        head = self.tokens[prep.head]
        if lower == "as" and prep.dep == "prep" and head.dep == "pobj" and self.tokens[head.head].dep == "agent":
            self._hang(prep.i, self.tokens[head.head].head, "prep")
        elif lower == "by":
            passive = any(k.dep == "auxpass" for k in self._kids(head.i))
            if prep.dep == "prep" and passive and any(k.text in ("whom", "which") for k in self._kids(prep.i, "pobj")):
                self._hang(prep.i, head.i, "agent")
            self._said_by(prep)
        elif lower == "of" and (head.lemma in RIDDING or (head.mention >= 0 and head.dep in ("dobj", "nsubjpass"))):
            verb = head if head.lemma in RIDDING else self.tokens[head.head]
            if verb.lemma in RIDDING and prep.i > verb.i:  # `relieved Peter of command`: no `Peter of command`.
                before = self.tokens[prep.i - 1]
                self._hang(prep.i, before.i if before.dep == "pobj" and before.mention < 0 else verb.i, "prep")
        elif lower == "including":
            self._including(prep)
        elif lower == "among" and any(k.text == "them" for k in self._kids(prep.i, "pobj")) and head.mention >= 0:
            self._part_of(head, head.i)
        elif lower == "with" and prep.i and self.tokens[prep.i - 1].text.lower() in ("together", "along"):
            verb = self.tokens[head.head]
            if prep.dep == "prep" and head.dep in ("nsubj", "nsubjpass", "dobj") and verb.pos == "VERB":
                self._hang(prep.i, verb.i, "prep")

    def _including(self, prep: Token) -> None:
        """`five were killed, including A`: A is one of the five, wherever the parser hangs him."""
        first = next(iter(self._kids(prep.i, "pobj")), None)
        if first is None:
            return
        if self._several(self.tokens[prep.head], first) or self._part_of(prep, first.i):
            under = {first.i}
            for token in self.tokens[first.i + 1 :]:
                if token.head in under or self.tokens[token.head].head in under:
                    under.add(token.i)
                    alike = self._kind(token) is self._kind(first) and min(token.mention, first.mention) >= 0
                    if (
                        alike
                        and token.dep in ("conj", "appos")
                        and self.tokens[token.i - 1].text in (",", "and", "the")
                    ):
                        self._hang(token.i, first.i, "conj")

    def _several(self, noun: Token, one: Token) -> bool:
        """Whether a noun speaks of several of whom `one` may be one."""
        nouns = lexicon.nouns()
        known = nouns.groups if self._kind(one) is Kind.GROUP else nouns.persons | COUNTED | {"people", "person"}
        many = noun.tag == "NNS" or noun.pos == "NUM" or bool(self._kids(noun.i, "nummod"))
        return noun.mention < 0 and many and (noun.lemma in known or noun.pos == "NUM") and not self._dated(noun)

    def _part_of(self, what: Token, one: int) -> bool:
        """Hang `including A`, or a name, on the last noun before it that speaks of several such."""
        for noun in reversed(self.tokens[: what.i]):
            if noun.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"):
                if self._several(noun, self.tokens[one]):
                    self._hang(what.i, noun.i, "prep" if what.i != one else "appos")
                    return True
        return False

    def _said_by(self, by: Token) -> None:
        """`is said by residents to have died`: the residents say it."""
        if self._kids(by.i) or by.i + 1 >= len(self.tokens):
            return
        for noun in self.tokens[by.i + 1 : by.i + 4]:
            verb = self.tokens[noun.head]
            if noun.dep in SUBJECTS and verb.head == by.head and any(k.text == "to" for k in self._kids(verb.i, "aux")):
                self._hang(noun.i, by.i, "pobj")
                self._hang(verb.i, by.head, "xcomp")
                return

    def _set_off(self, token: Token) -> None:
        """`the man arrested on Monday, A, is …`; `A, who succeeded B, killed in 2012, is …`: whom a comma sets off."""
        head = self.tokens[token.head]
        if token.dep == "appos" and self._kind(token) is Kind.PERSON and self._dated(head):
            up = head
            for _ in range(4):
                up = self.tokens[up.head]
                if up.pos == "NOUN" and up.lemma in lexicon.nouns().persons:
                    self._hang(token.i, up.i, "appos")
                    return
        loose = token.dep in ("npadvmod", "dep") or (token.dep == "appos" and head.mention < 0)
        if loose and self._kind(token) is Kind.PERSON and self.tokens[token.i - 1].text == "," and token.i > 1:
            self._to_its_title(token)
        if token.dep == "acl" and token.tag == "VBN" and self.tokens[token.i - 1].text == ",":
            before = self._before(token.i)
            if before is not None and before.i > head.i and before.dep == "dobj" and self._kind(before) is Kind.PERSON:
                if self.tokens[before.head].dep == "relcl":
                    self._hang(token.i, before.i, "acl")

    def _to_its_title(self, name: Token) -> None:
        """`the deputy chief of the city police, A`: A is the chief, and not the police."""
        up = self.tokens[name.i - 2]
        nouns = lexicon.nouns()
        for _ in range(6):
            if up.pos == "NOUN" and up.mention < 0 and up.lemma in nouns.persons | nouns.posts:
                if up.i != name.head and up.tag == "NN":
                    self._hang(name.i, up.i, "appos")
                return
            above = self.tokens[up.head]
            if (
                (above.pos == "ADP" and above.lemma not in ("of", "for"))
                or above.pos == "VERB"
                or above.head == above.i
            ):
                return
            up = above

    # Nominals that hang too low or too high.

    def _absolute(self, prep: Token) -> None:
        """`With its leader, A, in jail, B has joined C`: the leader is no second subject."""
        if self._kids(prep.i, "pobj", "pcomp"):
            return
        verb = self.tokens[prep.head]
        subjects = [k for k in self._kids(verb.i, "nsubj", "nsubjpass") if k.i < verb.i]
        if len(subjects) < 2 or not prep.i < subjects[0].i <= prep.i + 5:
            return
        first, second = subjects[0], subjects[-1]
        self._hang(first.i, prep.i, "pobj")
        for kid in self._kids(verb.i, "prep"):
            if first.i < kid.i < second.i:
                self._hang(kid.i, first.i, "prep")

    def _of_event(self, of: Token) -> None:
        """`the arrest in Lagos of its leader`, `the election by the council in 2004 of A`: whose arrest, election."""
        low = self.tokens[of.head]
        placed = low.mention >= 0 and self._kind(low) in (Kind.PLACE, Kind.GROUP)
        placed = placed and (self._kind(low) is Kind.PLACE or self.tokens[low.head].lemma != "from")
        fought = low.mention < 0 and low.lemma in ("combat", "battle", "action", "custody", "prison", "exile")
        if of.dep != "prep" or low.dep != "pobj" or not (placed or fought or self._dated(low)):
            return
        up = low
        for _ in range(6):
            up = self.tokens[up.head]
            if up.pos in ("NOUN", "PROPN") and up.mention < 0 and up.lemma in self.events:
                self._hang(of.i, up.i, "prep")
                return
            if up.pos in ("VERB", "AUX") or up.head == up.i:
                return

    def _reduced(self, token: Token) -> None:
        """`the party set up by rebels is called A`: what was set up, and no subject that sets up."""
        if token.dep not in ("csubj", "csubjpass") or token.tag not in ("VBD", "VBN"):
            return
        own = [k for k in self._kids(token.i, "nsubj", "nsubjpass") if k.i < token.i]
        if len(own) != 1 or self._kids(token.i, "aux", "auxpass", "mark", "dobj"):
            return
        main = self.tokens[token.head]
        dep = "nsubjpass" if any(k.dep == "auxpass" for k in self._kids(main.i)) else "nsubj"
        self.tokens[token.i] = replace(self.tokens[token.i], dep="dep")
        self.tokens[own[0].i] = replace(self.tokens[own[0].i], head=main.i, dep=dep)
        self._hang(token.i, own[0].i, "acl", tag="VBN")
        for by in self._kids(token.i, "prep"):
            if by.text.lower() == "by":
                self._hang(by.i, token.i, "agent")

    def _passive_too(self, verb: Token) -> None:
        """`was arrested, tried for treason and hanged`: whoever was arrested was tried, and hanged."""
        head = self.tokens[verb.head]
        chained = head.tag == "VBN" and (self._kids(head.i, "auxpass") or head.dep == "conj")
        if verb.dep not in ("advcl", "conj") or verb.tag not in ("VBD", "VBN") or not chained or verb.i < head.i:
            return
        if verb.lemma in BEFALLS and not self._kids(verb.i, *SUBJECTS, "aux", "auxpass", "mark", "dobj"):
            self._hang(verb.i, head.i, "conj", tag="VBN")

    def _own_subject(self, verb: Token) -> None:
        """`A joined B and C left D`: C left, and was not joined."""
        over = self.tokens[verb.head]
        befell = verb.tag == "VBN" and over.tag == "VBN" and self._kids(over.i, "auxpass") and verb.lemma in BEFALLS
        if verb.dep != "conj" or not (verb.tag in ("VBD", "VBZ", "VBP") or befell):
            return
        if befell:
            for kid in self._kids(verb.i, "nsubj"):
                self._hang(kid.i, verb.i, "nsubjpass")  # `A was shot and his deputy arrested`: the deputy was.
        if self._kids(verb.i, *SUBJECTS, "aux", "auxpass"):
            return
        at = verb.i - 1
        while at > 0 and (self.tokens[at].pos == "ADV" or self.tokens[at].dep in ("aux", "auxpass", "neg")):
            at -= 1
        noun = self.tokens[at]
        if noun.pos not in NOMINAL or noun.dep not in ("conj", "appos"):
            return
        first = min([at, *(k.i for k in self._kids(at) if k.i < at)])
        if first > 0 and self.tokens[first - 1].dep == "cc" and self.tokens[first - 1].head == noun.head:
            self._hang(at, verb.i, "nsubjpass" if befell else "nsubj")

    def _coordinated(self, token: Token) -> None:
        if token.dep != "conj" or token.pos not in NOMINAL:
            return
        head = self.tokens[token.head]
        if head.pos in ("VERB", "AUX"):
            self._beside_noun(token, head)
        elif token.mention >= 0 and self._dated(head) and self.tokens[self.tokens[head.head].head].pos == "VERB":
            self._beside_noun(token, self.tokens[self.tokens[head.head].head])
        elif token.mention >= 0 and self._kind(token) is Kind.PERSON and self._kind(head) in (Kind.GROUP, Kind.PLACE):
            self._above(token, head)
        elif token.mention >= 0 and head.mention < 0 and self._kind(token) is Kind.PERSON:
            self._members(token, head)

    def _beside_noun(self, token: Token, verb: Token) -> None:
        """`named as A, the emir, and his deputy, B`; `killed A and B`: a noun is coordinated with a noun."""
        inside = [k for k in self._kids(verb.i, "dobj", "attr", "oprd") if verb.i < k.i < token.i]
        for prep in self._kids(verb.i, "prep", "agent"):
            if verb.i < prep.i < token.i:
                inside += [k for k in self._kids(prep.i, "pobj") if k.i < token.i]
        people = lexicon.nouns().persons
        alike = [
            k
            for k in inside
            if (self._kind(k) is self._kind(token) and k.mention >= 0 and token.mention >= 0)
            or (token.mention < 0 and token.lemma in people and (self._kind(k) is Kind.PERSON or k.lemma in people))
        ]
        if alike and not self._kids(token.i, "nsubj", "cop"):
            self._hang(token.i, alike[-1].i, "conj")

    def _above(self, token: Token, low: Token) -> None:
        """`A from Makera, B from Tarim and C`: B stands beside A, not beside the place that A comes from."""
        prep = self.tokens[low.head]
        if low.dep == "conj" and self._kind(prep) in (Kind.GROUP, Kind.PLACE):
            low, prep = prep, self.tokens[prep.head]
        if low.dep != "pobj" or prep.pos != "ADP":
            return
        owner = self.tokens[prep.head]
        if self._kind(owner) is Kind.PERSON:
            self._hang(token.i, owner.i, "conj")
        elif owner.mention < 0 and owner.tag == "NNS" and owner.lemma in lexicon.nouns().persons:
            self._behind_comma(token, owner, low)

    def _members(self, token: Token, head: Token) -> None:
        """`two members of its high command, A and B, were killed`: the members are A and B."""
        people = lexicon.nouns().persons
        counted = [k for p in self._kids(head.i, "prep") if p.lemma == "of" for k in self._kids(p.i, "pobj")]
        if counted and head.pos in ("NUM", "DET", "ADJ", "NOUN") and counted[0].tag == "NNS":
            if counted[0].lemma in people and head.lemma in COUNTED:
                self._behind_comma(token, head, head)
        elif head.tag == "NNS" and head.lemma in people and self._kids(head.i, "nummod", "amod", "det"):
            self._behind_comma(token, head, head)
        prep = self.tokens[head.head]
        owner = self.tokens[prep.head]
        if head.dep == "pobj" and prep.lemma == "of" and owner.tag == "NNS" and owner.mention < 0:
            if owner.lemma in people:
                self._behind_comma(token, owner, head)

    def _behind_comma(self, token: Token, owner: Token, low: Token) -> None:
        """Take a name that a comma sets off behind a plural for an apposition to it."""
        last = max([low.i, *self._inside(low.i)])
        between = [t.text for t in self.tokens[last + 1 : token.i]]
        if between == [","]:
            self._hang(token.i, owner.i, "appos")

    def _inside(self, i: int) -> list[int]:
        """The tokens of the `of` phrase behind a noun."""
        low = [k for p in self._kids(i, "prep") if p.i > i for k in self._kids(p.i, "pobj")]
        return [k.i for k in low] + [n for k in low for n in self._inside(k.i)]
