"""The countable part of a submission of an answer sheet. Pure: works on its content as JSON.

Counts stay per region: a region of a joint plan that differs counts with its own answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from forms.spec import Format, Kind, Question, QuestionRole
from portal.domain.sheet.state import action_ids


def facts_of(format_: Format, content: Mapping[str, Any]) -> dict[str, Any]:
    """What national lists and counts need of a submission, so that they need not load what was written.

    Answers stand in it as the national count knows them (`Choice.counted`), whatever the edition calls them.
    """
    ids = action_ids(content)
    told = (content["voortgang"].get(str(one), {}).get("status", "") for one in ids)
    statuses = (_counted(format_.of_kind(Kind.VOORTGANG), status) for status in told)
    asked = format_.of_kind(Kind.VERWACHTINGEN)
    regels = content["regels"]
    return {
        "afstemming": _per_region(content, format_.of_role(QuestionRole.AFSTEMMING)),
        "doel": _per_region(content, format_.of_role(QuestionRole.DOELSTELLING)),
        "acties": dict(Counter(status for status in statuses if status)),
        "aantal_acties": len(ids),
        "successen": len(regels[Kind.SUCCESSEN.value]),
        "lessen": len(regels[Kind.LESSEN.value]),
        "verwachtingen": dict(Counter(_counted(asked, row["aan"]) for row in regels[Kind.VERWACHTINGEN.value])),
    }


def _counted(question: Question | None, stored: str) -> str:
    return question.counted(stored) if question else stored


def _per_region(content: Mapping[str, Any], question: Question | None) -> dict[str, str]:
    """The choice of every region that made one."""
    if question is None:
        return {}
    key = question.key
    joint = content["answers"].get(key, "")
    codes = [regio["code"] for regio in content["regios"]]
    chosen = {code: content["afwijkingen"].get(code, {}).get(key, joint) for code in codes}
    return {code: question.counted(choice) for code, choice in chosen.items() if choice}
