"""How Flask-Security finds an account."""

from __future__ import annotations

from typing import Any, cast

from flask_security import SQLAlchemyUserDatastore
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import joinedload, lazyload

from portal.models import User

# Written down once: putting it together takes as long as running it.
_WITH_ROLES = (
    select(User).where(User.fs_uniquifier == bindparam("fs_uniquifier")).options(joinedload(User.lidmaatschappen))
)


class AccountStore(SQLAlchemyUserDatastore):
    """Finds the person behind a request in one query, roles included: every page begins with it."""

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """The account with this value of one column, or None."""
        if case_insensitive and set(kwargs) == {"email"}:
            return self._find_by_address(kwargs["email"])
        if case_insensitive or set(kwargs) != {"fs_uniquifier"}:
            return cast("User | None", super().find_user(case_insensitive, **kwargs))
        account: User | None = self.db.session.scalars(_WITH_ROLES, kwargs).unique().first()
        return account

    def _find_by_address(self, email: str) -> User | None:
        """One question, whether there is such an account or not: a second one would tell that there is."""
        found = select(User).where(func.lower(User.email) == func.lower(email)).options(lazyload(User.lidmaatschappen))
        account: User | None = self.db.session.scalars(found).first()
        return account
