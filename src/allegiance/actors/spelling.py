"""Spellings of one name: the folds under which two romanisations are held to be the same name.

Only folds that a reader would grant at sight stand here: the common spellings of common names, doubled letters, `ou`
and `oo` for `u`, `ee` for `i`, `y` for `i`, `q` and `kh` for `k`, `gh` for `g`, `dj` for `j`, a final `h` after `a`,
and the ways in which `Abd al-`, `-ullah` and `al-Din` are written together or apart. Vowels are not dropped and no
letters change places: `Salim` is not `Salama`, and `Khalid Mansoor` is not `Mansoor Khalid`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from allegiance.names import ABDS, key

_SPELLINGS = """
muhammad mohammed mohamed mohammad muhammed mohamad muhamed mohamet mahomed muhamad
ahmad ahmed ahmet achmad
mahmud mahmoud mahmood mehmood mehmud
khalid khaled khaleed
yusuf yousef youssef yusif yousuf yusef yusof
umar omar omer
usama osama ousama
uthman othman osman usman ousmane
hussain hussein husain husayn hussayn husein hosein hossein houssein huseyn hussien
hassan hasan hassane
said saeed saed saeid sayeed saïd
qasim qasem qassim qassem kasim kassem kasem gasim
yahya yahia yehia yihya
ibrahim ebrahim ibraheem
ismail esmail ismael ismaeel
sulaiman suleiman solaiman sulayman soleiman sulaymon
salih saleh
suleimani soleimani sulaimani solaimani soleymani
nasir nasser naser nassir
rashid rasheed rachid rashed
hamid hameed
khadim khadem
rauf raouf raoof rawuf
zaid zayd zeid
bakr bakar bekr bacar
yaqub yaqoub yakub yaqoob jaqub
jafar jaafar djafar
mustafa mustapha moustafa mostafa mustafo
musa mousa moussa moosa
isa issa eesa eissa
ali aly
nur noor nour
aziz azeez
karim kareem
amin ameen
abdullah abdallah abdulla abdellah abdoulaye
iyad eyad
ayman aiman aymen
qaida qaeda qaidah qaidat kaida
tehrik tehreek tahrik tahreek tehrek
jaish jaysh jeish jaych
jamaat jamaah jamaa jemaah jamaatu djamaat jamat
katibat katiba khatiba katibah
harakat harkat haraka harakah haraket
khorasan khurasan khorassan khurosan
wilayat wilayah wilaya vilayat
taiba toiba tayyiba taibah tayyaba tayyeba
sharia shariah charia shariat
hizbullah hezbollah hizballah hizbollah
mujahidin mujahideen mujahedin mujahedeen moudjahidine
nusra nusrah nosra
organization organisation
defense defence
center centre
labor labour
mobilization mobilisation
armored armoured
neighborhood neighbourhood
turkistan turkestan
baluchistan balochistan
baluch baloch
luhansk lugansk
assam asom
"""


def _table() -> dict[str, str]:
    return {word: line.split()[0] for line in _SPELLINGS.split("\n") for word in line.split()}


_KNOWN = _table()
_FOLDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"dzh|dj", "j"),
        (r"kh|q", "k"),
        (r"gh", "g"),
        (r"aou|aw", "au"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"[ae]y(?=[^aeiou]|$)|ei", "ai"),
        (r"(?<=[^aeiou])y|y(?=[^aeiou])", "i"),
        (r"(?<=a)h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_DIN = re.compile(r"^(.{2,}?)(?:[aeu]d|[ue])?-?d+(?:in|een|ine|iin)$")
_IZAFE = frozenset({"e", "i", "o", "ye", "yi"})


@lru_cache(maxsize=1 << 16)
def spelling(name: str) -> str:
    """The form that the granted spellings of one name share. Equal keys always give equal spellings."""
    words = _joined(key(name).split())
    return " ".join(_folded(word) for word in words)


@lru_cache(maxsize=1 << 16)
def one_spelling(word: str) -> str:
    """As `spelling`, of one word in lower-case letters."""
    return _folded(word)


def _joined(words: list[str]) -> list[str]:
    """Words with `abd`, `ullah` and `din` joined to what they belong to."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in ABDS:
            out[-1] = "abd" + word.removeprefix("r") if word.startswith("rr") else "abd" + word
        elif out and word in ("ullah", "allah", "ulla", "olah", "ollah") and out[-1] != "abd":
            out[-1] += "ullah"
        elif out and word in ("din", "deen", "dine", "eddin", "uddin", "eddine", "uddeen"):
            out[-1] += "din"
        else:
            out.append(word)
    return out


def _folded(word: str) -> str:
    if word in _KNOWN:
        word = _KNOWN[word]
    elif word.isascii():
        word = _whole(word)
    for pattern, into in _FOLDS:
        word = pattern.sub(into, word)
    return word


def _whole(word: str) -> str:
    """One way of writing a name made of several: `Abdelkarim`, `Rahmatullah`, `Nuruddin`."""
    start = re.match(r"abd(?:[uea]l|oul|[ui]r(?=r)|[ui]s(?=s))(?=.{3})", word)
    if start and word not in ("abdullah", "abdallah"):
        rest = word[start.end() :]
        return "abd" + _KNOWN.get(rest, rest)
    if word.endswith(("olah", "ollah", "oullah", "ulla")) and len(word) > 6:
        return re.sub(r"(?:ollah|olah|oullah|ulla)$", "ullah", word)
    found = (
        _DIN.match(word)
        if len(word) > 6 and word.endswith(("ddin", "ddeen", "ddine", "udin", "adin", "edin"))
        else None
    )
    if found:
        return _KNOWN.get(found[1], found[1]) + "din"
    return word


@lru_cache(maxsize=1 << 14)
def group_spelling(name: str) -> str:
    """As `spelling`, for groups: the small words that tie a Persian or Arabic name (`-e-`, `-i-`) are dropped too."""
    words = key(name).split()
    kept = [word for word in words if word not in _IZAFE]
    return " ".join(_folded(word) for word in _joined(kept or words))
