"""What a name seems to name, by its own words, by its neighbours and by the model: weights, settled over a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.entries import fact_line
from allegiance.reading.layout import Paragraph, is_field
from allegiance.reading.runs import LOWER_HEADS, Mention
from allegiance.reading.units import is_operation, is_unit

BODIES = frozenset("army navy police government resistance coalition".split())
"""Common nouns that are names when they stand with a capital inside a sentence: `the Army`."""


_BEFORE: tuple[tuple[re.Pattern[str], Kind, float], ...] = tuple(
    (re.compile(pattern + r"\s*$", re.IGNORECASE), kind, weight)
    for pattern, kind, weight in (
        (r"\b(?:in|at|near|outside|around|across|throughout|inside|to the (?:north|south|east|west) of)(?: the)?", Kind.PLACE, 1.7),
        (r"\b(?:in|into|across|throughout)(?: the)?", Kind.PERSON, -2.0),
        (r"\b(?:swore|swears?|sworn|swearing|voted) in", Kind.PERSON, 4.5),
        (r"\b(?:has|have|had|got|found) (?:a|its|their) new (?:[a-z-]+ ){0,2}[a-z-]+ in", Kind.PERSON, 4.5),
        (r"\b(?:army|regiment|brigade|front|battalion|militia|forces|rebels|fighters|troops|guerrillas|insurgents) (?:had |has |have )?held", Kind.PLACE, 1.1),
        (r"\b(?:towns?|cit(?:y|ies)|villages?|provinces?|districts?|count(?:y|ies)|prefecture|commune|governorates?|municipality|hamlets?|suburbs?|quarters?|neighbou?rhoods?)(?: of)?(?: the)?", Kind.PLACE, 1.6),
        (r"\b(?:towns?|cit(?:y|ies)|villages?|provinces?|districts?|regions?|valleys?|state|agency|county|area|prefecture|sector|commune|governorate|department|port|island|river|hills|streets|residents|municipality|farm|barracks|camp|suburbs?|prison|mines?|garrison|bridges?|airport|airfield|market|roads?|gates?|forests?|mountains?|siege|fall|massacre|battle|bombing|shelling|mayor|governor|prefect|people|inhabitants|merchants|villagers|elders|sultan|bishop|archbishop|north|south|east|west|northeast|northwest|southeast|southwest|outskirts|republic|kingdom|oblast|canton|treaty|accord|agreement|peace|entrance|sites?|wells|caves|valleys|km|kilomet(?:er|re)s|miles) (?:of|from|outside)(?: the)?", Kind.PLACE, 1.9),
        (r"\b(?:entered|retook|retaken|reached|stormed|besieged|travelled to|traveled to|flown to|returned to|road to|outskirts of|born in|native of|took|seized?|seizing|overran|lost|holds?|controls?|controlled|controlling|struck|fled|guarded|burned|torched|looted|evacuated|invaded|occup(?:y|ies|ied|ying)|governs|governed|patrolled|liberated|encircled|surrounded|defended|shelled|bombarded|recaptured|visited|advanced on|marched on|withdrew from|pulled out of|expelled from|patrols?|between)(?: the)?", Kind.PLACE, 1.1),
        (r"\b(?:hails?|hailed|hailing|comes?|came|originally|natives?|exiles?|refugees|migrants?|traders?|merchants?|businessm[ae]n|residents?|people|drivers?|farmers?|teachers?|preachers?|clerics?|cousins?|sons?|imam|villagers|students?|tribesmen|youths|men|man|woman|women|boys?|girls?) from(?: the)?", Kind.PLACE, 1.9),
        (r"\b(?:flee|flees|fled|moved?|moving|went|sent|deported|extradited|transferred|flew|headed|drove|crossed|returned|retreated|withdrew|driven|brought|taken) (?:back )?(?:to|into|for|towards?)", Kind.PLACE, 1.1),
        (r"\b(?:\d\d,? (?:of|from|a native of|born in)|\w+ (?:residents?|natives?|natives) of)(?: the)?", Kind.PLACE, 2.0),
        (r"\bfrom", Kind.PERSON, -0.6),
        (r"\b(?:from|into)(?: the)?", Kind.PLACE, 0.6),
        (r"\b(?:pledged|swore|sworn|pledging|swearing|declared|renewed)[\w' ]{0,20} (?:allegiance|loyalty|fealty|oath|bay'?a\w?) to(?: the)?", Kind.GROUP, 0.7),
        (r"\b(?:joined|joining|joins|join|quit|deserted|left|rejoined) (?:the )?(?:rival )?", Kind.GROUP, 0.9),
        (r"\b(?:joined|joining|joins|join|rejoined|disband(?:ed|s)?|merged? (?:with|into)) (?:the )?(?:rival )?", Kind.GROUP, 0.9),
        (r"\b(?:members?|membership|cadres?|activists?|operatives?|wing|branch|faction|arm|ranks|remnants|elements|affiliates?|splinter|offshoot|cells?|factions|defectors?|supporters|sympathi[sz]ers|chapter|militant|militants|fighter|insurgents?|guerrillas?|rebels|recruits?|agents?|bombers?|legion|front|number two|second-in-command) (?:of|for|with) (?:the )?(?:rival )?", Kind.GROUP, 1.3),
        (r"\b(?:members?|membership|cadres?|offshoot|splinter|wing|branch|faction|affiliate|ranks|chapter|defectors?) (?:of|in|for|with) (?:the )?(?:rival )?", Kind.PERSON, -1.0),
        (r"\b(?:fighters?|members?|militants?|leaders?|commanders?|emirs?|founders?|spokes(?:man|woman|person)|wing|branch|faction|arm|ranks|columns?|remnants|elements|affiliate|splinter|offshoot|chief|head|units?|cell|secretary|secretary-general|chairman|chairwoman|president|treasurer|general secretary|command|leadership|vice-chairman|deputy leader) (?:of|for|with) (?:the )?", Kind.GROUP, 1.6),
        (r"\b(?:troops|forces|gunmen|rebels|soldiers|militiamen|insurgents|fighters|militants) (?:of|from|for|with) (?:the )?", Kind.GROUP, 0.9),
        (r"\b(?:commander|figure|leader|officer|official|member|fighter|militant|colonel|major|captain|general|lieutenant|sergeant|soldier|recruiter|emir|cell|faction|wing|fighters|members|elements) in (?:the )?", Kind.GROUP, 0.6),
        (r"\b(?-i:group|faction|militia|movement|organi[sz]ation|party|gang|cartel|alliance|coalition|rival|outfit|clan|network|umbrella|formation|transnational|breakaway|splinter|banned|outlawed|channel|weekly|daily|newspaper|station|outlet|agency|sites?|website|blog|portal|broadcaster|magazine|radio|newswire|mouthpiece|account|brotherhood|sect|cult|syndicate|tribe|self-styled|so-called|battalion|brigade|guerrilla|charity|company|consortium|bloc|front|wing|arm|branch|affiliate|offshoot|unit|proxy|ally|foe|rebels|insurgents|guerrillas)(?:,| called| known as| named| calling itself| dubbed)? (?:the )?", Kind.GROUP, 2.0),
        (r"\b(?:chief|leader|commander|boss|head|kingpin|treasurer|spokesman), alias [\"']?", Kind.PERSON, 1.5),
        (r"\bunder the name of(?: the)? [\"']?", Kind.GROUP, 0.9),
        (r"\b(?:disintegration|dissolution|disarmament|demobili[sz]ation|disbandment|fragmentation|emergence|strength) of(?: the)?", Kind.GROUP, 1.2),
        (r"\b(?:known (?:only |simply |locally |better )?as|goes by|going by|nicknamed|dubbed) [\"']?", Kind.PERSON, 0.8),
        (r"\bunder the (?:banner|flag|umbrella)(?: of)?(?: the)? [\"']?", Kind.GROUP, 2.0),
        (r"\b(?:clash(?:ed|es|ing)? with|war (?:with|on|against)|alliance with|allied with|affiliated (?:with|to)|truce with|ceasefire with|talks with|loyal to|fought|fights|fighting|belongs? to|belonged to|merger with|rebranded(?: itself)?(?: as)?|renamed(?: itself)?(?: as)?|known collectively as|split from|broke (?:away )?from|breakaway from)(?: the)?", Kind.GROUP, 0.7),
        (r"\b(?:belongs? to|belonged to|affiliated (?:with|to)|rebranded(?: itself)?(?: as)?|renamed itself(?: as)?|split from|broke (?:away )?from|calls? itself|called itself|calling itself|calling themselves|known collectively as|styl(?:es|ed) itself)(?: the)? [\"']?", Kind.GROUP, 1.5),
        (r"\b(?:attack(?:ed|s|ing)|shell(?:ed|s|ing)|bomb(?:ed|s|ing)|raid(?:ed|s|ing)|overran|occupied)", Kind.PLACE, 1.1),
        (r"\b(?:attacks?|raids?|assaults?|offensive|march|advance|strikes?|ambush) on(?: the)?", Kind.PLACE, 1.0),
        (r"\b(?:commands?|commanded|commanding|leads?|led|leading|heads?|headed|heading|co-?founded|founded|chairs?|chaired|runs|ran|disbanded|outlawed|banned|proscribed|funds|funded|finances|financed)(?: the)?", Kind.GROUP, 1.3),
        (r"(?<!by )\b(?:commands|commanded|leads|led|heads|headed|co-?founded|founded|found|launched|chairs|chaired|disbanded|proscribed)(?: the)?", Kind.GROUP, 0.7),
        (r"\b(?:defect(?:ed|ing|s)?|desert(?:ed|ing)?|defection|went over|gone over|cross(?:ed)? over|switched) (?:from|to) (?:the )?(?:rival )?", Kind.GROUP, 1.5),
        (r"\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|jail(?:ed|s|ing)?|sentenc(?:ed|ing)|freed|shot|beheaded|hanged|behead|executed|appointed|appoints|elected|mourned|married|extradited|questioned|interrogated|convicted|acquitted|assassinated|murdered|kidnapped|abducted|wounded|injured|tortured|indicted|pardoned|succeeded|replaced|dismissed|sacked|promoted|tortured|buried|charged)(?: dead)?", Kind.PERSON, 0.9),
        (r"\b(?:commanders?|leader|chief|emir|spokes(?:man|woman|person)|fighter|militant|lawyer|brother|son|nephew|cousin|wife|husband|father|daughter|uncle|aide|deputy|successor|predecessor|lieutenant|founder|president|secretary|treasurer|officer|one|couriers?|members|men|fighters|suspects|prisoners|brothers|sisters|sons|commanders|leaders|emirs|officers|figures|defectors|lawyers?|witness(?:es)?|judge|journalist|detainees?|widow|analyst|researcher|warlord|rebel|politician|preacher|cleric|elder|general|colonel|accomplice|bodyguard|driver|interpreter|doctor|teacher|priest|financier|recruiter|bomb-?maker|the (?:elder|younger)|whom)(?: of the \w+)?(?:,| named| called|:)?", Kind.PERSON, 1.5),
        (r"\b(?:led|headed|commanded|founded|run|signed|chaired|written|financed|presided over) by(?: [\"'])?", Kind.PERSON, 1.0),
    )
)  # fmt: skip


NOT_OF = (
    r"(?:(?!(?:of|in|for|by|from|to|with|and|who|at|the|an?|its|his|her|their|had|has|have|was|were|told|said) )"
    r"(?-i:[a-z])[\w-]* ){0,4}"
)
"""Words that describe what the next one names: not those of a phrase that hangs on another, nor of a verb and its object."""
BODY = (
    r"(?-i:group|militia|faction|movement|organi[sz]ation|alliance|coalition|clan|cartel|gang|party|network|outlet|channel|arm|"
    r"wing|branch|affiliate|offshoot|splinter|breakaway|battalion|brigade|daily|weekly|newspaper|mouthpiece|front|bloc|station|"
    r"broadcaster|website|site|agency|sect|cult|society|body|tribe|commando|cell|guerrilla|insurgency|guerrillas|rebels|company|"
    r"brotherhood|syndicate|association|council|union|federation|newsletter|charity|outfit|group of|army|force|unit|regiment|"
    r"magazine|umbrella|platform|institution|paramilitaries|squad|confederation|caliphate|emirate|junta|regime|committee)"
)
_AFTER: tuple[tuple[re.Pattern[str], Kind, float], ...] = tuple(
    (re.compile(r"^\s*" + pattern, re.IGNORECASE), kind, weight)
    for pattern, kind, weight in (
        (r"(?:provinces?|districts?|city|town|village|valley|region|governorate|department|county|island|river|mountains?|airport|bridge|port|forest|hills|plain|checkpoint|crossing|barracks|base|camp|prison|refinery|oilfield|area|airfield|border|state|massif|gate|mosque|church|hospital|road|highway|plateau|highlands|lowlands|desert|gorge|pass|dam|plant|junction|market|suburb|neighbou?rhood|quarter|cathedral|university|peninsula|coast|enclave|archipelago|municipality|prefecture|commune|oasis|sector|delta|creek|bay|lake|farm|mine|cemetery|street|square)\b", Kind.PLACE, 2.0),
        (r"(?:fighters?|militants?|rebels?|guerrillas?|commanders?|leaders?|members?|spokes(?:man|woman|person)|insurgents|gunmen|troops|forces|positions?|stronghold|militia|faction|loyalists|emirs?|chief|network|cell|convoy|soldiers|leadership|militiam[ae]n|vigilantes?|jihadists?|youths|commandos?|gang|cartel|group|movement|affiliate|splinter|supporters|sympathi[sz]ers|cadres?|defectors|remnants|operatives?|recruiters?|suspects?|headquarters|hideout|secretary|treasurer|founder|recruits|prisoners|activists?|warlord|detainees)\b", Kind.GROUP, 1.8),
        (r"(?:man|woman|couple|teenager|native|residents?|court|jail|police station|stadium)\b", Kind.PLACE, 1.5),
        (r"(?:negotiators?|representatives?|delegation|sources|officials?|agents?|officers?|patrol|tribesmen)\b", Kind.GROUP, 0.8),
        (r"(?:government|regime|administration|family|dynasty|brothers|presidency)\b", Kind.PERSON, 0.8),
        (r"'s? (?:fighters?|militants?|members?|leadership|ranks|branch|wing|media arm|central|convoy|positions|founder|political wing|military wing|armed wing|spokes(?:man|woman|person)|headquarters|central committee|general secretary|secretary-general)\b", Kind.GROUP, 1.4),
        (r"'s? (?:commanders?|leaders?|emirs?)\b", Kind.GROUP, 0.8),
        (r"'s (?:men|brother|death|arrest|son|deputy|capture|killing|lawyer|family|successor|predecessor|wife|followers|loyalists|defection|body|house|home|widow|nephew|cousin|father|uncle|bodyguards?|driver|trial|extradition|office|aides?|supporters|rival|faction|gang|people|group|forces|troops|fighters)\b", Kind.PERSON, 1.2),
        (r"'s (?:place|stead|shoes|absence|custody|captivity|footsteps|honour|honor)\b", Kind.PERSON, 3.0),
        (r"claimed (?:responsibility|the|it\b|that it|two|three|four|both)\b", Kind.GROUP, 1.0),
        (r"(?:merged|disbanded|split (?:in|into|from|up)|was (?:formed|founded|dissolved|proscribed|outlawed|banned)|broke up|rebranded|said it\b|said its\b|(?:said )?in a (?:statement|communiqu[eé]))", Kind.GROUP, 1.5),
        (r"(?:,| is| was| are| were|, which (?:is|was)|, long)(?: now| once| then)? (?:an? |the |its |their |one of the |part of the )?" + NOT_OF + BODY + r"\b(?! (?:members?|leaders?|commanders?|chiefs?|heads?|fighters?|officials?|officers?|secretary|spokes\w+)\b)(?!'s| (?:said|says|told|had|has|was|were|is|are|claimed|announced|denied)\b)", Kind.GROUP, 1.8),
        (r",? or (?:the )?[A-Z]{2,6}\b", Kind.GROUP, 1.0),
        (r"(?:said|told|denied|vowed|insisted|added|recalled|replied|was born(?! (?:of|out))|himself|herself)\b", Kind.PERSON, 0.4),
        (r"(?:was born(?! (?:of|out))|is dead|died\b|was (?:arrested|killed|shot|jailed|hanged|sentenced|appointed|named|elected|married|wounded|extradited|detained|freed|executed|assassinated|buried|replaced|succeeded|convicted)|surrendered|has been (?:arrested|killed|named|appointed|jailed)|(?:fled|escaped) (?:to|from)|(?:,|and) (?:his|her)\b|resigned)", Kind.PERSON, 0.9),
        (r",? (?:aged )?\d\d(?:,|-year)", Kind.PERSON, 3.0),
        (r",? (?:also known as|alias|aka|nom de guerre|better known|nicknamed)\b", Kind.PERSON, 0.8),
        (r",? who(?:m|se)?\b", Kind.PERSON, 1.2),
        (r",? which\b", Kind.PERSON, -0.8),
        (r",? (?:was|were|is|has been) (?:an? |the )?(?:raised|founded|formed|established|set up|created|disbanded|dissolved|outlawed|banned|composed)\b", Kind.GROUP, 2.0),
        (r",? which (?:has|had|is|was|claims?|claimed|operates|controls|emerged)\b", Kind.GROUP, 0.8),
        (r",? (?:an? |the |its |their |his |her )?(?:\w+[ -]){0,4}(?:commander|leader|emir|spokes(?:man|woman|person)|founder|fighter|chief|deputy|brother|lawyer|governor|colonel|general)\b", Kind.PERSON, 1.4),
    )
)  # fmt: skip


TITLED = re.compile(r"(?P<title>[^\W\d]+)\.?,? [\"']$")
"""The word before a quoted name: `Commander "Leopard"`."""
FEDERAL = re.compile(
    r"(?!Islamic|Free|New|Independent|Secular|United|Deep|Jewish|Socialist)(?:[A-Z][\w'-]+ ){1,2}States?"
)
"""A federal state's name: `Borno State`, unlike a body that calls itself a state."""
WILAYAT = re.compile(r"[WV]ilay(?:at|ah|a|et)\b")


Ballot = list[tuple[Kind, float]]


def votes_for(paragraph: Paragraph, mention: Mention) -> tuple[tuple[Kind, float], ...]:
    """What the words and their neighbours suggest that the name names, as weights by kind."""
    return _summed([*_own_words(paragraph, mention), *_neighbours(paragraph, mention)])


def _summed(votes: Ballot) -> tuple[tuple[Kind, float], ...]:
    tally: dict[Kind, float] = {}
    for kind, weight in votes:
        tally[kind] = tally.get(kind, 0.0) + weight
    return tuple(tally.items())


_NAME = r"(?:(?:[a-z]{1,3}[-'])?[A-Z][\w'-]*|al|el|de|del|la|bin|ag|of|the)"
LISTED = re.compile(
    r",? (?:and|or|then) (?:the |in |at |near |from )?|,? & |"
    rf", (?=(?:{_NAME}(?: {_NAME}){{0,4}}, ){{0,6}}{_NAME}(?: {_NAME}){{0,4}},? and (?:the )?{_NAME})"
)
"""What stands between two names of a list; a comma alone only where more names and `and` come."""


IN_BOX = {"alliance": Kind.GROUP, "rivalry": Kind.GROUP, "affiliation": Kind.GROUP, "presence": Kind.PLACE}
"""What stands behind the keys of a box of facts."""


def in_boxes(parts: Sequence[Paragraph], found: Sequence[Mention]) -> list[Mention]:
    """Let a box of facts tell what its heading names, and what stands behind its keys; headings of one kind are alike."""
    heads: list[tuple[int, bool]] = []
    told: dict[int, Kind] = {}
    for index, part in enumerate(parts):
        fact = fact_line().match(part.clean) if part.kind == "bullet" else None
        kind = next((k for use, k in IN_BOX.items() if fact and fact[use]), None)
        inside = [(i, m) for i, m in enumerate(found) if part.start <= m.start < part.end]
        if kind is not None:
            told.update({i: kind for i, m in inside if not m.country})
        whole = [i for i, m in inside if part.kind in ("heading", "headline") and m.text == part.clean.strip()]
        if whole:
            after = parts[index + 1] if index + 1 < len(parts) else part
            boxed = after.kind == "bullet" and is_field(after.clean)
            heads.append((whole[0], boxed or names.has_group_word(found[whole[0]].text)))
    if len(heads) > 1 and sum(sure for _, sure in heads) * 2 >= len(heads):
        told.update({i: Kind.GROUP for i, _ in heads})
    return [
        replace(m, votes=_summed([*m.votes, (told[i], 2.5)])) if i in told and not m.register else m
        for i, m in enumerate(found)
    ]


def along_lists(paragraph: Paragraph, found: Sequence[Mention]) -> list[Mention]:
    """Let what stands before a list's first name tell of the others too: `entered Tell Dara, Bir Hamid and Kosso`."""
    out: list[Mention] = []
    for mention in found:
        if out:
            left = out[-1]
            gap = paragraph.clean[left.end - paragraph.start :][: mention.start - left.end + 60]
            match = LISTED.match(gap)
            apart = LEAVING.match(paragraph.clean, mention.end - paragraph.start) and looks_personal(mention)
            tells = gap.startswith(", and") and FINITE.match(paragraph.clean, mention.end - paragraph.start)
            if (
                match
                and match.end() == mention.start - left.end
                and not (mention.rank or mention.office or apart or tells)
            ):
                lent = tuple((k, 0.8 * w) for k, w in left.before)
                if gap.startswith(",") and MEN_OF.search(paragraph.clean[: left.start - paragraph.start][-90:]):
                    lent = ((Kind.PERSON, 1.5),)
                own = mention.before
                if lent and not own:
                    mention = replace(mention, before=lent, votes=_summed([*mention.votes, *lent]))
        out.append(mention)
    return out


MEN_OF = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|other|both)\b[\w' -]{0,40}\b(?:members|cadres|fighters|"
    r"commanders|lieutenants|officers|leaders|founders|men|militants|emirs|rebels|deputies|guerrillas|soldiers|"
    r"defectors|captains|operatives|spokesmen) (?:of|from|in) (?:the )?$",
    re.IGNORECASE,
)
"""Before a body's name, what makes names behind it those of its men: `two cadres of the Front, A and B`."""
FINITE = re.compile(r" (?:is|was|has|had|said|told|took|became|joined|left|fled|remains|leads|led) ")
"""What makes a name behind `, and` the subject of a clause of its own: `active in A, and [B] is presumed dead`."""
LEAVING = re.compile(r" (?:from|in|at|to|of) ")
"""What begins a clause of its own behind a man's name: `A hails from B and [Jamil Sattar] from C`."""


def votes_before(paragraph: Paragraph, mention: Mention) -> tuple[tuple[Kind, float], ...]:
    """What the words before the name suggest."""
    start, end = mention.start - paragraph.start, mention.end - paragraph.start
    ahead = paragraph.clean[max(0, start - 60) : start]
    owned = paragraph.clean[end : end + 3] == "'s "
    return tuple((k, w) for pattern, k, w in _BEFORE if not (owned and k is Kind.PLACE) and pattern.search(ahead))


def looks_personal(mention: Mention) -> bool:
    """Whether the name is shaped as a person's: two to four capitalised words, none of them a group's or a place's."""
    words = [w for w in mention.text.split() if not w.islower() and not re.fullmatch(r"[IVX]+", w)]
    if not 2 <= len(words) <= 5 or names.has_group_word(mention.text) or mention.country or mention.register:
        return False
    first = words[0].lower()
    if first in lexicon.naming().terrain | lexicon.naming().terrain_too | ARTICLES or _outlet(words):
        return False
    return all(w[0].isupper() or w.lower() in names.PARTICLES or "-" in w for w in words) and not _many(words[-1])


ARTICLES = frozenset("el la los las le les o os a as".split())
"""Articles with which nicknames, towns and gangs begin, and no man's own name."""


def _outlet(words: Sequence[str]) -> bool:
    """Whether a name is shaped as a newspaper's or a station's: `Horizon News`, `Radio Mapinga`."""
    outlets = lexicon.naming().outlets
    return len(words) > 1 and (words[0].lower() in outlets or words[-1].lower() in outlets)


def _many(word: str) -> bool:
    """Whether a word looks like an English plural (`Wolves`, `Eagles`), as no single person's name does."""
    plural = re.search(r"(?:[^aeiousy']|[aeo]e|[vtlrnk]e|ie|[aeo]y)s$", word)
    return len(word) > 3 and word.isascii() and bool(plural)


def _own_words(paragraph: Paragraph, mention: Mention) -> Ballot:
    """Titles, kunyas, nicknames, words that groups are called by, acronyms, and what the register says."""
    votes: Ballot = []
    if mention.known is not Kind.UNKNOWN:
        votes.append((mention.known, 12.0))
    if mention.rank or mention.office:
        votes.append((Kind.PERSON, 4.0))
    titled = TITLED.search(paragraph.clean[: mention.start - paragraph.start])
    if titled and titled.group("title").lower() in names.TITLES:
        votes.append((Kind.PERSON, 4.0))
    if names.has_kunya(mention.name) or mention.nick:
        mother = mention.name.lower().startswith(("um ", "umm ", "oum "))
        votes.append((Kind.PERSON, 0.6 if mother else 2.5))
    if WILAYAT.match(mention.text):
        owned = paragraph.clean[: mention.start - paragraph.start].endswith("'s ")
        votes.append((Kind.GROUP, 40.0 if owned else 6.0))
    elif FEDERAL.fullmatch(mention.text):
        votes += [(Kind.PLACE, 4.0), (Kind.PERSON, -1.0)]
    elif is_unit(mention.text):
        votes += [(Kind.GROUP, 4.0), (Kind.PERSON, -1.0)]
    elif is_operation(mention.text):
        votes += [(Kind.GROUP, 1.0), (Kind.PERSON, -2.0)]
    elif names.has_group_word(mention.text) and not mention.rank:
        votes.append((Kind.GROUP, 3.0))
    elif names.is_acronym(re.sub(r" ?\(.+\)$", "", mention.text)) and not mention.country:
        votes.append((Kind.GROUP, 2.5))
    if looks_personal(mention):
        votes.append((Kind.PERSON, 0.7))
    if re.match(r"[A-Z]{2,}-[A-Z]", mention.text):
        votes.append((Kind.GROUP, 2.0))
    if not mention.rank and not mention.register:
        votes += _shape(mention.text.split())
    return votes


def _shape(words: Sequence[str]) -> Ballot:
    """What a name's first and last words tell: given names, outlets, terrain and sites."""
    if len(words) < 2:
        return []
    votes: Ballot = [(Kind.PERSON, -1.0), (Kind.GROUP, 0.8)] if "of" in words[1:-1] else []
    if words[0] in ("Los", "Las") and _many(words[-1]):
        votes.append((Kind.GROUP, 0.8))
    if words[-1].isdigit():
        site = words[0].lower() in lexicon.naming().sites
        votes += [(Kind.PERSON, -2.0), (Kind.PLACE if site else Kind.GROUP, 0.8)]
    if words[-1] in LOWER_HEADS:
        votes += [(Kind.GROUP, 2.0), (Kind.PERSON, -1.0)]
    first, last = words[0].lower(), words[-1].lower()
    whole = names.has_group_word(" ".join(words))
    given = (first.split("-")[0] in lexicon.naming().given or first in names.ABDS) and not whole
    if names.has_father(words) and not whole:
        votes.append((Kind.PERSON, 3.0))
    if given:
        votes.append((Kind.PERSON, 1.5))
    elif not whole and any(w[0].isupper() and w.lower() in lexicon.naming().romance for w in words):
        votes += [(Kind.GROUP, 1.5), (Kind.PERSON, -0.7)]
    if _outlet(words):
        votes += [(Kind.GROUP, 2.5), (Kind.PERSON, -1.0)]
    elif last == "region" and words[-2] == "Military":
        votes.append((Kind.GROUP, 2.0))
    elif last in lexicon.naming().sites and "of" not in words:
        votes += [(Kind.PLACE, 2.5), (Kind.PERSON, -1.0)]
    elif not whole and first in lexicon.naming().terrain:
        votes += [(Kind.PLACE, 2.2), (Kind.PERSON, -1.0)]
    elif not whole and first in lexicon.naming().terrain_too:
        votes.append((Kind.PLACE, 0.5))
    return votes


HOLDER_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne) (?:[a-z-]+ ){0,2}(?:spokes(?:man|woman|person)|commander|leader|chief|deputy|emir|head"
    r"|secretary|treasurer|representative|official|member|founder|lawyer|fighter) (?:for|of|in|from) (?:the )?"
    r"[A-Z][^,.;:()]{2,40}, $"
)
"""What makes a name between commas that of a man: `A spokesman for the Front, Azad Haddu, said`."""
OWNED = re.compile(r"'s ([A-Z][\w'-]+) [A-Z]")
"""A man's whole name behind that of the body which he is of: `Seleka's Noureddine Adam`."""


def _neighbours(paragraph: Paragraph, mention: Mention) -> Ballot:
    """The words before and behind the name."""
    start, end = mention.start - paragraph.start, mention.end - paragraph.start
    ahead, after = paragraph.clean[max(0, start - 60) : start], paragraph.clean[end : end + 60]
    votes = [*mention.before, *((k, w) for pattern, k, w in _AFTER if pattern.search(after))]
    if after.startswith(", ") and looks_personal(mention) and HOLDER_OF.search(ahead):
        votes.append((Kind.PERSON, 2.0))
    owned = OWNED.match(after)
    if owned and owned[1].lower() in lexicon.naming().given and not looks_personal(mention):
        votes.append((Kind.GROUP, 0.9))
    if ahead.lower().endswith("the ") and not mention.country:
        alone = not re.match(r" (?!and|or|in|of|at|to|on|by|for|from|with|who|which|that)[a-z]{3,}(?<!ed)\b", after)
        many = _many(mention.text.split()[-1])
        votes += [(Kind.PERSON, -1.0), (Kind.GROUP, 1.2 if many else 0.7 if alone else 0.5)]
    return votes
