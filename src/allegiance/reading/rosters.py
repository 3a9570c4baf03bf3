"""Posts that layout tells: `Leader: Idris Baro` in a box of facts, `- Idris Baro, president` in a list of officers.

Such lines have no verb and often no stop, so that no parser reads them. A line gives a post only where others like it
stand beside it or its heading is a body's name, and only where the text settles whose posts they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegiance.model import Kind, Phase
from allegiance.reading import boxes, lexicon
from allegiance.reading.draft import Draft
from allegiance.reading.entries import is_fact
from allegiance.reading.filling import Fill
from allegiance.reading.layout import Paragraph, is_field
from allegiance.reading.referents import GENERIC_GROUPS
from allegiance.reading.runs import Mention
from allegiance.reading.state import State
from allegiance.reading.topics import topic_of

WORDS = r"[A-Za-z][\w'/-]*(?: (?:[\w'/-]+)){0,6}?"
KEY = re.compile(rf"(?:^|(?<=[.;] )|(?<=\n))\s*(?:[-*•] ?)?(?P<role>{WORDS})(?::| -{{1,2}}) +(?=\S)")
"""A post and its holder's name behind a colon or a dash: `Deputy leader: …`."""
BEHIND = re.compile(
    rf"(?:,| -{{1,2}}|:) +(?P<role>(?:the |its |an? )?{WORDS})(?P<end> *(?:[.,;]|$)| since | until | from )"
)
"""A post behind its holder's name: `…, president`."""
VERBAL = frozenset(
    "has have had is are was were be lost named includes include including killed led by who that".split()
)
"""What makes words before a colon a sentence, and no post."""
OF = re.compile(r" (?:of|for|in|at|on) ")
SINCE = re.compile(r"\b(?P<word>since|from|until|till) (?P<year>(?:19|20)\d\d)\b")
LISTING = frozenset(
    "leadership command committee council executive leaders commanders officers members officials structure roster "
    "team politburo secretariat hierarchy staff board cabinet bureau shura posts following".split()
)
"""What an introduction says is listed below it."""
PARTS = frozenset("council committee bureau commission board secretariat politburo shura staff wing assembly".split())
"""What a body has of its own, whose head is an officer of the body: `chairman of the executive council`."""
REACH = 12
"""How many lines a list may have between its introduction and one of its lines."""


def told(state: State) -> None:
    """Add the posts that a document's lists and boxes of facts tell."""
    parts = state.layers.paragraphs
    rows = [list(_lines(part, state)) for part in parts]
    for index, part in enumerate(parts):
        fact = part.kind != "body" and is_fact(part.clean)
        if not (rows[index] or fact) or not (_among_others(rows, parts, index) or _headed(part, state)):
            continue
        group = _whose(state, index, rows)
        if fact:
            boxes.told(state, index, group)
        for person, role, start, end in rows[index]:
            _add(state, person, role, group, (start, end))


Row = tuple[Mention, str, int, int]


def _lines(part: Paragraph, state: State) -> Iterator[Row]:
    """The posts that a paragraph tells by its layout: holder, words of the post, and the range that says it."""
    inside = {m.start: m for m in state.layers.mentions if part.start <= m.start < part.end and m.kind is Kind.PERSON}
    if not inside:
        return
    found = False
    for match in KEY.finditer(part.clean):
        role, at = _role(match["role"]), part.start + match.end()
        if role and at in inside:
            found = True
            yield from (
                (m, role, part.start + match.start("role"), m.end) for m in _list(inside, at, part, match["role"])
            )
    lead = part.start + len(part.clean) - len(part.clean.lstrip())
    first = inside.get(lead)
    if first is None or found:
        return
    behind = BEHIND.match(part.clean, first.end - part.start)
    role = _role(behind["role"]) if behind is not None else ""
    if behind is not None and role and not _goes_on(part, behind):
        yield first, role, first.start, part.start + behind.end("role")


def _goes_on(part: Paragraph, match: re.Match[str]) -> bool:
    """Whether a line has a sentence behind the post: `Idris Baro, president of the Front, fled` is no entry."""
    rest = part.clean[match.end() :].split(".")[0]
    return match["end"].strip() == "," and len(rest.split()) > 3


def _list(inside: dict[int, Mention], at: int, part: Paragraph, key: str) -> list[Mention]:
    """The holders behind a key: one, or several behind a plural."""
    out = [inside[at]]
    if not key.lower().split()[-1].endswith("s"):
        return out
    for mention in sorted(inside.values(), key=lambda m: m.start):
        gap = part.clean[out[-1].end - part.start : mention.start - part.start]
        if mention.start > at and re.fullmatch(r"(?:,| and|, and|;) ", gap):
            out.append(mention)
    return out


def _role(words: str) -> str:
    """The words of a post, lower case, without article; empty where they name none."""
    plain = re.sub(r"^(?:the|its|an?|new|current) ", "", words.strip().lower())
    head = OF.split(f"{plain} ")[0].split()
    nouns = lexicon.nouns().posts
    if not head:
        return ""
    last = head[-1]
    if VERBAL & set(head):
        return ""  # `The Front has lost three leaders: …`.
    one = last if last in nouns else last.removesuffix("s") if last.endswith("s") else ""
    if one not in nouns or one in ("general", "colonel", "captain", "major", "king", "prince", "pope", "sheikh"):
        return ""
    return " ".join([*head[:-1], one]) + plain[len(" ".join(head)) :].rstrip()


def _among_others(rows: Sequence[Sequence[Row]], parts: Sequence[Paragraph], index: int) -> bool:
    """Whether lines of the same make stand beside: other posts, or other facts of a box."""
    if len(rows[index]) > 1:
        return True
    beside = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(parts)]
    return any(rows[i] or is_field(parts[i].clean) for i in beside)


def _headed(part: Paragraph, state: State) -> bool:
    return topic_of(part, state) >= 0 and part.kind in ("bullet", "heading")


def _whose(state: State, index: int, rows: Sequence[Sequence[Row]]) -> int:
    """The body whose posts a line tells: the list's introduction says so, its heading, the title, or the whole text."""
    parts = state.layers.paragraphs
    for back in range(index - 1, max(-1, index - REACH), -1):
        if rows[back] or is_field(parts[back].clean) or parts[back].kind == "bullet":
            continue
        introduced = _introduced(parts[back], state)
        if introduced >= 0:
            return introduced
        break
    topic = topic_of(parts[index], state)
    if topic >= 0:
        return topic
    titles = [_bodies(p, state) for p in parts[:2] if p.kind == "headline"]
    return titles[0][0] if titles and len(titles[0]) == 1 else state.discourse.seen.prominent.main()


def _introduced(part: Paragraph, state: State) -> int:
    """The body whose list a paragraph opens: the one that it names, or the one that it ends with; or -1."""
    clean = part.clean.rstrip(" .:")
    words = set(re.findall(r"[a-z]+", clean.lower()))
    bodies = _bodies(part, state)
    if (part.clean.rstrip().endswith(":") or words & LISTING) and len(bodies) == 1:
        return bodies[0]
    last = [m for m in state.layers.mentions if m.end == part.start + len(clean) and m.kind is Kind.GROUP]
    return last[0].chain if last and not last[0].country else -1


def _bodies(part: Paragraph, state: State) -> list[int]:
    chains = [m.chain for m in state.layers.mentions if part.start <= m.start < part.end and m.kind is Kind.GROUP]
    return [c for c in dict.fromkeys(chains) if not state.layers.chains.chains[c].country]


def _add(state: State, person: Mention, role: str, group: int, span: tuple[int, int]) -> None:
    chains = state.layers.chains.chains
    named = [m for m in state.layers.mentions if span[0] <= m.start < span[1] and m.kind is Kind.GROUP]
    if len(named) == 1:
        group = named[0].chain
        role = OF.split(role)[0]
    elsewhere = re.search(r" (?:of|for|in|at) (?:the|an?|its|his|her) (?:[\w-]+ )*?([\w-]+)$", role)
    if elsewhere and not named and elsewhere[1] not in GENERIC_GROUPS | PARTS:
        return  # `leader of the choir`.
    if group < 0 or chains[group].kind is not Kind.GROUP or chains[person.chain].kind is not Kind.PERSON:
        return
    body, who = chains[group], chains[person.chain]
    fills = (
        Fill("person", who.name, person.text, Kind.PERSON, person.start, person.end, who.id, rank=person.rank),
        Fill("group", body.name, body.name, Kind.GROUP, span[0], span[1], body.id),
        Fill("role", role, role, Kind.UNKNOWN, span[0], span[1]),
    )
    former = bool(re.match(r"(?:former|ex-|late|previous)\b", role))
    role = re.sub(r"^(?:former|ex-|late|previous) ?", "", role)
    behind = state.layers.text[span[1] : span[1] + 40].split("\n")[0].split(".")[0]
    dated = SINCE.search(behind)
    ended = dated is not None and dated["word"] in ("until", "till")
    when = "" if dated is None else f"../{dated['year']}" if ended else f"{dated['year']}/.."
    phase = Phase.FORMER if former or ended else Phase.CURRENT
    state.drafts.append(
        Draft("post.roster", "post", fills, span[0], span[1], -1, -1, phase=phase, when=when, described=True)
    )
