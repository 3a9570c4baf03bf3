"""The stance layer: who says so, how sure, and whether it is said to be a fact at all.

A clause's stance is read on the way up from it to the sentence's main clause: its own adverbs, modals and negation first,
then every noun and verb that embeds it (`Reuters quoted a commander as saying that …`, `there is no truth in the report
that …`). What is planned, wished, asked or supposed is no claim. Where the words leave it open, less is claimed, not more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.model import Certainty
from allegiance.reading import blame, lexicon
from allegiance.reading.clauses import Clause
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase

ORDER = (
    Certainty.STATED,
    Certainty.REPORTED,
    Certainty.LIKELY,
    Certainty.POSSIBLE,
    Certainty.DOUBTED,
    Certainty.DENIED,
)
CONDITIONS = frozenset("if unless whether lest till".split())
AHEAD = frozenset("will would shall should must can 'll ca wo ought to-be".split())
MIGHT = frozenset("may might could".split())
PAST = frozenset("was were had has have having did been 've".split())
STATES = frozenset(
    "be have belong lead head command run hold include control operate work serve live hide fund finance back support "
    "shelter harbour harbor contain own oversee exist account number lie reside know share".split()
)
GONE_OVER = frozenset("join rejoin become form found create establish lead head replace succeed make launch take_up side".split())
MOVES = frozenset(
    "leave defect quit go travel break split rise merge unite resign desert return come abandon desert combine switch "
    "cross flee move ally emerge reunite join part side grow succeed turn unify".split()
)
EMPTY = frozenset("there that this which what".split())
EXPLETIVE = frozenset("emerge turn appear seem happen transpire follow be".split())
SOMEBODY = frozenset("some many others most several few one other people someone somebody all".split())
FACTS_ASIDE = frozenset(
    "after before since by while upon on despite with from in at amid following during besides through when because".split()
)
NOT_DONE = frozenset("without about than against".split())
PRESUPPOSING = frozenset(
    "avenge condemn mourn celebrate investigate probe lament denounce praise welcome protest punish commemorate mark hail "
    "deplore exploit follow precede trigger spark cause prompt witness film regret".split()
)
CALLING = frozenset("call describe brand label denounce dismiss slam characterise characterize condemn regard".split())
NONSENSE = frozenset("nonsense rubbish invention fantasy hoax tale gossip slander smear".split())
APPOINTING = frozenset("appoint name choose select elect pick send tap nominate designate promote bring take serve".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is said: by whom (phrases, nearest the event first), how sure, and why it is no claim, if so.

    `path` names each embedding word on the way up, for `doctor`. `described` marks the author's own description of an
    actor, which no source covers.
    """

    sources: tuple[Phrase, ...] = ()
    certainty: Certainty = Certainty.STATED
    unreal: str = ""
    path: tuple[str, ...] = ()
    described: bool = False


@dataclass(frozen=True, slots=True)
class _Path:
    """From a clause up to its parent: the nouns passed, the nearest first, the last preposition, and `instead`, `rather`."""

    nouns: tuple[Token, ...]
    top: str
    over: str


def weaker(a: Certainty, b: Certainty) -> Certainty:
    """The less sure of two; a denial outweighs all."""
    return a if ORDER.index(a) >= ORDER.index(b) else b


def by_words(words: Sequence[str]) -> Certainty:
    """The certainty that adverbs and adjectives of a clause set: that of the longest phrase found among them."""
    joined = f" {' '.join(words)} "
    for phrase, certainty in lexicon.cues():
        if f" {phrase} " in joined:
            return Certainty(certainty)
    return Certainty.STATED


def verb_class(clause: Clause) -> str:
    """What a verb does to what it embeds: deny, doubt, claim, think, suspect or say; `""` for all others."""
    verbs = lexicon.verbs()
    head = clause.lemma.split(" ")[0]
    for name in ("deny", "doubt", "acquit", "claim", "think", "suspect", "say", "convict"):
        if clause.lemma in getattr(verbs, name) or head in getattr(verbs, name):
            return name
    return ""


def of(clause: Clause, clauses: Sequence[Clause], sentence: Sentence) -> Stance:
    """The stance of a clause among the clauses of its sentence."""
    return _Climb(clauses, sentence).stance(clause)


def own_certainty(clause: Clause) -> tuple[Certainty, str]:
    """What a clause's own negation, modals and adverbs make of it, and why it is unreal, if it is."""
    adverbs = set(clause.adverbs)
    if "whether" in clause.marks or ("if" in clause.marks and clause.lemma not in lexicon.verbs().verify):
        return Certainty.STATED, "a condition"
    if set(clause.marks) & CONDITIONS:
        return Certainty.STATED, "a condition"
    certainty, unreal = _modal(clause)
    certainty = weaker(certainty, by_words(_cue_words(clause)))
    if unreal:
        return certainty, unreal
    if {"no", "longer"} <= adverbs or {"any", "longer"} <= adverbs or "anymore" in adverbs:
        return Certainty.STATED, "no longer so"
    if not _negated(clause) or "only" in adverbs and clause.negated:
        return certainty, ""
    if "yet" in adverbs:
        return certainty, "not yet so"
    if set(clause.helpers) & MIGHT and "could" not in clause.helpers:
        return Certainty.DOUBTED, ""
    return Certainty.DENIED, ""


def _cue_words(clause: Clause) -> list[str]:
    """The clause's adverbs, and its prepositional phrases as words (`by some accounts`)."""
    words = list(clause.adverbs)
    for arg in clause.args:
        if arg.function in ("in", "by", "according to") and arg.phrase.mention < 0:
            words.append(f"{arg.function} {arg.phrase.text.lower()}")
    return words


def _negated(clause: Clause) -> bool:
    if clause.negated:
        return True
    return clause.form == "verb" and any(p.negated or p.head in ("none", "nothing", "nobody") for p in clause.get("subj", "obj"))


def _modal(clause: Clause) -> tuple[Certainty, str]:
    helpers = set(clause.helpers)
    finished = clause.perfect or bool(helpers & {"have", "'ve"})
    if "must" in helpers and finished:
        return Certainty.LIKELY, ""
    if helpers & {"can", "ca"} and finished and clause.negated:
        return Certainty.STATED, ""
    if helpers & AHEAD:
        return Certainty.STATED, "not yet so"
    if helpers & MIGHT:
        state = clause.lemma.split(" ")[0] in STATES or ("be" in helpers and not clause.passive)
        if "could" in helpers and _negated(clause):
            return Certainty.STATED, ""
        if finished or state:
            return Certainty.POSSIBLE, ""
        return Certainty.STATED, "a possibility ahead"
    if helpers == {"be"} and clause.passive and clause.embedding == "ccomp":
        return Certainty.STATED, "wished for"
    return Certainty.STATED, ""


@dataclass(frozen=True, slots=True)
class _Climb:
    clauses: Sequence[Clause]
    sentence: Sentence

    def stance(self, clause: Clause) -> Stance:
        certainty, unreal = own_certainty(clause)
        if self._inverted(clause):
            unreal = "a condition"
        view = self._hypothesis(clause, Stance((), certainty, unreal))
        view = self._own_verb(clause, self._asides(clause, view))
        current, seen, aside, voiced = clause, {clause.index}, False, False
        while 0 <= current.parent and current.parent not in seen and not view.unreal:
            if current.embedding.startswith("described"):
                return _attributive(view, clause)
            parent = self.clauses[current.parent]
            seen.add(parent.index)
            path = self._between(current, parent)
            if self._is_relative(current):
                return self._relative(view, current)
            view = self._under_nouns(view, path.nouns)
            how = _hangs(current, parent, path)
            if voiced and current.embedding == "xcomp" and not verb_class(parent):
                current = parent
                continue
            voiced = how == "content" and bool(self._kind(current, parent, path.nouns))
            if how == "content" and not aside:
                view = self._content(view, current, parent, path.nouns)
            elif how == "content":
                view = self._aside(view, clause, parent)
            elif how:
                view = replace(view, unreal=how)
            else:
                aside = True
                view = self._beside(view, clause, parent)
            view = self._asides(parent, view)
            current = parent
        if current.embedding.startswith("described"):
            return _attributive(view, clause)
        return view if view.unreal else self._main_noun(view, current)

    def _inverted(self, clause: Clause) -> bool:
        """`Had X joined Y, …`, `Should X join Y, …`."""
        if clause.form != "verb":
            return False
        first = [k for k in self.sentence.kids(clause.token) if k.dep != "punct"][:1]
        return bool(first) and first[0].dep in ("aux", "auxpass") and first[0].text in ("Had", "Should", "Were")

    def _own_verb(self, clause: Clause, view: Stance) -> Stance:
        """`was reported dead`, `is presumed dead`: the verb that a frame reads is itself one of saying."""
        if clause.form != "verb" or not set(clause.adverbs) & {"dead", "alive", "captured", "missing"}:
            return view
        kind = verb_class(clause)
        level = _level(kind, clause, not clause.get("subj") if clause.passive else False)
        speakers = _speakers(clause) if kind else ()
        return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))

    def _hypothesis(self, clause: Clause, view: Stance) -> Stance:
        """`If X was killed, Y leads`: what hangs on a condition is no fact; `if confirmed` only casts doubt."""
        verbs = lexicon.verbs()
        for child in self.clauses:
            if child.parent != clause.index or child.embedding != "advcl" or not set(child.marks) & {"if", "unless"}:
                continue
            if child.lemma in verbs.verify or {"true", "accurate", "correct"} & set(child.adverbs):
                view = replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
                if view.unreal == "not yet so" and "would" in clause.helpers:
                    view = replace(view, unreal="")
            else:
                view = replace(view, unreal=view.unreal or "hangs on a condition")
        return view

    def _asides(self, clause: Clause, view: Stance) -> Stance:
        """Those whose saying stands beside the clause: `X, the army said, has …`, `as X put it`, `by X's account`."""
        if clause.form != "verb" and clause.parent >= 0:
            return view
        sources, certainty = list(view.sources), view.certainty
        for child in self.clauses:
            if child.parent != clause.index or child.form != "verb" or child.index == clause.index:
                continue
            if child.lemma == "cite" and not child.finite and child.token < clause.token and clause.parent >= 0:
                sources.extend(child.get("obj") if verb_class(self.clauses[clause.parent]) == "say" else ())
                continue
            as_said = child.embedding == "advcl" and "as" in child.marks
            if not as_said and child.embedding != "parataxis":
                continue
            kind = verb_class(child)
            if child.lemma == "put" and as_said:
                kind = "say"
            if not kind or kind in ("deny", "doubt") or any(c.parent == child.index and _is_content(c) for c in self.clauses):
                continue
            speakers = _speakers(child)
            if not speakers and not as_said:
                continue
            sources.extend(speakers)
            certainty = weaker(certainty, _level(kind, child, not speakers))
        for arg in clause.args:
            if arg.function in ("according to", "per"):
                sources.append(arg.phrase)
            if arg.function in ("by", "in", "on") and arg.phrase.mention < 0 and arg.phrase.head in lexicon.verbs().telling:
                sources.extend(arg.phrase.mod("poss"))
        return replace(view, sources=tuple(dict.fromkeys(sources)), certainty=certainty)

    def _between(self, current: Clause, parent: Clause) -> _Path:
        """What stands between a clause's predicate and its parent's."""
        tokens = self.sentence.tokens
        nouns: list[Token] = []
        token = self._hook(current)
        top = over = ""
        for _ in range(40):
            if token.head == token.i or token.head == parent.token:
                break
            token = tokens[token.head]
            if token.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET") or token.mention >= 0:
                nouns.append(token)
            elif token.text.lower() in ("instead", "rather"):
                over = token.text.lower()
            elif token.pos in ("ADP", "SCONJ"):
                top = token.text.lower()
                before = tokens[token.i - 1].text.lower() if token.i else ""
                over = before if before in ("instead", "rather") else over
        return _Path(tuple(nouns), top if token.dep in ("prep", "agent", "pcomp", "dative") else "", over)

    def _hook(self, current: Clause) -> Token:
        """The token of a clause's predicate, or of the first that it is coordinated with."""
        token = self.sentence.tokens[current.token]
        while token.dep == "conj" and current.sibling >= 0 and token.head != token.i:
            token = self.sentence.tokens[token.head]
        return token

    def _is_relative(self, current: Clause) -> bool:
        """Whether a clause tells of a noun that it hangs from, and is not what that noun says (`the report that …`)."""
        if current.form != "verb":
            return False
        hook = self._hook(current)
        if hook.dep not in ("relcl", "acl"):
            return False
        head = self.sentence.tokens[hook.head]
        return not (_embeds(head) and (hook.dep == "acl" or "that" in current.marks) and not current.passive or
                    _embeds(head) and "that" in current.marks)  # fmt: skip

    def _relative(self, view: Stance, current: Clause) -> Stance:
        """A relative or participle is the author's own description; one of purpose is no fact."""
        hook = self._hook(current)
        if "to" in current.helpers and not current.finite and not current.perfect and hook.dep == "acl":
            head = self.sentence.tokens[hook.head]
            ordinal = any(k.lemma in ("first", "last", "second", "third", "only", "latest", "late") for k in self.sentence.kids(head.i))
            if not ordinal and head.lemma not in ("first", "last", "one"):
                return replace(view, unreal="not done yet")
        return replace(view, described=True)

    def _under_nouns(self, view: Stance, nouns: Sequence[Token]) -> Stance:
        """What the nouns on the way up make of it: `unconfirmed reports of`, `a plan for`, `no evidence that`."""
        verbs = lexicon.verbs()
        for noun in nouns:
            lemma = noun.lemma
            kids = self.sentence.kids(noun.i)
            words = [k.text.lower() for k in kids if k.dep in ("amod", "det", "advmod", "neg", "nmod", "compound")]
            none = "no" in words or "little" in words or "neither" in words
            if lemma in verbs.plan and not (lemma in verbs.guess and not none):
                return replace(view, unreal=f"a {lemma}")
            if none and lemma == "truth" or lemma in verbs.falsehood:
                view = replace(view, certainty=Certainty.DENIED, sources=())
            elif none and lemma in verbs.proof | verbs.guess | verbs.hearsay:
                if lemma == "doubt":
                    continue
                if lemma not in verbs.proof:
                    return replace(view, unreal=f"no {lemma}")
                view = replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
            elif _embeds(noun):
                view = self._told_by_noun(view, noun, words)
            if view.certainty is not Certainty.DENIED or lemma in verbs.falsehood:
                view = replace(view, path=(*view.path, lemma)) if _embeds(noun) else view
        return view

    def _told_by_noun(self, view: Stance, noun: Token, words: Sequence[str]) -> Stance:
        verbs = lexicon.verbs()
        levels = ((verbs.guess, Certainty.POSSIBLE), (verbs.belief, Certainty.LIKELY), (verbs.hearsay, Certainty.REPORTED))
        level = next((c for lemmas, c in levels if noun.lemma in lemmas), Certainty.STATED)
        if set(words) & {"false", "baseless", "untrue", "fabricated", "bogus", "fake"}:
            level = Certainty.DENIED
        owner = _owner(noun, self.sentence)
        certainty = weaker(view.certainty, weaker(level, by_words(words)))
        return replace(view, certainty=certainty, sources=(*view.sources, *owner))

    def _content(self, view: Stance, current: Clause, parent: Clause, nouns: Sequence[Token]) -> Stance:
        """The clause is what its parent says, thinks, wants, denies or does."""
        verbs = lexicon.verbs()
        view = replace(view, path=(*view.path, f"{parent.lemma} > {current.embedding}"))
        head = parent.lemma.split(" ")[0]
        own, unreal = self._force(parent)
        bare = current.form == "verb" and current.embedding in ("xcomp", "ccomp") and "to" in current.helpers and not current.finite
        if current.form == "noun" and blame.tie(current, parent):
            return replace(view, certainty=weaker(view.certainty, own), unreal=unreal)
        if self._called_false(current, parent):
            return replace(view, certainty=Certainty.DENIED, sources=_speakers(parent), unreal=unreal or ("not called so" if own is Certainty.DENIED else ""))
        kind = self._kind(current, parent, nouns)
        wanted = parent.lemma in verbs.unreal or head in verbs.unreal
        told = any(_embeds(n) for n in nouns)
        if bare and wanted and not (parent.passive and kind):
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        if bare and parent.passive and head in ("expect", "schedule", "order", "tell", "ask", "urge"):
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        if (parent.lemma in verbs.negative or head in verbs.negative) and kind != "deny":
            if current.embedding == "xcomp" or current.embedding.startswith("pcomp"):
                return self._not_done(view, own, unreal)
            if current.form == "noun":
                return replace(view, unreal="not done")
        gerund = current.embedding == "xcomp" and not bare and not parent.passive
        if kind and not (gerund and wanted and kind == "think"):
            return self._said(view, parent, kind, (own, unreal), told)
        if wanted and (current.form == "noun" or current.embedding in ("ccomp", "xcomp")):
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        return self._predicated(view, current, parent, (own, unreal))

    def _called_false(self, current: Clause, parent: Clause) -> bool:
        """Whether the parent calls what the clause says a lie: `called the report that … a fabrication`."""
        verbs = lexicon.verbs()
        if parent.lemma not in CALLING:
            return False
        words = {p.head for p in (*parent.get("oprd", "attr", "as"), *current.get("obj", "attr"))} | set(parent.adverbs)
        words |= {w for p in parent.get("as") for w in p.adjectives}
        return bool(words & (verbs.falsehood | verbs.untrue | NONSENSE))

    def _not_done(self, view: Stance, own: Certainty, unreal: str) -> Stance:
        """`refused to join` is a not joining; `did not refuse to join` and `will refuse to` say nothing."""
        if unreal or own is Certainty.DENIED:
            return replace(view, unreal=unreal or "not refused")
        return replace(view, certainty=Certainty.DENIED)

    def _kind(self, current: Clause, parent: Clause, nouns: Sequence[Token]) -> str:
        """The parent's class as a verb of saying, where it may be one here."""
        verbs = lexicon.verbs()
        kind = verb_class(parent)
        head = parent.lemma.split(" ")[0]
        by_preposition = current.embedding.startswith("pcomp") or (current.form == "noun" and current.embedding in ("of", "for", "with", "over", "on", "in"))
        if by_preposition and parent.passive and head in verbs.prosecute and kind not in ("claim", "suspect"):
            return "claim" if current.embedding.startswith("pcomp") else ""
        if current.form == "noun" and kind:
            told = any(_embeds(n) or n.lemma in verbs.part for n in nouns)
            if current.embedding in ("of", "for", "with", "on", "in"):
                return kind if kind in ("claim", "suspect", "deny", "acquit", "convict") or told else ""
            if head in ("claim", "take") and any(n.lemma in ("responsibility", "credit") for n in nouns):
                return ""
            return kind if told or head in verbs.tells else ""
        if kind in ("convict", "acquit") and not by_preposition:
            return ""
        return kind

    def _force(self, clause: Clause) -> tuple[Certainty, str]:
        """A clause's own certainty with what its governors do to it: `declined to confirm` is a not confirming."""
        own, unreal = own_certainty(clause)
        verbs = lexicon.verbs()
        if clause.parent < 0 or clause.embedding != "xcomp" or unreal:
            return own, unreal
        above = self.clauses[clause.parent]
        if above.lemma in verbs.negative or {"unable", "impossible", "reluctant", "unwilling"} & set(above.adverbs):
            return Certainty.DENIED, ""
        if "yet" in above.adverbs and above.lemma in ("have", "be"):
            return Certainty.DENIED, ""
        if above.lemma == "be" and set(above.adverbs) & verbs.ahead and own_certainty(above)[0] is not Certainty.DENIED:
            return own, ""
        if "to" in clause.helpers and above.lemma in verbs.unreal and not above.passive:
            return own, f"{above.lemma}: not done yet"
        return weaker(own, own_certainty(above)[0]), own_certainty(above)[1]

    def _said(self, view: Stance, parent: Clause, kind: str, force: tuple[Certainty, str], told: bool) -> Stance:
        """The clause is the content of a verb of saying, thinking or denying."""
        verbs = lexicon.verbs()
        own, unreal = force
        head = parent.lemma.split(" ")[0]
        if unreal == "not yet so" and head in verbs.verify and "yet" in parent.adverbs:
            own, unreal = Certainty.DENIED, ""
        if unreal and not ("would" in parent.helpers and kind == "say" and parent.perfect):
            return replace(view, unreal=f"{parent.lemma}: {unreal}")
        speakers, level = self._voices(parent, kind)
        if own is Certainty.DENIED:
            first = self.clauses[parent.sibling] if parent.sibling >= 0 else parent
            if kind == "deny" and first.lemma in verbs.verify:
                return replace(view, certainty=Certainty.DOUBTED)
            if head in verbs.verify and kind in ("say", "think"):
                return replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
            if head in verbs.factive:
                return view
            if kind != "think":
                return replace(view, unreal=f"not {parent.lemma}")
            return replace(view, certainty=Certainty.DENIED, sources=(*view.sources, *speakers))
        if kind in ("deny", "acquit"):
            twice = view.certainty is Certainty.DENIED and not told
            certainty = Certainty.STATED if twice else Certainty.DENIED
            return replace(view, certainty=certainty, sources=speakers if kind == "deny" else view.sources)
        level = weaker(level, own)
        if told and head in verbs.verify and view.certainty is Certainty.REPORTED:
            return replace(view, certainty=level, sources=speakers)
        return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))

    def _voices(self, parent: Clause, kind: str) -> tuple[tuple[Phrase, ...], Certainty]:
        """Who speaks, and how sure that leaves it: reports and rumours that speak are hearsay, whoever `cites` stands nearer."""
        verbs = lexicon.verbs()
        speakers = _speakers(parent)
        level = _level(kind, parent, not speakers)
        out: list[Phrase] = []
        for child in self.clauses:
            if child.parent == parent.index and child.lemma in ("cite", "quote") and child.embedding in ("advcl", "pcomp", "acl"):
                out.extend(p for p in child.get("obj") if p.head not in verbs.hearsay)
        for speaker in speakers:
            noun = self.sentence.tokens[speaker.token] if 0 <= speaker.token < len(self.sentence.tokens) and speaker.mention < 0 else None
            if noun is None or not (noun.lemma in verbs.hearsay | verbs.guess):
                out.append(speaker)
                continue
            words = [k.text.lower() for k in self.sentence.kids(noun.i)]
            owner = _owner(noun, self.sentence)
            if owner and noun.lemma == "report" and not speaker.plural:
                out.extend(owner)
                continue
            level = weaker(level, Certainty.POSSIBLE if noun.lemma in verbs.guess else Certainty.REPORTED if speaker.plural or noun.lemma != "report" else Certainty.STATED)
            level = weaker(level, by_words(words))
            if owner:
                out.extend(owner)
            elif not speaker.plural or set(words) - {"some", "several", "many", "other", "the", "unconfirmed", "conflicting", "earlier", "initial", "first", "early", "unverified", "those", "these"}:
                out.append(speaker)
        return tuple(dict.fromkeys(out)), level

    def _predicated(self, view: Stance, current: Clause, parent: Clause, force: tuple[Certainty, str]) -> Stance:
        """Other verbs and what is said by an adjective: `is likely to have`, `it is not true that`, `the report is false`."""
        verbs = lexicon.verbs()
        own, unreal = force
        adverbs = set(parent.adverbs)
        negated = own is Certainty.DENIED
        heads = {p.head for p in parent.get("attr", "oprd", "as")}
        if parent.lemma == "be" or parent.form == "is" or heads:
            if adverbs & verbs.untrue or heads & (verbs.falsehood | NONSENSE):
                return replace(view, unreal="not false") if negated else replace(view, certainty=Certainty.DENIED)
            if adverbs & {"true", "case", "accurate", "correct"} or heads & {"case"}:
                return replace(view, certainty=Certainty.DENIED) if negated else view
            if adverbs & verbs.dubious:
                return replace(view, unreal="not unlikely") if negated else replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
            if adverbs & {"unclear", "unknown", "uncertain"} or negated and adverbs & {"clear", "certain", "known", "sure"}:
                return replace(view, unreal="not known")
        if current.form == "noun":
            conditional = set(parent.helpers) & {"would", "could", "might"}
            return replace(view, unreal=unreal) if conditional else view
        bare = "to" in current.helpers and not current.finite
        if bare and not current.perfect and parent.lemma == "be":
            lasting = current.lemma.split(" ")[0] in STATES
            if adverbs & verbs.ahead or (not lasting and (adverbs & {"likely", "certain", "sure"} or not adverbs | heads)):
                return replace(view, unreal="not done yet")
        if "yet" in adverbs and bare and parent.lemma in ("have", "be"):
            return replace(view, unreal="not yet so")
        if bare and parent.lemma == "have" and not current.perfect:
            return view if parent.get("obj") else replace(view, unreal="had to")
        if unreal:
            return replace(view, unreal=unreal)
        if parent.lemma in verbs.factive and current.embedding == "ccomp":
            return view
        if negated and current.embedding == "ccomp":
            return replace(view, unreal=f"not {parent.lemma}")
        return replace(view, certainty=weaker(view.certainty, own))

    def _beside(self, view: Stance, clause: Clause, parent: Clause) -> Stance:
        """The clause stands beside its parent (after, when, while): a fact of its own, unless both lie ahead."""
        unreal = own_certainty(parent)[1]
        if unreal and unreal != "no longer so" and clause.form == "verb" and not _past(clause):
            return replace(view, unreal=unreal)
        return view

    def _aside(self, view: Stance, clause: Clause, parent: Clause) -> Stance:
        """What embeds the clause beside which ours stands: its speaker speaks of ours too; a denial leaves ours open."""
        kind = verb_class(parent)
        own, unreal = self._force(parent)
        if kind in ("deny", "doubt"):
            return replace(view, unreal="beside what is denied")
        wanted = parent.lemma.split(" ")[0] in lexicon.verbs().unreal and kind != "say"
        if (unreal or wanted) and clause.form == "verb" and not _past(clause):
            return replace(view, unreal=unreal or "beside what is wanted")
        if kind and own is not Certainty.DENIED and not unreal:
            speakers, level = self._voices(parent, kind)
            return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))
        return view

    def _main_noun(self, view: Stance, current: Clause) -> Stance:
        """A noun with no verb above it: what the nouns over it make of it (`Rumours of the death of X`)."""
        if current.form == "noun" and current.parent < 0:
            token, above = self.sentence.tokens[current.token], []
            for _ in range(20):
                if token.head == token.i:
                    break
                token = self.sentence.tokens[token.head]
                above.append(token)
            return self._under_nouns(view, above)
        return view


def _attributive(view: Stance, clause: Clause) -> Stance:
    """An apposition or title: the author's own word, unless an adjective of it says otherwise."""
    words = [w for p in clause.get("attr") for w in p.adjectives]
    base = view.certainty if view.certainty is Certainty.DENIED and clause.negated else Certainty.STATED
    return replace(view, sources=(), certainty=weaker(base, by_words(words)), described=True)


def _embeds(noun: Token) -> bool:
    """Whether a noun is one that says, believes or plans what hangs from it."""
    verbs = lexicon.verbs()
    classes = (verbs.news, verbs.hearsay, verbs.guess, verbs.belief, verbs.falsehood, verbs.proof, verbs.plan)
    return noun.mention < 0 and any(noun.lemma in lemmas for lemmas in classes)


def _owner(noun: Token, sentence: Sentence) -> tuple[Phrase, ...]:
    """Whose report or claim a noun is, where that is a name or a body: `the army's claim`, `reports by Radio Tamar`."""
    out: list[Token] = []
    for kid in sentence.kids(noun.i):
        if kid.dep == "poss" and kid.tag not in ("PRP$",) or (kid.dep in ("compound", "nmod") and kid.mention >= 0):
            out.append(kid)
        elif kid.dep in ("prep", "agent") and kid.lemma in ("by", "from"):
            out.extend(k for k in sentence.kids(kid.i, "pobj") if k.lemma not in lexicon.nouns().places)
    return tuple(_phrase(t, sentence) for t in out)


def _phrase(token: Token, sentence: Sentence) -> Phrase:
    """A bare phrase for a token, with the words before it that belong to it."""
    start = token.start
    definite = False
    for kid in sentence.kids(token.i):
        if kid.i < token.i and kid.dep in ("det", "amod", "compound", "nummod", "nmod", "poss"):
            start = min(start, kid.start)
            definite = definite or kid.lemma in ("the", "this", "that")
    pronoun = token.text.lower() if token.pos == "PRON" else ""
    plural = token.tag in ("NNS", "NNPS")
    if token.mention >= 0:
        start = token.start
    return Phrase(token.i, start, token.end, token.text, token.lemma, token.mention, pronoun, plural, definite)


def _speakers(clause: Clause) -> tuple[Phrase, ...]:
    """Who does the saying: subjects that are somebody. `it emerged that` and `some say` name nobody."""
    found = clause.get("subj")
    if clause.lemma.split(" ")[0] in ("appear", "seem"):
        return ()
    if clause.lemma.split(" ")[0] in EXPLETIVE:
        found = tuple(p for p in found if p.pronoun != "it")
    return tuple(p for p in found if p.pronoun not in EMPTY and not (p.mention < 0 and p.head in SOMEBODY))


def _level(kind: str, verb: Clause, unnamed: bool) -> Certainty:
    """How sure a verb of saying leaves its content; `unnamed` where nobody is said to say it."""
    levels = {
        "claim": Certainty.REPORTED,
        "think": Certainty.LIKELY,
        "suspect": Certainty.POSSIBLE,
        "doubt": Certainty.DOUBTED,
    }
    level = levels.get(kind, Certainty.STATED)
    head = verb.lemma.split(" ")[0]
    if kind == "say" and head in lexicon.verbs().relay and (verb.passive or unnamed):
        level = Certainty.REPORTED if unnamed else level
    if kind == "say" and not verb.passive and any(p.head in SOMEBODY and p.mention < 0 for p in verb.get("subj")):
        level = Certainty.REPORTED
    return weaker(level, by_words(verb.adverbs))


def _past(clause: Clause) -> bool:
    return bool(set(clause.helpers) & PAST)


def _is_content(clause: Clause) -> bool:
    return clause.embedding in ("ccomp", "xcomp") and clause.form == "verb"


def _infinitive(current: Clause, parent: Clause) -> str:
    """An infinitive under a verb that is neither of saying nor of wishing: what came of it, or no more than a purpose."""
    verbs = lexicon.verbs()
    head, lemma = parent.lemma.split(" ")[0], current.lemma.split(" ")[0]
    if head in MOVES and lemma in GONE_OVER or head == "use":
        return "content"
    if current.embedding == "advcl":
        return "a purpose"
    known = head in verbs.factual | verbs.unreal | verbs.negative | verbs.prosecute or head in ("be", "have") or verb_class(parent)
    return "content" if known or head in APPOINTING else "a purpose"


def _hangs(current: Clause, parent: Clause, path: _Path) -> str:
    """How a clause hangs in its parent: `content`, `""` for beside it, else why it is no fact."""
    verbs = lexicon.verbs()
    head = parent.lemma.split(" ")[0]
    how = current.embedding
    if current.form == "noun" and blame.tie(current, parent):
        return "content"
    if path.top == "by" and parent.passive and head in blame.HOLDS_OBJECT and how in ("pcomp of", "pcomp for", "of", "for"):
        return "content"
    if path.top in FACTS_ASIDE and not (path.top in ("in", "from", "with", "on", "despite") and (verb_class(parent) or head in verbs.negative or path.nouns)):
        return ""
    if path.over in ("instead", "rather") or path.top in NOT_DONE and not (verb_class(parent) and path.top == "about"):
        return "not done" if current.form == "verb" and not path.nouns else ""
    if current.form == "noun":
        if head in PRESUPPOSING or (path.top and not _embedding(parent) and not path.nouns):
            return ""
        return "content"
    if how in ("advcl", "xcomp") and "to" in current.helpers and not current.finite and not current.perfect:
        return _infinitive(current, parent)
    if how == "advcl":
        return ""
    if how == "parataxis":
        return "content" if verb_class(parent) else ""
    return "content"


def _embedding(parent: Clause) -> bool:
    verbs = lexicon.verbs()
    head = parent.lemma.split(" ")[0]
    known = head in verbs.unreal | verbs.negative | verbs.prosecute
    return bool(verb_class(parent)) or known or parent.lemma in ("be", "have", "play", "take", "involve")
