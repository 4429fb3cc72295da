"""The countable part of a submission of an answer sheet. Pure: works on its content as JSON.

Counts stay per region: a region of a joint plan that differs counts with its own answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from forms.spec import Kind
from portal.domain.sheet.state import action_ids

AFSTEMMING, DOEL = "afstemming_vorm", "doel_verwachting"


def facts_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """What national lists and counts need of a submission, so that they need not load what was written."""
    ids = action_ids(content)
    statuses = (content["voortgang"].get(str(one), {}).get("status", "") for one in ids)
    regels = content["regels"]
    return {
        "afstemming": _per_region(content, AFSTEMMING),
        "doel": _per_region(content, DOEL),
        "acties": dict(Counter(status for status in statuses if status)),
        "aantal_acties": len(ids),
        "successen": len(regels[Kind.SUCCESSEN.value]),
        "lessen": len(regels[Kind.LESSEN.value]),
        "verwachtingen": dict(Counter(row["aan"] for row in regels[Kind.VERWACHTINGEN.value])),
    }


def _per_region(content: Mapping[str, Any], key: str) -> dict[str, str]:
    """The choice of every region that made one."""
    joint = content["answers"].get(key, "")
    codes = [regio["code"] for regio in content["regios"]]
    chosen = {code: content["afwijkingen"].get(code, {}).get(key, joint) for code in codes}
    return {code: choice for code, choice in chosen.items() if choice}
