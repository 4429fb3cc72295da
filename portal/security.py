"""Accounts: Flask-Security on our own tables, with Dutch texts and our templates.

Only signing in and out, a forgotten password and changing the password are switched on; people come in by invitation
(`portal/services/people/invitations.py`). See docs/decisions/accounts-en-mail.md.
"""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask_security import Security

from portal.account_store import AccountStore
from portal.domain import clock
from portal.extensions import db
from portal.models import User

SECURITY = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    # What a link for a new password holds of the present one: a hash of its slow hash, and that is as good as chance. A
    # slow one here takes as long as signing in, and only for an address that has an account.
    "SECURITY_HASHING_SCHEMES": ["hex_sha256"],
    "SECURITY_DEPRECATED_HASHING_SCHEMES": [],
    "SECURITY_RECOVERABLE": True,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_TRACKABLE": True,
    # The same answer whether an address has an account or not.
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_URL_PREFIX": "/account",
    "SECURITY_LOGIN_URL": "/aanmelden",
    "SECURITY_LOGOUT_URL": "/afmelden",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_RESET_URL": "/wachtwoord-vergeten",
    "SECURITY_RESET_PASSWORD_WITHIN": timedelta(hours=2),
    "SECURITY_CHANGE_URL": "/wachtwoord-wijzigen",
    "SECURITY_POST_LOGIN_VIEW": "/",
    "SECURITY_POST_LOGOUT_VIEW": "/account/aanmelden",
    "SECURITY_POST_RESET_VIEW": "/account/aanmelden",
    "SECURITY_POST_CHANGE_VIEW": "/account",
    # Off: asking for the password again, tokens instead of a session, "remember me", its own commands and static files.
    "SECURITY_FRESHNESS": timedelta(days=-1),
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    "SECURITY_STATIC_FOLDER": None,
    # Our accounts hold no roles of Flask-Security, so there is nothing to join.
    "SECURITY_JOIN_USER_ROLES": False,
    "SECURITY_DATETIME_FACTORY": clock.now,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "allow_display_name": False},
    # `OutboxMailUtil` writes the mails itself, with links to our public address.
    "SECURITY_EMAIL_PLAINTEXT": False,
    "SECURITY_EMAIL_HTML": False,
}


def init_security(app: Flask) -> None:
    """Tie Flask-Security to the app, with our forms, our texts, our password rule and our outbox."""
    from portal.web.account import brakes, forms, pages, sign_ins, unauthenticated
    from portal.web.account.mail_util import OutboxMailUtil
    from portal.web.account.password_util import RulePasswordUtil
    from portal.web.account.texts import MESSAGES
    from portal.web.tweede_stap import entry, half

    for key, value in (SECURITY | MESSAGES).items():
        app.config.setdefault(key, value)
    app.config.setdefault("SECURITY_PASSWORD_SALT", app.config["SECRET_KEY"])
    security = Security(mail_util_cls=OutboxMailUtil, password_util_cls=RulePasswordUtil)
    security.want_json(lambda request: False)
    security.render_template = pages.render
    security.unauthn_handler(unauthenticated.answer)  # type: ignore[arg-type]
    security.init_app(
        app,
        AccountStore(db, User, None),  # type: ignore[arg-type]
        login_form=forms.LoginForm,
        forgot_password_form=forms.ForgotPasswordForm,
        reset_password_form=forms.ResetPasswordForm,
        change_password_form=forms.ChangePasswordForm,
    )
    security.two_factor_plugins = entry.TwoSteps()
    half.init_half(app)
    brakes.init_brakes(app)
    sign_ins.init_sign_ins(app)
