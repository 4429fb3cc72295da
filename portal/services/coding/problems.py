"""What can stand in the way of coding a text."""

from __future__ import annotations


class CodingProblem(Exception):
    """This text can't be coded like this. The message is Dutch and fit to show."""


class PassageProblem(CodingProblem):
    """The words of a passage don't stand in the text; `code_id` is the code they were given to."""

    def __init__(self, code_id: int, message: str) -> None:
        self.code_id = code_id
        super().__init__(message)
