"""How a stored JSON says its version and is read: strictly, by the reader of its version, or not at all."""

from __future__ import annotations

from dataclasses import make_dataclass
from typing import Any

import msgspec
import pytest

from portal.domain.stored.format import Record, StoredFormat, StoredProblem, Version, check, opened, require
from portal.domain.stored.typed import record_of


class Inner(Record):
    naam: str


class Other(Record):
    naam: int


class First(Record):
    tekst: str
    deel: Inner


class Second(Record):
    tekst: str
    deel: Inner
    aantal: int = 0


def counted(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "aantal": len(value["tekst"])}


PART = {"naam": "Een"}
FORMAT = StoredFormat("proef", (Version(First, counted), Version(Second)))
LISTS = StoredFormat("lijstje", (Version(list[int]),))
WHAT_TO_DO = "Stored data is never rewritten: keep the old shape as its version"


def test_what_is_written_says_its_version_and_a_list_stands_in_an_object_of_its_own() -> None:
    value = {"tekst": "abc", "deel": PART, "aantal": 3}
    assert FORMAT.write(value) == {"formaat": 2, **value}
    assert LISTS.write([1, 2]) == {"formaat": 1, "lijst": [1, 2]}
    assert FORMAT.read(FORMAT.write(value)) == value
    assert LISTS.read(LISTS.write([1, 2])) == [1, 2]


def test_what_says_no_version_is_of_the_first_and_is_read_by_its_reader() -> None:
    old = {"tekst": "abc", "deel": PART}
    assert opened(old) == (1, old)
    assert opened([1, 2]) == (1, [1, 2])
    assert opened({"formaat": 2, "lijst": [1]}) == (2, [1])
    assert opened({"formaat": 2, "lijst": [1], "meer": 1}) == (2, {"lijst": [1], "meer": 1})
    assert FORMAT.read(old) == {**old, "aantal": 3}


@pytest.mark.parametrize("number", [0, 3, "1", None])
def test_a_version_that_is_not_known_here_is_refused(number: Any) -> None:
    with pytest.raises(StoredProblem) as refused:
        FORMAT.upgraded(number, {})
    assert str(refused.value) == (
        f"proef: version {number!r} is unknown here, versions 1 to 2 can be read. Was it written by a newer portal?"
    )


@pytest.mark.parametrize(
    "wrong", [{"tekst": "abc"}, {"tekst": 1, "deel": PART}, {"tekst": "abc", "deel": {"naam": "Een", "meer": 1}}]
)
def test_a_value_of_another_shape_is_refused_with_what_to_do(wrong: dict[str, Any]) -> None:
    for act in (FORMAT.write, lambda value: FORMAT.upgraded(1, value)):
        with pytest.raises(StoredProblem, match=f"^proef, version [12]: .*{WHAT_TO_DO}"):
            act(wrong)


def test_text_is_looked_at_as_the_version_of_today() -> None:
    require(FORMAT, '{"tekst": "abc", "deel": {"naam": "Een"}, "aantal": 3}')
    with pytest.raises(StoredProblem, match=f"^proef, version 2: .*`aanta`.*{WHAT_TO_DO}"):
        require(FORMAT, '{"tekst": "abc", "deel": {"naam": "Een"}, "aanta": 3}')
    require(LISTS, "[1, 2]")


def test_a_part_that_all_versions_have_alike_may_be_taken_out() -> None:
    assert FORMAT.part(("deel", "naam")).shape is str
    assert FORMAT.part(("deel",)).shape is Inner
    assert StoredFormat("nieuw", (Version(First),)).part(("tekst",)).shape is str


def test_a_part_that_is_not_there_or_differs_is_refused() -> None:
    with pytest.raises(StoredProblem, match=rf"^proef has no deel\.weg\. {WHAT_TO_DO}"):
        FORMAT.part(("deel", "weg"))
    differs = StoredFormat("anders", (Version(First), Version(msgspec.defstruct("Later", [("tekst", int)]))))
    with pytest.raises(StoredProblem, match=r"^anders: versions differ in tekst, so it can't be read by itself$"):
        differs.part(("tekst",))
    deeper = StoredFormat("dieper", (Version(First), Version(msgspec.defstruct("Deeper", [("deel", Other)]))))
    with pytest.raises(StoredProblem, match=r"^dieper: versions differ in deel\.naam, so"):
        deeper.part(("deel", "naam"))


def test_of_several_shapes_the_one_with_these_fields_counts() -> None:
    check("proef", (First, Inner), {"naam": "Een"})
    check("proef", (First, Inner), {"tekst": "abc", "deel": PART})
    with pytest.raises(StoredProblem, match=r"proef: .*no record has these fields: \['deel', 'naam'\]"):
        check("proef", (First, Inner), {"naam": "Een", "deel": PART})
    with pytest.raises(StoredProblem, match="no record has these fields: int"):
        check("proef", (First, Inner), 3)


# --- The shape of dataclasses ----------------------------------------------------------------------------------------


def drawn() -> type:
    """A class that was not seen before: the record of a class is made once and kept."""
    point = make_dataclass("Point", [("x", int)])
    return make_dataclass(
        "Drawn",
        [
            ("punten", tuple[point, ...]),  # type: ignore[valid-type]
            ("namen", dict[str, point]),  # type: ignore[valid-type]
            ("midden", point | None),
            ("titel", str, "zonder"),
            ("geheim", int, 0),
        ],
    )


GOOD: dict[str, Any] = {"punten": [{"x": 1}, {"x": 2}], "namen": {"a": {"x": 1}}, "midden": None, "titel": "Titel"}


def refused(value: Any) -> bool:
    try:
        msgspec.convert(value, record_of(drawn(), frozenset({"geheim"})))
    except msgspec.ValidationError:
        return True
    return False


def test_every_field_of_a_dataclass_is_there_by_its_name_and_no_other() -> None:
    assert not refused(GOOD)
    assert not refused({**GOOD, "midden": {"x": 3}})
    assert refused({**GOOD, "geheim": 1})
    assert [refused({key: one for key, one in GOOD.items() if key != left_out}) for left_out in GOOD] == [True] * 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("punten", [{"x": "1"}]),
        ("punten", [{"x": 1, "y": 2}]),
        ("punten", {"x": 1}),
        ("namen", {"a": {"y": 1}}),
        ("namen", {"a": {"x": 1, "y": 2}}),
        ("namen", [{"x": 1}]),
        ("midden", {}),
        ("midden", 3),
        ("titel", None),
    ],
)
def test_what_is_inside_is_as_strict(field: str, value: Any) -> None:
    assert refused({**GOOD, field: value})
