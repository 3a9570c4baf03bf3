"""Repairs of lists of names, and of clauses whose subject the small model hangs on what stands before it.

`A, B and C` is a list, and no apposition of B to A; `the union of A and B` is of both; in `a faction of A, the B, fled`
B is the faction; in `after its founder, A, refused` A refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.runs import CALENDAR, Mention

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
OF_TWO = frozenset(
    "union merger fusion amalgamation alliance pact truce deal ceasefire agreement split rupture war rivalry feud "
    "clash talk fighting battle unification coalition".split()
)
"""Nouns of what there must be two for."""
ACTORS = (Kind.PERSON, Kind.GROUP)
HELD_TO = frozenset("believe think say suspect allege report accuse know understand want presume consider".split())
"""Verbs of what someone is held to be or to have done: `the man believed to have led it`."""
ALLEGED = frozenset({"allege", "suspect", "report", "purport", "claim"})
OCCASIONS = frozenset("time point stage circumstance way occasion mean means account sense".split())
"""What there is no one of where something never was."""
OATHS = frozenset("covenant oath pledge allegiance bayah bay'ah bayat bay'a loyalty vow obedience".split())
SWEARS = frozenset("renew give pledge swear offer declare affirm reaffirm confirm".split())
CLAUSAL = frozenset({"after", "before", "since", "until", "as"})
"""Words that may open a clause as well as a phrase."""


class Relisting:
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], events: frozenset[str]) -> None:
        self.sentence = sentence
        self.tokens = list(sentence.tokens)
        self.mentions = mentions
        self.events = events
        self.moved = False

    def _hang(self, i: int, head: int, dep: str, **others: str) -> None:
        """Hang a token on another; what would go round in a circle is left as it is."""
        up = head
        for _ in range(len(self.tokens)):
            if up == i:
                return
            if self.tokens[up].head == up:
                break
            up = self.tokens[up].head
        self.tokens[i] = replace(self.tokens[i], head=head, dep=dep, **others)  # type: ignore[arg-type]
        self.moved = True

    def _kids(self, i: int, *deps: str) -> list[Token]:
        return [t for t in self.tokens if t.head == i and t.i != i and (not deps or t.dep in deps)]

    def _kind(self, token: Token) -> Kind:
        return self.mentions[token.mention].kind if token.mention >= 0 else Kind.UNKNOWN

    def relist(self) -> None:
        """Names in lists set side by side, and a body set beside the faction that it is."""
        for i in range(len(self.tokens)):
            token = self.tokens[i]
            if token.mention < 0 or self._kind(token) is not Kind.GROUP:
                continue
            if token.dep == "appos" and self._kind(self.tokens[token.head]) is Kind.GROUP:
                self._of_list(token)
                self._is_the_part(self.tokens[i])
            elif token.dep == "conj" and self.tokens[token.head].mention < 0:
                self._of_two(token)

    def _of_list(self, token: Token) -> None:
        """`a merger of A, B and C`: B is one of three, where `and` and a third of its kind follow."""
        third = [k for k in self._kids(token.i, "conj") if self._kind(k) is Kind.GROUP]
        last = [k for k in third if self.tokens[k.i - 1].lemma in ("and", "the")]
        before = self._name_before(token)
        if last and before >= 0 and self._kids(token.i, "cc") and not self._kids(third[-1].i, "appos"):
            self._hang(token.i, before, "conj")

    def _name_before(self, token: Token) -> int:
        """The group's name that stands before a name, with nothing between but a comma and an article; or -1."""
        at = token.i - 1
        while at >= 0 and self.tokens[at].text in (",", "the"):
            at -= 1
        return at if 0 <= at < token.i - 1 and self._kind(self.tokens[at]) is Kind.GROUP else -1

    def _is_the_part(self, token: Token) -> None:
        """`a breakaway faction of A, the B, took the town`: B is the faction."""
        if token.dep != "appos":
            return
        prep = self.tokens[self.tokens[token.head].head]
        noun = self.tokens[prep.head]
        single = noun.mention < 0 and noun.tag == "NN" and noun.lemma in lexicon.nouns().groups | {"breakaway"}
        if self.tokens[token.head].dep == "pobj" and prep.lemma == "of" and single and self._closed(token):
            self._hang(token.i, noun.i, "appos")

    def of_several(self) -> None:
        """`Two groups in the north of Azur, A and B, merged`: A and B are the groups, and no part of Azur."""
        for token in self.sentence.tokens[2:]:
            place = self.tokens[token.head]
            comma = self.tokens[token.i - 1 - (self.tokens[token.i - 1].text == "the")]
            beside = token.dep in ("conj", "appos") and self._kind(token) is Kind.GROUP and comma.text == ","
            land = place.mention >= 0 and bool(self.mentions[place.mention].country)
            if not beside or not (land or self._kind(place) is Kind.PLACE):
                continue
            top = place
            for _ in range(6):
                if top.dep not in ("pobj", "prep"):
                    break
                top = self.tokens[top.head]
                if top.tag == "NNS" and top.lemma in lexicon.nouns().groups and top.mention < 0:
                    self._hang(token.i, top.i, "appos")
                    break

    def _closed(self, token: Token) -> bool:
        """Whether a comma, or the sentence's end, stands behind a name."""
        behind = self.tokens[token.i + 1 : token.i + 2]
        return not behind or behind[0].text in (",", ".", ";")

    def _of_two(self, token: Token) -> None:
        """`the union of A and B was proclaimed`: B is united with A, and not proclaimed beside it."""
        noun = self.tokens[token.head]
        if noun.lemma not in OF_TWO:
            return
        inside = [
            k for p in self._kids(noun.i, "prep") if p.lemma in ("of", "between") for k in self._kids(p.i, "pobj")
        ]
        if len(inside) == 1 and self._kind(inside[0]) is Kind.GROUP and inside[0].i < token.i:
            self._hang(token.i, inside[0].i, "conj")

    def at_no_time(self) -> None:
        """`At no time did A join B`, `in no way is A linked to B`: the verb is negated."""
        root = next((t for t in self.tokens if t.head == t.i and t.pos in ("VERB", "AUX")), None)
        turned = len(self.tokens) > 2 and self.tokens[0].text in ("Nor", "Never") and self.tokens[1].pos == "AUX"
        if root is not None and turned:
            self._hang(0, root.i, "neg")
            self._turned_round(root)
        for token in self.sentence.tokens:
            noun = self.tokens[token.head]
            prep = self.tokens[noun.head]
            if token.text.lower() != "no" or not {noun.lemma, noun.text} & OCCASIONS or prep.dep != "prep":
                continue
            if (prep.text.lower(), noun.lemma) == ("in", "time"):
                continue  # At once.
            verb = self.tokens[prep.head]
            verb = self.tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
            if verb.pos in ("VERB", "AUX"):
                self._hang(prep.i, verb.i, "prep")
                self._hang(token.i, verb.i, "neg")
                self._turned_round(verb)

    def _turned_round(self, verb: Token) -> None:
        """`In no sense was A the leader of B`: the leader is what A was not, and no apposition to A."""
        for subject in self._kids(verb.i, "nsubj") if verb.lemma == "be" else ():
            for kid in self._kids(subject.i, "appos"):
                if verb.i < subject.i < kid.i and "," not in {t.text for t in self.tokens[subject.i : kid.i]}:
                    self._hang(kid.i, verb.i, "attr")

    def told_in(self) -> None:
        """`claimed the bombing in a statement`: it was claimed in one, the bombing was not in it."""
        for prep in self.sentence.tokens:
            over = self.tokens[prep.head]
            if prep.text.lower() != "in" or over.pos != "NOUN" or over.mention >= 0:
                continue
            held = [k for k in self._kids(prep.i, "pobj") if k.lemma in lexicon.nouns().products and k.mention < 0]
            if not held or over.lemma in lexicon.nouns().products | lexicon.nouns().persons:
                continue
            verb = self._verb_over(over)
            if verb is not None and verb.i < prep.i:
                self._hang(prep.i, verb.i, "prep")

    def said_in(self) -> None:
        """`told the court in a letter that he had left`: it is what he told, and does not describe the letter.

        So too `had been told by a guard that he had left`, `has learned from two officers that he has`.
        """
        says = lexicon.verbs().say | lexicon.verbs().claim | lexicon.verbs().deny
        for token in self.sentence.tokens:
            noun = self.tokens[token.head]
            prep = self.tokens[noun.head]
            verb = self.tokens[prep.head]
            told = (prep.text == "by" and verb.lemma in ("tell", "inform", "assure", "warn", "advise")) or (
                prep.text == "from" and verb.lemma in ("learn", "hear", "understand")
            )
            if token.dep not in ("relcl", "acl") or noun.dep != "pobj":
                continue
            if noun.lemma not in lexicon.nouns().products and not told:
                continue
            that = self.tokens[noun.i + 1 : noun.i + 2]
            free = not self._kids(verb.i, "ccomp") and any(k.text != "that" for k in self._kids(token.i, *SUBJECTS))
            if verb.lemma in says and verb.i < noun.i and free and that and that[0].text == "that":
                self._hang(token.i, verb.i, "ccomp")
                self._hang(that[0].i, token.i, "mark")

    def _verb_over(self, token: Token) -> Token | None:
        """The verb whose object a noun is, or is in a phrase of."""
        for _ in range(6):
            if token.dep not in ("pobj", "dobj", "prep") or token.head == token.i:
                return None
            token = self.tokens[token.head]
            if token.pos == "VERB":
                return token
        return None

    def posts(self) -> None:
        """`A is emir of B`: a post without an article, which the small model takes for an adjective."""
        for token in self.sentence.tokens:
            over = self.tokens[token.head]
            if (
                token.pos not in ("ADJ", "VERB")
                or token.dep not in ("acomp", "attr")
                or over.lemma not in ("be", "become", "remain")
                or token.mention >= 0
            ):
                continue
            behind = self.tokens[token.i + 1 : token.i + 2]
            owned = [k for k in behind if k.dep == "prep" and k.text.lower() in ("of", "for", "in", "at")]
            if token.lemma in lexicon.nouns().posts and owned:
                self._hang(token.i, over.i, "attr", pos="NOUN", tag="NN")
                self._hang(owned[0].i, token.i, "prep")

    def named_behind(self) -> None:
        """`merged into a new formation, the Joint Guard, under a decree`: the Guard is the formation."""
        for token in self.sentence.tokens:
            at = token.i - 1 - (token.i > 1 and self.tokens[token.i - 1].text == "the")
            loose = token.dep == "npadvmod" or (token.dep == "nsubj" and self.tokens[token.head].pos == "ADJ")
            if not loose or self._kind(token) is not Kind.GROUP or self.tokens[at].text != ",":
                continue
            noun = self.tokens[at - 1]
            single = noun.pos == "NOUN" and noun.tag == "NN" and noun.mention < 0 and noun.dep in ("pobj", "dobj")
            if single and any(k.text.lower() in ("a", "an", "another") for k in self._kids(noun.i, "det")):
                self._hang(token.i, noun.i, "appos")

    def oath_behind(self) -> None:
        """`We renew to A, emir of B, the covenant`: the covenant is what is renewed, and does not describe A."""
        for token in self.sentence.tokens:
            if token.lemma not in OATHS or token.dep not in ("appos", "conj", "npadvmod") or token.mention >= 0:
                continue
            verb = next((t for t in reversed(self.tokens[: token.i]) if t.lemma in SWEARS and t.pos == "VERB"), None)
            behind = self.tokens[verb.i + 1].text.lower() if verb is not None else ""
            if verb is not None and behind in ("to", "anew") and not self._kids(verb.i, "dobj"):
                self._hang(token.i, verb.i, "dobj")

    def held_to_be(self) -> None:
        """`Gunmen thought to belong to A abducted B`: they abducted him, and are thought to belong to A."""
        held = next((t for t in self.tokens if t.head == t.i and t.lemma in HELD_TO and t.tag in ("VBD", "VBN")), None)
        if held is None or held.i + 1 >= len(self.tokens) or self.tokens[held.i + 1].text != "to":
            return
        subject = next((k for k in self._kids(held.i, "nsubj") if k.i == held.i - 1), None)
        inner = self._kids(held.i, "xcomp")
        later = [k for i in (held.i, *(k.i for k in inner)) for k in self._kids(i, "ccomp", "xcomp", "conj", "advcl")]
        deeds = [
            k for k in later
            if k.i > held.i + 2 and k.tag in ("VBD", "VBN", "VBZ", "VBP")
            and self._free(k, inner) and not any(c.text == "to" for c in self._kids(k.i, "aux"))
        ]  # fmt: skip
        if subject is None or len(deeds) != 1 or self._kids(held.i, "aux", "auxpass", "dobj"):
            return
        if any(t.text == "," for t in self.tokens[held.i : deeds[0].i]):
            return
        done = next((k for k in inner if k.i < deeds[0].i), None)
        for taken in self._kids(deeds[0].i, *SUBJECTS):
            self.tokens[taken.i] = replace(taken, head=done.i if done else taken.head, dep="dobj")
        passive = bool(self._kids(deeds[0].i, "auxpass"))
        self.tokens[deeds[0].i] = replace(deeds[0], head=deeds[0].i, dep="ROOT")
        self.tokens[held.i] = replace(held, head=subject.i, dep="acl", tag="VBN")
        self.tokens[subject.i] = replace(subject, head=deeds[0].i, dep="nsubjpass" if passive else "nsubj")
        self.moved = True

    def _free(self, deed: Token, inner: Sequence[Token]) -> bool:
        """Whether a verb has no subject of its own, or only one that is what the verb before it was done to."""
        own = self._kids(deed.i, *SUBJECTS, "mark", "cc")
        whom = [
            k for k in own
            for verb in inner
            if k.mention >= 0 and k.dep in SUBJECTS and k.i == verb.i + 1 and not self._kids(verb.i, "dobj")
        ]  # fmt: skip
        return len(own) == len(whom)

    def had_alleged(self) -> None:
        """`A has alleged links with B`: the links are alleged, and he has them."""
        for token in self.sentence.tokens:
            noun = next((k for k in self._kids(token.i, "dobj") if k.i == token.i + 1 and k.tag == "NNS"), None)
            has = next((k for k in self._kids(token.i, "aux") if k.i == token.i - 1 and k.lemma == "have"), None)
            if token.lemma not in ALLEGED or noun is None or has is None or noun.mention >= 0:
                continue
            top = token.head == token.i
            self.tokens[has.i] = replace(has, head=has.i if top else token.head, dep=token.dep, pos="VERB")
            for kid in self._kids(token.i):
                if kid.i not in (has.i, noun.i):
                    self.tokens[kid.i] = replace(kid, head=has.i)
            self.tokens[noun.i] = replace(noun, head=has.i)
            self.tokens[token.i] = replace(token, head=noun.i, dep="amod", pos="ADJ")
            self.moved = True

    def while_another(self) -> None:
        """`Two gave up, while a third, said to be an officer, was caught`: caught was the third."""
        for mark in self.sentence.tokens:
            said = self.tokens[mark.head]
            if mark.text.lower() not in ("while", "whereas") or mark.dep != "mark" or said.dep != "advcl":
                continue
            verb = self.tokens[said.head]
            subject = next((k for k in self._kids(said.i, *SUBJECTS) if k.i > mark.i), None)
            inside = subject is not None and self.tokens[said.i - 1].text == "," and said.tag in ("VBN", "VBD")
            if subject is None or not inside or verb.dep not in ("conj", "advcl") or verb.i < said.i:
                continue
            passive = bool(self._kids(verb.i, "auxpass"))
            self._hang(verb.i, verb.head, "advcl")
            self._hang(subject.i, verb.i, "nsubjpass" if passive else "nsubj", pos="NOUN")
            self._hang(mark.i, verb.i, "mark")
            self._hang(said.i, subject.i, "acl")

    def behind_preposition(self) -> None:
        """`has split after its founder, A, refused to swear`: the founder refuses, and not what has split."""
        for prep in self.sentence.tokens:
            if prep.text.lower() in CLAUSAL and prep.dep == "prep":
                self._opens_clause(prep)

    def another_predicate(self) -> None:
        """`took 600 men out and set up B`, `left A, then joined B`: one subject has both predicates."""
        for verb in self.sentence.tokens:
            head = self.tokens[verb.head]
            if verb.dep not in ("ccomp", "dep", "advcl") or verb.tag not in ("VBD", "VBZ", "VBP") or head.i >= verb.i:
                continue
            if head.tag not in ("VBD", "VBZ", "VBP") or self._kids(verb.i, *SUBJECTS, "mark", "aux", "auxpass"):
                continue
            before = [t for t in self.tokens[max(0, verb.i - 3) : verb.i] if t.text.lower() in ("and", "then", "but")]
            near = [t for t in before if all(k.pos in ("ADV", "CCONJ") for k in self.tokens[t.i + 1 : verb.i])]
            comma = near and near[-1].text.lower() == "then" and self.tokens[near[-1].i - 1].text == ","
            if near and (comma or near[-1].text.lower() != "then") and self._kids(head.i, *SUBJECTS):
                self._hang(verb.i, head.i, "conj")

    def orphaned(self) -> None:
        """`its secretary, A, surrendered`, where the parser left the verb without a subject: A surrendered."""
        for verb in self.tokens:
            alone = verb.head == verb.i and verb.tag in ("VBD", "VBZ") and not self._kids(verb.i, *SUBJECTS, "expl")
            if not alone or verb.i < 4 or self.tokens[verb.i - 1].text != ",":
                continue
            name = self.tokens[verb.i - 2]
            if self._kind(name) is Kind.PERSON and name.dep == "appos" and self._begins_anew(self.tokens[name.head]):
                passive = any(k.dep == "auxpass" for k in self._kids(verb.i))
                self._hang(name.i, verb.i, "nsubjpass" if passive else "nsubj")

    def _begins_anew(self, title: Token) -> bool:
        """Whether a description is set off by a comma: `…, its secretary, A`, and not `owned by his brother, A`."""
        first = min([title.i, *(k.i for k in self._kids(title.i) if k.i < title.i)])
        return title.mention < 0 and first > 0 and self.tokens[first - 1].text == ","

    def on_a_day(self) -> None:
        """`On Tuesday A walked out`: A did; `left that March and set up B`: whoever left did."""
        for token in self.sentence.tokens:
            before = self.tokens[token.i - 1] if token.i else token
            prep = self.tokens[token.head]
            first = token.dep == "pobj" and prep.lemma == "on" and prep.i == token.i - 2 and self._kind(token) in ACTORS
            if first and before.lemma in CALENDAR:
                verb = self.tokens[prep.head]
                if verb.pos in ("VERB", "AUX") and verb.i > token.i and not self._kids(verb.i, *SUBJECTS):
                    self._hang(before.i, prep.i, "pobj")
                    self._hang(token.i, verb.i, "nsubj")
            elif token.dep == "relcl" and token.tag == "VBD" and before.lemma == "and" and token.i > 3:
                self._after_date(token)

    def _after_date(self, verb: Token) -> None:
        month, that = self.tokens[verb.i - 2], self.tokens[verb.i - 3]
        if month.lemma not in CALENDAR or that.lemma not in ("that", "this", "same"):
            return
        up = self.tokens[verb.head]
        while up.head != up.i and up.pos not in ("VERB", "AUX"):
            up = self.tokens[up.head]
        if up.pos == "VERB" and up.i < verb.i:
            for kid in self._kids(verb.i, *SUBJECTS):
                self.tokens[kid.i] = replace(self.tokens[kid.i], dep="npadvmod", head=up.i)
            self._hang(verb.i, up.i, "conj")

    def _opens_clause(self, prep: Token) -> None:
        main = self.tokens[prep.head]
        nouns = self._kids(prep.i, "pobj")
        if len(nouns) != 1 or main.pos not in ("VERB", "AUX"):
            return
        last = max(self._under(nouns[0].i))
        verb = self._verb_behind(last)
        if verb is None or verb.i == main.i or self._kids(verb.i, *SUBJECTS) or verb.head != main.i:
            return
        if verb.dep not in ("conj", "ccomp", "dep", "advcl", "parataxis"):
            return
        passive = any(k.dep == "auxpass" for k in self._kids(verb.i))
        self._hang(nouns[0].i, verb.i, "nsubjpass" if passive else "nsubj")
        self._hang(verb.i, main.i, "advcl")
        self.tokens[prep.i] = replace(self.tokens[prep.i], head=verb.i, dep="mark")

    def _verb_behind(self, last: int) -> Token | None:
        """The finite verb that follows a phrase at once, nothing between but a comma, a helper or an adverb."""
        for token in self.tokens[last + 1 :]:
            finite = token.tag in ("VBD", "VBZ", "VBP") or self._kids(token.i, "aux", "auxpass")
            if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass") and finite:
                return token
            if token.text != "," and token.pos not in ("AUX", "ADV", "PART"):
                return None
        return None

    def _under(self, i: int) -> set[int]:
        """A token and all that hangs from it."""
        found, queue = {i}, [i]
        while queue:
            at = queue.pop()
            fresh = [k.i for k in self._kids(at) if k.i not in found]
            found.update(fresh)
            queue.extend(fresh)
        return found
