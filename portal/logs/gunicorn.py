"""What the server itself has to say, in the same lines. It would name the address of a request that went wrong."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from portal.logs.again import OncePerMinute
from portal.logs.lines import JsonLines, start

_NAMES_ADDRESS = ("Error handling request", "Invalid request")


class JsonLogger(Logger):  # type: ignore[misc]
    """gunicorn's log, without addresses."""

    def setup(self, cfg: Any) -> None:
        """Write our lines, in the workers too."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLines())
            handler.addFilter(OncePerMinute())
        start()

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """A failure."""
        super().exception(*_without_address(msg, args), **kwargs)

    def warning(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """Something odd, such as a request that is none."""
        super().warning(*_without_address(msg, args), **kwargs)


def _without_address(msg: Any, args: tuple[Any, ...]) -> tuple[Any, ...]:
    known = next((one for one in _NAMES_ADDRESS if str(msg).startswith(one)), None)
    return (msg, *args) if known is None else (known,)
