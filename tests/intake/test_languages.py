import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.intake.languages import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said on Tuesday that Colonel Idris Baro had left the Northern Front.", "en"),
        ("Idris Baro left the Northern Front.", "en"),
        ("Khadim was killed", "en"),
        ("Les rebelles ont attaqué la ville", "fr"),
        ("Los rebeldes atacaron la ciudad", "es"),
        ("Al-Shabaab oo weerar ku qaaday", "so"),
        ("Боевики атаковали город и убили командира, заявил представитель армии.", "ru"),
        ("قتل زعيم الجماعة في غارة", "ar"),
        ("حافظ سعید خان نے کہا", "ur"),
        ("ڈیرہ", "ur"),
        ("د طالبانو مشر ووژل شو", "ps"),
        ("ښار", "ps"),
        ("د خراسان والي", "ps"),
        ("رهبر گروه کشته شد", "fa"),
        ("جঙ্গি গোষ্ঠী", "bn"),
        ("জঙ্গি", "bn"),
        ("জংগী সংগঠনৰ নেতা", "as"),
    ],
)
def test_a_language_is_told_by_script_letters_and_words(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أعلن الجيش أن قائد الجماعة قُتل في غارة جوية على بلدة شمال البلاد يوم الثلاثاء. ", "ar"),
        ("فوج نے کہا ہے کہ گروہ کے کمانڈر کو منگل کے روز شمالی علاقے میں ہلاک کر دیا گیا۔ ", "ur"),
        ("ارتش اعلام کرد که فرمانده این گروه روز سه‌شنبه در حمله‌ای هوایی در شمال کشور کشته شد. ", "fa"),
        ("پوځ وویل چې د ډلې مشر د سه شنبې په ورځ د هېواد په شمال کې په هوايي برید کې ووژل شو. ", "ps"),
    ],
)
def test_a_long_text_in_arabic_script_is_told_by_its_words(text: str, language: str) -> None:
    assert identify(text * 10) == language


@pytest.mark.parametrize("text", ["", "123 456", "— …", "Hafiz Dolat Khan, Kurram"])
def test_what_cannot_be_told_is_left_empty(text: str) -> None:
    assert identify(text) == ""


def test_a_quotation_does_not_change_the_language_of_a_text() -> None:
    text = "The group, which is called تحریک طالبان پاکستان by its members, said that its leader was dead."
    assert identify(text) == "en"


@given(st.text())
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    assert identify(text) == "" or (identify(text).isalpha() and len(identify(text)) == 2)


def test_importing_intake_loads_no_heavy_library() -> None:
    heavy = "pydantic numpy py3langid trafilatura htmldate lxml pypdfium2 charset_normalizer subprocess"
    code = f"import sys, allegiance.intake; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
