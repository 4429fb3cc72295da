"""What a line of the log looks like, and how many of them one failure may write."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from portal.logs.again import MINUTE, MOST, OncePerMinute
from portal.logs.lines import JsonLines


def record(message: str, error: bool = False) -> logging.LogRecord:
    """Something to write down; with a failure of a few calls deep."""
    caught: Any = None
    if error:
        try:
            json.loads("{")
        except ValueError:
            caught = sys.exc_info()
    return logging.LogRecord("portal.proef", logging.ERROR, __file__, 1, message, None, caught)


def test_a_failure_is_one_line_that_says_where() -> None:
    text = JsonLines().format(record("het ging mis", error=True))
    line = json.loads(text)
    assert "\n" not in text
    assert (line["niveau"], line["bericht"], line["fout"]) == ("error", "het ging mis", "JSONDecodeError")
    assert line["spoor"][0].endswith(" record")


def test_an_address_loses_what_was_asked() -> None:
    line = json.loads(JsonLines().format(record("GET /zoeken?q=geheim mislukt")))
    assert line["bericht"] == "GET /zoeken mislukt"


def test_the_same_failure_is_told_in_full_once_a_minute_and_counted_when_it_goes_on() -> None:
    moment = [0.0]
    once = OncePerMinute(now=lambda: moment[0])
    records = [record("database away", error=True) for _ in range(1000)]
    lines = [JsonLines().format(one) for one in records if once.filter(one)]
    assert len(lines) == MOST
    assert ["spoor" in json.loads(one) for one in lines] == [True] + [False] * (MOST - 1)
    moment[0] = MINUTE
    later = record("database away", error=True)
    assert once.filter(later)
    assert json.loads(JsonLines().format(later))["herhaald"] == 1000 - MOST


def test_other_failures_are_told_in_full() -> None:
    once = OncePerMinute()
    assert once.filter(record("een", error=True))
    other = record("twee", error=True)
    assert once.filter(other)
    assert not hasattr(other, "is_again")
