"""Several people at the very same moment: real threads, real connections."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from flask import Flask

from portal.extensions import db

Result = TypeVar("Result")

PEOPLE = 4


def at_once(app: Flask, act: Callable[[int], Result], people: int = PEOPLE) -> list[Result]:
    """Let so many people act at the same moment, each in a thread with a connection of its own."""
    db.session.commit()
    start = Barrier(people, timeout=20)

    def one(number: int) -> Result:
        with app.app_context():
            start.wait()
            result = act(number)
            db.session.commit()
            return result

    with ThreadPoolExecutor(people) as threads:
        found = list(threads.map(one, range(people)))
    db.session.expire_all()
    return found
