"""Who is said to say what a sentence tells, from its grammar, its quotations and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from allegiance.model import Certainty, Kind
from allegiance.reading import attribution, cited, degrees, stance
from allegiance.reading.clause import Clause
from allegiance.reading.dating import SPOKEN
from allegiance.reading.discourse import Discourse
from allegiance.reading.layout import Paragraph
from allegiance.reading.match import Hit
from allegiance.reading.owners import hearers, is_outlet_named
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Phrase
from allegiance.reading.runs import Mention
from allegiance.reading.state import State, Tail

CITING = frozenset({"citing", "quoting"})
"""Of these, whoever follows is nearer to the event than whoever speaks."""

LEVEL: Mapping[str, Certainty] = {
    **dict.fromkeys(("claimed", "claims", "claim", "alleged", "alleges", "allege"), Certainty.REPORTED),
    **dict.fromkeys(("believe", "believes", "believed", "think", "thinks", "thought"), Certainty.LIKELY),
    **dict.fromkeys(("suspect", "suspects"), Certainty.POSSIBLE),
    "without": Certainty.DOUBTED,
    "If": Certainty.DOUBTED,
    "by": Certainty.REPORTED,
    "attributed": Certainty.REPORTED,
}
"""What a verb of attribution behind a sentence makes of it."""


RECALLING = frozenset("remember recall smile laugh shrug sigh nod agree disagree reminisce".split())
"""Who does this in one sentence says what is quoted in the next: `Haddu remembers it well. "He joined in May."`"""
FRANK = frozenset(
    "blunt clear adamant categorical emphatic unequivocal frank certain dismissive defiant unrepentant sceptical "
    "cautious bitter firm sure proud curt matter-of-fact unapologetic".split()
)
"""Who is so in one sentence says what is quoted in the next: `Haddu was blunt. "He has left."`"""


def sources_of(
    state: State, clause: Clause, view: stance.Stance, speakers: Mapping[int, tuple[Phrase, ...]]
) -> tuple[str, ...]:
    """The names of those who say what a clause tells: of its grammar, of the quotation and of what stands beside it."""
    quoted = _in_quote(state, clause)
    phrases = (*view.sources, *speakers.get(quoted, ()))
    tails = [t for t in state.tails if t.name and _is_tail_of(t, clause, view, state.discourse)]
    cited = [t.name for t in tails if t.verb in CITING or t.verb == "according"]
    told = [t.name for t in tails if t.name not in cited]
    out = [*cited, *state.voices.names(phrases, clause, state.discourse, state.number), *told]
    if quoted >= 0 and not out and quoted in state.going_on:
        out = [state.going_on[quoted]]
    if state.answerer:
        out.append(state.answerer)
    return tuple(dict.fromkeys(outlet(name) for name in out if name and name not in state.authors))


PAPER = re.compile(
    r"(?:[Tt]he )?(?P<quote>\"?)(?P<name>[A-Z].*?)(?P=quote) "
    r"(?:daily|weekly|newspaper|magazine|website|web site|site|channel|portal|news agency|newsletter|broadcaster)"
)
"""An outlet named together with what it is: `"Sawt al-Sahl" daily`."""


def outlet(name: str) -> str:
    """An outlet's name without the word for what it is."""
    found = PAPER.fullmatch(name.translate({0x201C: '"', 0x201D: '"'}))
    return found["name"] if found is not None else name


def own_words(said_by: tuple[str, ...], hit: Hit, state: State) -> tuple[str, ...]:
    """`A statement says that A pledges allegiance to B`: what nobody is named for is the word of him who pledges."""
    doer = next((f for f in hit.fills if f.role == "actor" and f.named), None)
    if hit.frame.type not in SPOKEN or doer is None or not said_by or not cited.is_product(said_by[0]):
        return said_by
    makers = (m.text for m in state.layers.mentions if m.kind is not Kind.PLACE)
    return said_by if any(m in said_by[0] for m in makers) else (doer.name, *said_by[1:])


OTHERWISE = re.compile(r"[^.;,]{0,80},? (?:but|while|whereas|though|although)\b")
"""Behind who says so, where others begin to say otherwise."""


JOINED = re.compile(r"\b(?:and|but|or)$")
"""What parts what a source says from what stands before it: `A sent men and, according to B, paid for arms`."""


def tails(state: State, sentence: Sentence) -> list[Tail]:
    """Who is said, behind or inside a sentence, to say it, with the verb."""
    out: list[Tail] = []
    text = state.layers.text
    for one in state.layers.attributed:
        if not one.covers(sentence.start, sentence.end):
            continue
        behind = one.start if one.after or JOINED.search(text, max(0, one.start - 8), one.start) else -1
        until = one.end if OTHERWISE.match(text, one.end) else -1
        for begin, finish in _who(state, one):
            (start, end), carrier = cited.who(text, begin, finish)
            verb = "attributed" if cited.is_purported(text, begin, finish) else one.verb
            if start == end:
                out.append(Tail("", verb, behind, until))
            for name in state.voices.all_behind(start, end, state.discourse, state.number) if start < end else ():
                out.extend([Tail(name, verb, behind, until)] if name else [])
            if carrier[0] < carrier[1]:
                out.append(Tail(state.voices.behind(*carrier, state.discourse, state.number), "said", behind, until))
        if is_outlet_named(text[slice(*one.whom)]):
            out.append(Tail(state.voices.behind(*one.whom, state.discourse, state.number), "said", behind, until))
    return out


def _who(state: State, one: attribution.Attribution) -> list[tuple[int, int]]:
    """The ranges of those who say so: of the name, where one stands behind what its bearer is."""
    named = [m for m in state.layers.mentions if one.more[0] <= m.start and m.end <= one.more[1]]
    own = [m for m in state.layers.mentions if one.who[0] <= m.start and m.end <= one.who[1]]
    if any(m.kind is Kind.PERSON for m in named) and not any(m.kind is Kind.PERSON for m in own):
        return [one.more]
    return attribution.speakers(state.layers.text, one.who)


def spoken(
    state: State, sentence: Sentence, part: Paragraph, speakers: Mapping[int, tuple[Phrase, ...]]
) -> list[tuple[int, int, int]]:
    """The stretches of a sentence that are somebody's own words, each with who says `I` in it; see Discourse.saying."""
    out: list[tuple[int, int, int]] = []
    for begin, end in part.quotes:
        if begin >= sentence.end or end <= sentence.start:
            continue
        who = {state.discourse.chain_of(p) for p in speakers.get(begin, ())[:1]}
        named = [t.name for t in state.tails if t.name] or [state.going_on.get(begin, "")]
        chains = [c for c in (state.layers.chains.by_name(n) for n in named if n) if c is not None]
        who = {w for w in who if w >= 0} or {c.id for c in chains}
        if len(who) == 1:
            out.append((begin, end, who.pop()))
    if part.voice in state.answers:
        out.append((part.start, part.end, state.answers[part.voice]))
    return out


def by_name(
    part: Paragraph, mentions: Sequence[Mention], speakers: Mapping[int, tuple[Phrase, ...]]
) -> list[tuple[int, int, int]]:
    """The quotations of a paragraph, as ranges, of which a man is named as the speaker, each with his chain."""
    first = {begin: row[0] for begin, row in speakers.items() if row and row[0].mention >= 0}
    named = {begin: mentions[p.mention] for begin, p in first.items()}
    return [(a, b, named[a].chain) for a, b in part.quotes if a in named and named[a].kind is Kind.PERSON]


def _is_tail_of(tail: Tail, clause: Clause, view: stance.Stance, discourse: Discourse) -> bool:
    """Whether an attribution is of what a clause says: of no description, unless it stands in a relative of its own."""
    if view.settled or not tail.reaches(clause.start):
        return False
    if tail.behind < 0:
        return not view.described
    own = clause.form in ("verb", "noun") and not clause.embedding.startswith("described")
    sentence = discourse.sentence
    if not (own or clause.embedding == "described attr") or sentence is None:
        return False  # `who was, it said, a member of the Front`: what follows a verb of being is said, too.
    if _in_relative(tail.behind, sentence) and not _under_relative(clause.token, sentence):
        return False  # `A, who, it said, had joined B, was killed`: it did not say this.
    starts = [p.start for p in clause.get("attr")] if clause.lemma == "be" else [sentence.tokens[clause.token].start]
    return any(tail.behind < start for start in starts)


def _in_relative(at: int, sentence: Sentence) -> bool:
    """Whether a relative pronoun stands just before a place, but for a verb of being or having."""
    before = [t.text.lower() for t in sentence.tokens if t.end <= at][-3:]
    return bool({"who", "which", "whom"} & set(before[-2:]))


def _under_relative(token: int, sentence: Sentence) -> bool:
    """Whether a predicate stands in a relative clause."""
    current = sentence.tokens[token]
    for _ in range(40):
        if current.dep == "relcl" or current.head == current.i:
            break
        current = sentence.tokens[current.head]
    return current.dep == "relcl"


def weighs(tail: Tail, clause: Clause, view: stance.Stance, discourse: Discourse) -> bool:
    """Whether an attribution's verb makes what a clause tells less sure: `B, who, analysts think, has left`."""
    if tail.behind < 0:
        return not view.described and tail.reaches(clause.start)
    return _is_tail_of(tail, clause, view, discourse)


def _in_quote(state: State, clause: Clause) -> int:
    """The start of the quoted passage that a clause stands in, or -1."""
    for part in state.layers.paragraphs:
        if part.start <= clause.start < part.end:
            for begin, end in part.quotes:
                if begin <= clause.start and clause.end <= end + 1 and end - begin > 25:
                    return begin
    return -1


def quoted_speakers(part: Paragraph, drawn: Sequence[Sequence[Clause]]) -> dict[int, tuple[Phrase, ...]]:
    """For each quoted passage of a paragraph, who is said to say it: the verb of saying nearest outside it."""
    if not part.quotes:
        return {}
    say = [
        (c.start, c)
        for clauses in drawn
        for c in clauses
        if c.form == "verb"
        and degrees.verb_class(c) in ("say", "claim")
        and c.get("subj")
        and not any(a <= c.start and c.end <= b for a, b in part.quotes)
    ]
    out: dict[int, tuple[Phrase, ...]] = {}
    for begin, end in part.quotes:
        near = sorted(say, key=lambda row: min(abs(row[0] - begin), abs(row[0] - end)))
        opened = part.clean[: begin - part.start].rstrip().endswith((":", "."))
        led = part.clean[: begin - part.start].rstrip().endswith(":")
        close = min(abs(near[0][0] - begin), abs(near[0][0] - end)) if near else 0
        if led and near and near[0][0] > end:
            near = [row for row in near if row[0] < begin and begin - row[0] < close] or []
        if near and min(abs(near[0][0] - begin), abs(near[0][0] - end)) < 200:
            out[begin] = (near[0][1].get("subj")[0], *hearers(near[0][1]))
        elif opened:
            before = [
                [c for c in clauses if c.form == "verb" and c.start < begin and c.get("subj")] for clauses in drawn
            ]
            mains = [c for c in next((row for row in reversed(before) if row), []) if not c.embedding.endswith("cl")]
            tells = bool(mains) and (led or mains[0].lemma in RECALLING or bool(FRANK & set(mains[0].adverbs)))
            out[begin] = mains[0].get("subj")[:1] if tells else ()
    return out
