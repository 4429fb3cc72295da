"""How Flask-Security finds an account."""

from __future__ import annotations

from typing import Any, cast

from flask_security import SQLAlchemyUserDatastore
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.models import User

_WITH_ROLES = joinedload(User.lidmaatschappen)


class AccountStore(SQLAlchemyUserDatastore):
    """Finds the person behind a request in one query, roles included: every page begins with it."""

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """The account with this value of one column, or None."""
        if case_insensitive or set(kwargs) != {"fs_uniquifier"}:
            return cast("User | None", super().find_user(case_insensitive, **kwargs))
        query = select(User).filter_by(**kwargs).options(_WITH_ROLES)
        account: User | None = self.db.session.scalars(query).unique().one_or_none()
        return account
