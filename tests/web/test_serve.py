"""Where the pages are served, and to whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegiance.exports.measured import measured
from allegiance.web import serve
from bench.accuracy import PAGE, SHOWN, shown_on_pages
from cli.running import run


def test_on_loopback_no_token_is_asked_for_and_only_its_names_are_ours() -> None:
    serving = serve.serving_at("127.0.0.1", 8642, [], "", "")
    assert serving.token == ""
    assert serving.hosts == {"127.0.0.1:8642", "localhost:8642", "[::1]:8642"}


def test_a_token_that_is_set_is_asked_for_on_loopback_too() -> None:
    assert serve.serving_at("localhost", 8642, [], "pepper", "").token == "pepper"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_at_any_other_address_a_token_is_always_asked_for(host: str) -> None:
    one, other = (serve.serving_at(host, 8642, [], "", "") for _ in range(2))
    assert len(one.token) >= 20
    assert one.token != other.token


def test_other_names_are_ours_when_they_are_given() -> None:
    serving = serve.serving_at("0.0.0.0", 8642, ["Desk.example", "desk.example:80"], "t", "")
    assert {"desk.example:8642", "desk.example:80"} <= serving.hosts
    assert "0.0.0.0:8642" not in serving.hosts


def test_on_the_port_of_the_web_a_name_needs_no_port() -> None:
    assert "localhost" in serve.serving_at("127.0.0.1", 80, [], "", "").hosts


def test_a_port_that_is_taken_is_said_with_what_to_try(tmp_path: Path) -> None:
    with serve.listen("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        with pytest.raises(serve.CannotServe) as refused:
            serve.listen("127.0.0.1", port)
    assert "--port" in refused.value.hint
    assert run("serve", "--ledger", tmp_path / "none.db").code == 1


def test_the_figures_of_the_first_page_are_those_of_the_page_of_accuracy() -> None:
    assert json.loads(SHOWN.read_text(encoding="utf-8")) == json.loads(shown_on_pages(PAGE.read_text(encoding="utf-8")))
    assert measured() is not None
