"""The forms of Flask-Security with our own Dutch fields. What they check stays Flask-Security's work."""

from __future__ import annotations

from typing import Any

import flask_security.forms as fs
from flask import current_app
from flask_login import current_user
from flask_security.utils import get_identity_attribute
from wtforms import EmailField, PasswordField
from wtforms.validators import Length

from forms.cleaning import clean_line
from portal.domain.people.passwords import MAX_LENGTH
from portal.models import User
from portal.web.account import brakes, mail_util, texts
from portal.web.posted import own_address

HOW_TO_CHOOSE = (
    "Minstens 12 tekens. Een zin van een paar woorden is veilig en makkelijk te onthouden. "
    "Gebruik niet uw naam of e-mailadres."
)


def find_user(email: str) -> User | None:
    """The account with this address, as sign-in looks for it."""
    how = get_identity_attribute("email")
    found: User | None = current_app.extensions["security"].datastore.find_user(
        case_insensitive=how.get("case_insensitive", False), email=email
    )
    return found


def _email(*, verify: bool, found: bool = False) -> EmailField:
    validators = [fs.IsString(), fs.email_required, fs.EmailValidation(verify=verify)]
    if found:
        validators.append(fs.valid_user_email)
    return EmailField("E-mailadres", render_kw={"autocomplete": "username"}, filters=[_cleaned], validators=validators)


def _cleaned(value: Any) -> Any:
    return clean_line(value) if isinstance(value, str) else value


def _password(label: str) -> PasswordField:
    return PasswordField(
        label,
        render_kw={"autocomplete": "current-password"},
        # No password is longer, and passlib raises an error on what is very long.
        validators=[
            fs.IsString(),
            fs.RequiredLocalize(message=texts.PASSWORD_MISSING),
            Length(max=MAX_LENGTH, message=texts.PASSWORD_TOO_LONG),
        ],
    )


def _new_password() -> PasswordField:
    return PasswordField(
        "Nieuw wachtwoord",
        description=HOW_TO_CHOOSE,
        render_kw={"autocomplete": "new-password"},
        validators=[fs.IsString(), fs.RequiredLocalize(message="Vul een nieuw wachtwoord in van minstens 12 tekens.")],
    )


def _new_password_again(other: str) -> PasswordField:
    return PasswordField(
        "Herhaal het nieuwe wachtwoord",
        render_kw={"autocomplete": "new-password"},
        validators=[
            fs.IsString(),
            fs.RequiredLocalize(message="Vul het nieuwe wachtwoord nog een keer in."),
            fs.EqualToLocalize(other, message="RETYPE_PASSWORD_MISMATCH"),
        ],
    )


class LoginForm(fs.LoginForm):
    """Signing in."""

    email = _email(verify=False)
    password = _password("Wachtwoord")
    remember = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = ""
        # An address on another site is forgotten, not argued about.
        self.next.data = own_address(self.next.data)

    def validate(self, **kwargs: Any) -> bool:
        """As Flask-Security does, behind the brake on the very address that sign-in looks for. Raises SlowDown."""
        if not all(field.validate(self) for field in (self.email, self.password)):
            return bool(super().validate(**kwargs))
        self.ifield, self.user = self.email, find_user(self.email.data)
        who = self.user.email if self.user else self.email.data
        with brakes.guess(who, self.user, self, way_in=texts.WAY_IN) as made:
            made.right = bool(super().validate(**kwargs))
        return made.right

    def explain(self) -> None:
        """Say what is missing beside its field; say of all else only that signing in failed, never why."""
        missing = {self.email: texts.EMAIL_MISSING, self.password: texts.PASSWORD_MISSING}
        for field, message in missing.items():
            field.errors = [] if field.data else [message]
        self.form_errors = [] if self.email.errors or self.password.errors else [texts.SIGN_IN_FAILED]


class ForgotPasswordForm(fs.ForgotPasswordForm):
    """Asking for a link to choose a new password."""

    email = _email(verify=True, found=True)

    def validate(self, **kwargs: Any) -> bool:
        """As Flask-Security does; without an account as much is done as with one. Raises SlowDown."""
        known = bool(super().validate(**kwargs))
        brakes.limit_recovery(self.email.data or "", self)
        if not known:
            mail_util.rehearse(self.email.data or "")
        return known


class ResetPasswordForm(fs.ResetPasswordForm):
    """Choosing a new password through the link in the mail."""

    password = _new_password()
    password_confirm = _new_password_again("password")


class ChangePasswordForm(fs.ChangePasswordForm):
    """Changing the password while signed in."""

    password = _password("Huidig wachtwoord")
    new_password = _new_password()
    new_password_confirm = _new_password_again("new_password")

    def validate(self, **kwargs: Any) -> bool:
        """As Flask-Security does, behind a brake on the password that somebody has now. Raises SlowDown."""
        # What is not looked at is no guess, nor does it wipe out the guesses before it.
        if not fs.Form.validate(self, **kwargs):
            return False
        with brakes.guess(f"wijzigen:{current_user.id}", current_user, self) as made:
            valid = bool(super().validate(**kwargs))
            made.right = not self.password.errors
        return valid


class NewAccountForm(ResetPasswordForm):
    """Choosing the first password after an invitation."""
