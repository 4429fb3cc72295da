"""Recovery codes: ten, each for once, for who has the telephone or key not at hand. Kept as keyed hashes."""

from __future__ import annotations

import secrets

from sqlalchemy import CursorResult, delete, update

from portal.domain import clock
from portal.domain.factors.codes import RECOVERY_CODES, in_groups, recovery_code
from portal.extensions import db
from portal.locking import lock_row
from portal.models import HerstelCode, User
from portal.services.factors import notices
from portal.services.factors.keys import hashed
from portal.services.people.accounts import record

_PURPOSE = "herstelcode"


def make_codes(account: User) -> list[str]:
    """Ten new codes, to be shown once; earlier ones stop working."""
    lock_row(User, account.id)
    db.session.execute(delete(HerstelCode).where(HerstelCode.account_id == account.id))
    codes = [secrets.token_hex(6) for _ in range(RECOVERY_CODES)]
    db.session.add_all(HerstelCode(account_id=account.id, hash=hashed(_PURPOSE, code)) for code in codes)
    record(account, "herstelcodes_gemaakt", account.actor, "Nieuwe herstelcodes gemaakt")
    notices.changed(account, "Er zijn nieuwe herstelcodes gemaakt. Oude herstelcodes werken niet meer.")
    return [in_groups(code) for code in codes]


def use(account: User, typed: str) -> bool:
    """Use up a code: True when it is one of this person's and was not used before."""
    code = recovery_code(typed)
    if code is None:
        return False
    unused = (
        HerstelCode.account_id == account.id,
        HerstelCode.hash == hashed(_PURPOSE, code),
        HerstelCode.gebruikt_op.is_(None),
    )
    done = db.session.execute(update(HerstelCode).where(*unused).values(gebruikt_op=clock.now()))
    if not isinstance(done, CursorResult) or done.rowcount != 1:
        return False
    record(account, "herstelcode_gebruikt", account.actor, "Herstelcode gebruikt")
    notices.changed(account, "Er is een herstelcode gebruikt om u aan te melden.")
    return True
