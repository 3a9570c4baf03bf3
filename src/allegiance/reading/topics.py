"""What a text's layout says of its sentences: headings that they speak of, entries that date them, who says `we`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance import names
from allegiance.model import Kind, Phase
from allegiance.reading import dates, lexicon
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.dates_header import document_date
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.layout import ENDS, Paragraph
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Arg, Builder, Phrase
from allegiance.reading.runs import Mention
from allegiance.reading.state import Layers, State
from allegiance.reading.vocabulary import is_english

BASED = re.compile(r"\b([A-Z][\w]+(?: [A-Z]\w+)?)-based\b")
ISSUED = re.compile(
    r"(?i)\b(?:(?:press )?(?:statement|release|declaration|decision|communiqu[eé]) no\b|communiqu[eé]\b)"
)
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


ASKED = re.compile(
    r"(?i:(?:and|so|but|then)? ?(?:(?:what|who)(?:'s| is| are| was| were| about| of)? )?(?:then )?)"
    r"(?P<whom>(?:the )?[A-Z].+?)\?$"
)
"""A heading that asks of whom its section tells: `And Ansar al-Wadi?`, `Who are the Sons of the Valley?`."""


def topic_of(part: Paragraph, state: State) -> int:
    """The group that a section's heading names, or else the document's title."""
    own = headed(part, state.layers.chains)
    if own >= 0:
        return own
    for head in (p.clean.strip() for p in state.layers.paragraphs if p.kind == "headline"):
        chain = _named(head, state.layers.chains)
        if chain is not None and chain.count > 1:
            return chain.id
    return -1


def headed(part: Paragraph, chains: Chains) -> int:
    """The group that the heading over a paragraph names, or -1."""
    asked = ASKED.match(part.topic)
    own = (asked["whom"], part.topic) if asked else (part.topic,)
    found = next((c for head in own if (c := _named(head, chains)) is not None), None)
    return found.id if found is not None else -1


def _named(head: str, chains: Chains) -> Chain | None:
    plain = head.isupper() and is_english(head.lower())  # `ENTITY`, `CONTEXT`.
    chain = chains.by_name(head) if head and not plain else None
    return chain if chain is not None and chain.kind is not Kind.PERSON else None


def titled(layers: Layers) -> frozenset[int]:
    """The actors whom a document's own title names."""
    first = next((p for p in layers.paragraphs if p.clean.strip()), None)
    if first is None or first.kind != "headline":
        return frozenset()
    return frozenset(m.chain for m in layers.mentions if first.start <= m.start < first.end)


def based(state: State, clauses: Sequence[Clause]) -> list[Draft]:
    """`Nokia, a Pakistan-based group`: where it is based."""
    out: list[Draft] = []
    for clause in clauses:
        for attr in clause.get("attr") if clause.form == "is" or clause.lemma == "be" else ():
            found = BASED.search(state.layers.text[attr.start : attr.end])
            subjects = [state.discourse.refer(p) for p in clause.get("subj")] if found else []
            for group in (s for s in subjects if s is not None and s.named and s.kind is Kind.GROUP):
                if found is None:
                    continue
                area = found.group(1)
                fills = (Fill("group", group.name, group.mention, group.kind, group.start, group.end, group.chain),
                         Fill("area", area, area, Kind.PLACE, attr.start, attr.end))  # fmt: skip
                start, end = min(attr.start, group.start), max(attr.end, group.end)
                out.append(
                    Draft(
                        "presence.based",
                        "presence",
                        fills,
                        start,
                        end,
                        state.number,
                        clause.index,
                        phase=Phase.CURRENT,
                        described=True,
                    )
                )
    return out


def with_topic(state: State, sentence: Sentence, clauses: Sequence[Clause]) -> list[Clause]:
    """`Absorbed the smaller Siemens in July.` under a heading: the heading's group did."""
    discourse = state.discourse
    heading = (
        next((i for i, m in enumerate(state.layers.mentions) if m.chain == discourse.seen.topic), -1)
        if discourse.seen.topic >= 0
        else -1
    )
    if heading < 0:
        return list(clauses)
    name = state.layers.mentions[heading]
    subject = Phrase(-1, name.start, name.end, name.text, name.name.split()[-1].lower(), heading)
    out = []
    for clause in clauses:
        first = (
            clause.form == "verb"
            and clause.parent < 0
            and clause.token <= 1
            and not clause.get("subj" if not clause.passive else "obj")
        )
        if first and sentence.tokens[clause.token].tag in ("VBD", "VBZ", "VBN") and clause.lemma not in ("be", "have"):
            clause = replace(clause, args=(Arg("obj" if clause.passive else "subj", subject), *clause.args))
        out.append(clause)
    return out


def describe_topic(state: State, sentence: Sentence, clauses: list[Clause]) -> None:
    """`A local branch of Nokia.` under a heading: the heading's group is one."""
    discourse = state.discourse
    if discourse.seen.topic < 0 or not discourse.fragment or any(c.form == "is" for c in clauses):
        return
    heading = next((i for i, m in enumerate(state.layers.mentions) if m.chain == discourse.seen.topic), -1)
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if heading < 0 or root is None or root.mention >= 0 or root.pos not in ("NOUN", "PROPN"):
        return
    folded = {f.anchor: f for f in state.layers.masked[sentence.paragraph].folded}
    phrase = Builder(sentence, state.layers.mentions, state.layers.text, folded).phrase(root)
    name = state.layers.mentions[heading]
    subject = Phrase(-1, name.start, name.end, name.text, name.name.split()[-1].lower(), heading)
    args = (Arg("subj", subject), Arg("attr", phrase))
    discourse.seen.speak_of_topic(sentence.start)
    clauses[:] = [
        replace(c, args=tuple(Arg(a.function, subject if a.phrase.token == root.i else a.phrase) for a in c.args))
        for c in clauses
    ]
    clauses.append(Clause(len(clauses), "be", "is", root.i, phrase.start, phrase.end, args, embedding="described"))


def introduced(mentions: Sequence[Mention], drawn: list[list[Clause]]) -> dict[int, int]:
    """`The group's emir for Bajaur has defected. Peter is the latest commander to …`: the emir is Peter.

    Gives the chain that each such description's start is named by in the sentence after it, and adds to that
    description's sentence a clause that says so.
    """
    out: dict[int, int] = {}
    for first, second in itertools.pairwise(drawn):
        names_him = next((c for c in second if c.form == "verb" and c.lemma == "be" and c.parent < 0), None)
        if names_him is None:
            continue
        persons = [p for p in names_him.get("subj") if p.mention >= 0 and mentions[p.mention].kind is Kind.PERSON]
        roles = [p for p in names_him.get("attr") if p.mention < 0 and p.definite and p.head in lexicon.nouns().persons]
        subjects = {p.token: p for c in first if c.form == "verb" and c.parent < 0 for p in c.get("subj", "obj")[:1]}
        described = [
            p
            for p in subjects.values()
            if p.mention < 0 and not p.plural and p.head in lexicon.nouns().posts and p.mod("poss")
        ]
        if persons and roles and len(described) == 1:
            out[described[0].start] = mentions[persons[0].mention].chain
            args = (Arg("subj", persons[0]), Arg("attr", described[0]))
            phrase = described[0]
            first.append(
                Clause(len(first), "be", "is", phrase.token, phrase.start, phrase.end, args, embedding="described")
            )
    return out


def entry_date(part: Paragraph) -> str:
    """The date of a chronology's entry, in EDTF, or empty."""
    if part.entry.isdigit():
        return part.entry
    found = dates.find_dates(part.entry) if part.entry else []
    return dates.resolve(found[0]).edtf if len(found) == 1 else ""


def authors(layers: Layers) -> frozenset[str]:
    """The bodies whose own statement a text is, by its heading: what they say in it, its author says."""
    heads = [p for p in layers.paragraphs if p.kind == "headline" and p.start < 400]
    if not any(ISSUED.search(p.clean) for p in heads):
        return frozenset()
    body = next((p for p in layers.paragraphs if p.kind == "body"), None)
    groups = [m for m in layers.mentions if m.kind is Kind.GROUP]
    opening = [*heads, *([body] if body else [])]
    first = [next((m for m in groups if p.start <= m.start < p.end), None) for p in opening]
    return frozenset(layers.chains.chains[m.chain].name for m in first if m is not None)


FROM_THEM = re.compile(
    r"(?i)^\W*(?:(?:press|official|important|urgent|joint) )?(?:statement|communiqu[eé]|announcement|declaration|"
    r"message|"
    r"proclamation|manifesto|bulletin|appeal|address|communication|clarification|to (?:all|our|the) )\b"
)
"""What the heading of a body's own words begins with."""
SIGNED = re.compile(
    r"(?i)\b(?:office|bureau|command|leadership|committee|council|secretariat|spokes\w+|department|centre|center|wing|"
    r"foundation|headquarters|signed|for the|on behalf|directorate|board|commission|information|media)\b"
)
"""What the line that signs a body's own words says."""


def speaker_of_all(layers: Layers) -> int:
    """The group that says `we` throughout a text that is its own statement, or -1.

    It is one by its heading or its signature, and then a few words suffice, or by how often it says so.
    """
    text = layers.text
    spoken = [
        m for m in WE.finditer(text) if not any(a <= m.start() < b for p in layers.paragraphs for a, b in p.quotes)
    ]
    parts = [p for p in layers.paragraphs if p.clean.strip()]
    if not spoken or not parts:
        return -1
    heads = [p for p in parts[:4] if len(p.clean) < 160 and p.kind in ("headline", "heading")]
    issued = any(FROM_THEM.match(p.clean.strip()) or ISSUED.search(p.clean) for p in heads)
    signs = [p for p in parts[-3:] if len(p.clean) < 120 and p is not parts[0] and p.kind != "headline"]
    signed = [p for p in signs if _is_body(p, layers) or (SIGNED.search(p.clean) and not ENDS.search(p.clean))]
    often = len(spoken) >= 4 and len(spoken) * 60 >= len(text.split())
    some = len(spoken) >= 2 and len(spoken) * 120 >= len(text.split())
    sure = issued or any(SIGNED.search(p.clean) for p in signed) or len(spoken) > 2
    if not often and not (some and sure and (issued or signed)):
        return -1
    ends = [*parts[:2], *parts[-2:]] if often and not (issued or signed) else [*signed, *(heads if issued else [])]
    for part in ends:
        for mention in (m for m in layers.mentions if part.start <= m.start < part.end and len(part.clean) < 160):
            chain = layers.chains.chains[mention.chain]
            chain = _whole(mention, part, layers) or chain
            sure = chain.margin > 1 or names.has_group_word(mention.name)
            if chain.kind is Kind.GROUP and not chain.country and sure:
                return chain.id
    return -1


OFFICE = re.compile(
    r"(?i)(?:the )?(?:(?:general|central|high|supreme|military|political|media|information|press|national) )*"
    r"(?:command|committee|office|bureau|council|leadership|secretariat|wing|headquarters|staff|centre|center)$"
)


def _whole(mention: Mention, part: Paragraph, layers: Layers) -> Chain | None:
    """The body whose office a name is: in `the Central Command of the Popular Resistance`, the Resistance."""
    if OFFICE.match(mention.text) is None:
        return None
    after = next((m for m in layers.mentions if m.start >= mention.end), None)
    gap = part.clean[mention.end - part.start : after.start - part.start] if after is not None else ""
    if after is None or after.end > part.end or gap.strip() not in ("of", "of the", ","):
        return None
    chain = layers.chains.chains[after.chain]
    return chain if chain.kind is Kind.GROUP and not chain.country else None


def _is_body(part: Paragraph, layers: Layers) -> bool:
    """Whether a line is a body's name and nothing else."""
    name = re.sub(r"^(?i:the|for the) ", "", part.clean.strip(" .-"))
    return any(m.text == name and m.kind is Kind.GROUP for m in layers.mentions if part.start <= m.start < part.end)


PRODUCT = re.compile(
    r"(?i)\b(?P<word>statement|communiqu[eé]|announcement|declaration|message|proclamation|manifesto|letter)\b"
)
"""What a body's own words call themselves in their heading."""


def issued(state: State) -> list[Draft]:
    """The statement that a text is, by its heading, of the body that says `we` in it or that its heading names."""
    layers = state.layers
    heads = [p for p in layers.paragraphs if p.clean.strip()][:4]
    head = next((p for p in heads if p.kind in ("headline", "heading") and PRODUCT.search(p.clean)), None)
    own = head is not None and (FROM_THEM.match(head.clean.strip()) or ISSUED.search(head.clean))
    if head is None or not own or state.discourse.we < 0:
        return []
    body = layers.chains.chains[state.discourse.we]
    word = PRODUCT.search(head.clean)
    medium = word["word"].lower() if word else ""
    named = next((m for m in layers.mentions if m.chain == body.id), None)
    if named is None or any(d.type == "statement" and d.name("issuer") == body.name for d in state.drafts):
        return []
    end = named.end if named.start >= head.start and named.start - head.end < 160 else head.end
    fills = (
        Fill("issuer", body.name, named.text, Kind.GROUP, named.start, named.end, body.id),
        Fill("medium", medium, medium, Kind.UNKNOWN, head.start, head.end),
    )
    return [Draft("statement.heading", "statement", fills, head.start, end, -1, -1, when=document_date(layers.text))]
