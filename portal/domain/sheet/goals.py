"""Where goals of a plan stand: what may be said, and how it lies beside the plan. Pure: works on content as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from forms.goals import Actual, NoPath, Path, Verdict, planned_path, verdict_of
from portal.domain.plan import readings

# What a sheet keeps of a goal of the plan in force.
OF_GOAL = (
    "id",
    "landelijk",
    "tekst",
    "indicator",
    "nulwaarde",
    "peildatum",
    "streefwaarde",
    "eenheid",
    "telt_clienten",
    "einddatum",
    "gelezen",
)
NOTHING_SAID = Actual(said=False)


def goal_ids(content: Mapping[str, Any]) -> tuple[int, ...]:
    """The ids of the goals of the plan in force of which the sheet asks where they stand, in order."""
    return tuple(row["id"] for row in content["doelen"])


def goal_problem(*, waarde: str, peildatum: str, weet_niet: bool, toelichting: str) -> tuple[str, str] | None:
    """At which field something is wrong with what is said of a goal, and what, as a Dutch sentence; else None."""
    if weet_niet and waarde.strip():
        return "weet_niet", "U vulde ook een waarde in. Haal de waarde weg, of haal dit vinkje weg."
    if weet_niet and not toelichting.strip():
        return "toelichting", "Schrijf in een zin waarom u dit niet weet."
    if not (weet_niet or waarde.strip()) and (peildatum.strip() or toelichting.strip()):
        return "waarde", "Vul in waar dit doel nu staat, of kies dat u het niet weet."
    return None


def path_of(goal: Mapping[str, Any]) -> Path | NoPath:
    """The planned path of a goal, or why it has none."""
    read = goal["gelezen"]
    return planned_path(
        start=readings.figures_of(read, "nulwaarde"),
        measured=readings.window_of(read, "peildatum"),
        aim=readings.figures_of(read, "streefwaarde"),
        by=readings.window_of(read, "einddatum"),
        unit=goal["eenheid"],
    )


def actual_of(told: Mapping[str, Any] | None) -> Actual:
    """What was said of a goal, as it was read."""
    if told is None:
        return NOTHING_SAID
    if told["weet_niet"]:
        return Actual(unknown=True)
    read = told["gelezen"]
    return Actual.on(readings.figures_of(read, readings.ACTUAL), readings.window_of(read, "peildatum"))


def verdict(goal: Mapping[str, Any], told: Mapping[str, Any] | None) -> Verdict:
    """How what was said of a goal lies beside its plan."""
    return verdict_of(path_of(goal), actual_of(told))


def verdicts(content: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any] | None, Verdict]]:
    """Each goal of a sheet with what was said of it and how that lies, in order."""
    for goal in content["doelen"]:
        told = content["doelstanden"].get(str(goal["id"]))
        yield goal, told, verdict(goal, told)


def told_before(goal: Mapping[str, Any], previous: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """What was said of a goal in an earlier sheet, None when nothing was.

    A goal that was copied when a joint plan was split is known by its very words.
    """
    if previous is None:
        return None
    earlier = previous["doelen"]
    same = [one for one in earlier if one["id"] == goal["id"]] or [
        one for one in earlier if one["tekst"] == goal["tekst"]
    ]
    found: Mapping[str, Any] | None = previous["doelstanden"].get(str(same[0]["id"])) if len(same) == 1 else None
    return found
