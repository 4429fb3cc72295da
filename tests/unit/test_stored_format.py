"""A stored JSON is read by the version it says it has, strictly; what has none is version 1."""

from __future__ import annotations

from typing import Any

import pytest

from portal.domain.stored.format import Record, StoredFormat, StoredProblem, Version


class Old(Record):
    """As it was."""

    naam: str
    leeftijd: int


class Person(Record):
    """As it is: the number became a year."""

    naam: str
    jaar: int
    bijnaam: str = ""


def renamed(found: dict[str, Any]) -> dict[str, Any]:
    return {"naam": found["naam"], "jaar": 2024 - found["leeftijd"]}


PERSON = StoredFormat("persoon", (Version(Old, renamed), Version(Person)))
FORGETFUL = StoredFormat("vergeetachtig", (Version(None, lambda found: {"naam": found["naam"]}), Version(Person)))
WORDS = StoredFormat("woorden", (Version(list[str]),))
EITHER = StoredFormat("een van beide", (Version((Old, Person)),))


def test_what_is_written_says_its_version_and_comes_back() -> None:
    stored = PERSON.write({"naam": "Anna", "jaar": 1990})
    assert stored == {"formaat": 2, "naam": "Anna", "jaar": 1990}
    assert PERSON.read(stored) == {"naam": "Anna", "jaar": 1990}


def test_what_says_nothing_is_version_1() -> None:
    assert PERSON.read({"naam": "Anna", "leeftijd": 34}) == {"naam": "Anna", "jaar": 1990}
    assert PERSON.read({"formaat": 1, "naam": "Anna", "leeftijd": 34}) == {"naam": "Anna", "jaar": 1990}


@pytest.mark.parametrize(
    "wrong",
    [
        {"formaat": 2, "naam": "Anna"},
        {"formaat": 2, "naam": "Anna", "jaar": "1990"},
        {"formaat": 2, "naam": "Anna", "jaar": 1990, "leeftijd": 34},
        {"naam": "Anna", "jaar": 1990},
        {"formaat": 2},
        {},
        [],
        "Anna",
    ],
)
def test_another_shape_is_refused_and_says_what_to_do(wrong: Any) -> None:
    with pytest.raises(StoredProblem, match="add a new version with a reader"):
        PERSON.read(wrong)


@pytest.mark.parametrize("version", [0, -1, 3, "2", None, 1.5])
def test_an_unknown_version_is_refused(version: object) -> None:
    with pytest.raises(StoredProblem, match="versions 1 to 2 can be read"):
        PERSON.read({"formaat": version, "naam": "Anna", "jaar": 1990})


def test_what_a_reader_makes_is_looked_at_too() -> None:
    with pytest.raises(StoredProblem, match=r"vergeetachtig, version 2: .*`jaar`"):
        FORGETFUL.read({"naam": "Anna"})


def test_another_shape_is_not_written_either() -> None:
    with pytest.raises(StoredProblem, match=r"persoon, version 2: .*unknown field `leeftijd`"):
        PERSON.write({"naam": "Anna", "jaar": 1990, "leeftijd": 34})


@pytest.mark.parametrize("words", [[], ["een", "twee"]])
def test_a_list_stands_in_an_object(words: list[str]) -> None:
    assert WORDS.write(words) == {"formaat": 1, "lijst": words}
    assert WORDS.read(WORDS.write(words)) == WORDS.read(words) == words


def test_of_several_records_the_fields_tell_which_it_is() -> None:
    assert EITHER.read({"naam": "Anna", "leeftijd": 34}) == {"naam": "Anna", "leeftijd": 34}
    with pytest.raises(StoredProblem) as problem:
        EITHER.read({"naam": "Geheim van Anna"})
    assert "['naam']" in str(problem.value)
    assert "Geheim" not in str(problem.value)


def test_a_part_is_only_read_by_itself_when_all_versions_have_it_alike() -> None:
    assert PERSON.part(("naam",)).shape is str
    with pytest.raises(StoredProblem, match="has no jaar"):
        PERSON.part(("jaar",))
    changed = StoredFormat("veranderd", (Version(Old, renamed), Version(Changed)))
    with pytest.raises(StoredProblem, match="versions differ in leeftijd"):
        changed.part(("leeftijd",))


class Changed(Record):
    """The number became text."""

    naam: str
    leeftijd: str
