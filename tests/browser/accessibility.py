"""axe-core on a page: norms A11Y-1 and A11Y-2."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """(tags) => axe.run(document, {
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
})"""


@lru_cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """Fail when axe finds anything on the page, with what and where."""
    # Evaluated by the browser's own debugger, so the content security policy of the page stays as it is.
    page.evaluate(_axe())
    found = page.evaluate(RUN, TAGS)
    assert found["passes"] or found["violations"], "axe heeft niets bekeken"
    assert not found["violations"], f"{page.url}:\n" + "\n".join(map(_told, found["violations"]))


def _told(violation: dict[str, Any]) -> str:
    places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
    return f"- {violation['id']}: {violation['help']} → {places}"
