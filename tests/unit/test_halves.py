"""A walk in two halves leaves nothing out."""

from __future__ import annotations

from collections import Counter

import pytest
from flask import Flask

from tests.databases import KINDS
from tests.running.halves import half_of, on_one_each


def app_on(url: str) -> Flask:
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    return app


BOTH = (app_on("sqlite:////tmp/x.sqlite3"), app_on("postgresql+psycopg://x/y"))


@pytest.mark.parametrize("values", [["a", "b"], list("abcde"), list("abcdef")])
def test_everything_is_walked_once_and_each_database_has_its_half(values: list[str]) -> None:
    given = on_one_each(values)
    assert [value for _, value in given] == values
    assert all(one != other for one, other in zip(given, on_one_each(values, turned=True), strict=True))
    share = Counter(kind for kind, _ in given)
    assert set(share) == set(KINDS)
    assert max(share.values()) - min(share.values()) <= 1
    for turned in (False, True):
        halves = [half_of(app, values, turned=turned) for app in BOTH]
        assert sorted(halves[0] + halves[1]) == values
    assert half_of(BOTH[0], values) == half_of(BOTH[1], values, turned=True)


def test_a_walk_that_nobody_makes_is_none() -> None:
    with pytest.raises(AssertionError):
        half_of(BOTH[1], ["a"])
