"""What the page of a number needs beside the report itself."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from portal.extensions import db
from portal.models import Regio


def regio_ids(codes: Iterable[str]) -> dict[str, int]:
    """The id of each region by its code, in one query. A region that is gone has none."""
    query = select(Regio.code, Regio.id).where(Regio.code.in_(list(codes)))
    return {row.code: row.id for row in db.session.execute(query)}
