"""Our password rule in the place where Flask-Security asks for one."""

from __future__ import annotations

from typing import Any

from flask_security import PasswordUtil

from portal.domain.people import passwords


class RulePasswordUtil(PasswordUtil):
    """Checks new passwords by `portal/domain/people/passwords.py`."""

    def validate(self, password: str, is_register: bool, **kwargs: Any) -> tuple[list[str] | None, str]:
        """Sentences about what is wrong (None when nothing is) and the password as it will be kept.

        `user` in kwargs is the person whose password it is.
        """
        user = kwargs["user"]
        normalized = self.normalize(password)
        problem = passwords.problem(normalized, email=user.email, naam=user.naam)
        return ([problem] if problem else None), normalized
