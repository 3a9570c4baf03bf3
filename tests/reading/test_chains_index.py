"""A name is held against the chains that share a word with it, and against no others."""

from __future__ import annotations

from allegiance.reading.chains import Chains


def test_only_chains_that_bear_a_word_are_asked() -> None:
    chains = Chains()
    front = chains.new("Northern Front")
    chains.new("Hill Brigade")
    chains.add_name(front, "Jabhat al-Shamal")
    assert chains.sharing(["front"]) == [front]
    assert chains.sharing(["shamal"]) == [front]
    assert chains.sharing(["valley"]) == []
    assert chains.sharing([]) == []


def test_what_was_merged_is_found_under_all_its_names_once() -> None:
    chains = Chains()
    front, other = chains.new("Northern Front"), chains.new("NFL Front")
    chains.merge(front, other)
    assert chains.sharing(["front"]) == [front]
    assert chains.by_name("NFL Front") is front
