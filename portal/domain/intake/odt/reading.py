"""What the walks through one OpenDocument file share."""

from __future__ import annotations

from portal.domain.intake.document import Comment
from portal.domain.intake.so_far import SoFar


class OdtReading(SoFar):
    """One reading of one OpenDocument file, with the remarks by the key that their paragraph carries."""

    def __init__(self) -> None:
        super().__init__()
        self.remarks: dict[str, Comment] = {}
