"""What is frozen when a plan or an answer sheet is handed in: plain JSON, with a checksum."""

from __future__ import annotations

import hashlib
import json
from typing import Any

Content = dict[str, Any]


def checksum(content: Content) -> str:
    """SHA-256 of the content, the same whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
