"""One line of JSON for each record, however much there is to tell."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from portal.logs.again import OncePerMinute

# What a request adds to its lines, by name (`portal/web/request_log.py`).
FIELDS = ("verzoek", "methode", "route", "status", "ms", "account", "herhaald")
LONGEST = 500
# What follows a question mark in an address is never written down: somebody looked for it, or it opens something.
_QUERY = re.compile(r"(/\S*?)\?\S*")


class JsonLines(logging.Formatter):
    """A record as one line: when, how bad, who says so, what, and of a failure where it went wrong."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, Any] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            "bericht": _QUERY.sub(r"\1", record.getMessage())[:LONGEST],
        }
        line |= {name: value for name in FIELDS if (value := getattr(record, name, None)) not in (None, "")}
        if record.exc_info and record.exc_info[1] is not None:
            line |= _failure(record.exc_info[1], record.exc_info[2], in_full=not getattr(record, "is_again", False))
        return json.dumps(line, ensure_ascii=False)


def _failure(error: BaseException, trace: TracebackType | None, *, in_full: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"fout": type(error).__name__}
    if in_full:
        told["reden"] = _QUERY.sub(r"\1", " ".join(str(error).split()))[:LONGEST]
        told["spoor"] = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace)]
    return told


def start() -> None:
    """Let this process write such lines from now on, whoever in it has something to say. Twice does no harm."""
    root = logging.getLogger()
    if any(isinstance(one.formatter, JsonLines) for one in root.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(OncePerMinute())
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("portal").setLevel(logging.INFO)
