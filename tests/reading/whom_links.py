"""Links of one text as its claims show them: who fills a role by a pronoun, a description, or nothing said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from allegiance.model import Claim
from reading.lines import bare

ASKED = re.compile(r"=(?P<known>!*) (?P<type>\w+)(?:\((?P<of>[^)]+)\))?\.(?P<role>\w+) = (?P<want>.+)")


@dataclass(frozen=True, slots=True)
class Link:
    """One link that a text settles or leaves open: `post(Samir Haddu).group = Northern Front`, or `?` for nobody.

    Several names after commas are all of them; `?` among them allows nobody as well. `known` is `!` for a link that is
    not made yet, `!!` for one that is made to somebody else.
    """

    text: str
    name: str
    type: str
    of: str
    role: str
    want: frozenset[str]
    known: str


def links(file: Path) -> list[Link]:
    """The links of a file of texts, in order."""
    out: list[Link] = []
    for block in re.split(r"\n(?=# )", file.read_text("utf-8").strip()):
        head, *rest = block.splitlines()
        text = "\n".join(line for line in rest if not line.startswith("="))
        for line in rest:
            found = ASKED.fullmatch(line)
            if found:
                want = frozenset(n.strip() for n in found["want"].split(", "))
                out.append(Link(text, head[2:], found["type"], found["of"] or "", found["role"], want, found["known"]))
    return out


def said(link: Link, claims: list[Claim]) -> frozenset[str]:
    """Those whom the claims of a text put in the role that a link asks about."""
    out: set[str] = set()
    for claim in claims:
        if claim.type == link.type and (not link.of or bare(claim.roles[0].name) == link.of):
            out.update(bare(f.name) for f in claim.roles if f.role == link.role)
    return frozenset(out)


def judged(link: Link, claims: list[Claim]) -> str:
    """`right`, `wrong` (somebody who is not meant) or `missing` (nobody, where somebody is meant)."""
    got, want = said(link, claims), link.want - {"?"}
    if got - link.want:
        return "wrong"
    return "right" if got == want or "?" in link.want else "missing"
