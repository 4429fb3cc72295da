"""Who may enter the views that Flask-Security adds, as the decorators of `portal/web/access.py` say for our own."""

from __future__ import annotations

from portal.domain.policy import Action
from portal.web.access import Door

SECURITY_DOORS: dict[str, Door] = {
    "security.login": Door(None),
    # Signing out does nothing for somebody who is not signed in.
    "security.logout": Door(None),
    "security.forgot_password": Door(None),
    "security.reset_password": Door(None),
    "security.change_password": Door(Action.EIGEN_ACCOUNT),
}
