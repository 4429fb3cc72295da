"""How Flask-Security finds an account."""

from __future__ import annotations

from typing import Any, cast

from flask_security import SQLAlchemyUserDatastore
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from portal.models import User

# Written down once: putting it together takes as long as running it.
_WITH_ROLES = (
    select(User).where(User.fs_uniquifier == bindparam("fs_uniquifier")).options(joinedload(User.lidmaatschappen))
)


class AccountStore(SQLAlchemyUserDatastore):
    """Finds the person behind a request in one query, roles included: every page begins with it."""

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """The account with this value of one column, or None."""
        if case_insensitive or set(kwargs) != {"fs_uniquifier"}:
            return cast("User | None", super().find_user(case_insensitive, **kwargs))
        account: User | None = self.db.session.scalars(_WITH_ROLES, kwargs).unique().one_or_none()
        return account
