"""What a program wrote in the properties of a Word file under names of its own."""

from __future__ import annotations

from portal.domain.intake.docx.parts import WordParts

_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_MOST = 100
_LONGEST = 1_000


def properties_of(parts: WordParts) -> tuple[tuple[str, str], ...]:
    """Name and value of each."""
    name = next((one.target for one in parts.relations("").values() if one.kind == "custom-properties"), "")
    root = parts.root(name) if name else None
    found = [] if root is None else root.findall(_PROPERTY)[:_MOST]
    return tuple((one.get("name", ""), "".join(one.itertext()).strip()[:_LONGEST]) for one in found)
