"""The forms of Flask-Security with our own Dutch fields. What they check stays Flask-Security's work."""

from __future__ import annotations

from typing import Any

import flask_security.forms as fs
from wtforms import EmailField, PasswordField

from portal.web.account import texts

HOW_TO_CHOOSE = (
    "Minstens 12 tekens. Een zin van een paar woorden is veilig en makkelijk te onthouden. "
    "Gebruik niet uw naam of e-mailadres."
)


def _email(*, verify: bool, found: bool = False) -> EmailField:
    validators = [fs.IsString(), fs.email_required, fs.EmailValidation(verify=verify)]
    if found:
        validators.append(fs.valid_user_email)
    return EmailField("E-mailadres", render_kw={"autocomplete": "username"}, validators=validators)


def _password(label: str) -> PasswordField:
    return PasswordField(
        label,
        render_kw={"autocomplete": "current-password"},
        validators=[fs.IsString(), fs.RequiredLocalize(message=texts.PASSWORD_MISSING)],
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


class ForgotPasswordForm(fs.ForgotPasswordForm):
    """Asking for a link to choose a new password."""

    email = _email(verify=True, found=True)


class ResetPasswordForm(fs.ResetPasswordForm):
    """Choosing a new password through the link in the mail."""

    password = _new_password()
    password_confirm = _new_password_again("password")


class ChangePasswordForm(fs.ChangePasswordForm):
    """Changing the password while signed in."""

    password = _password("Huidig wachtwoord")
    new_password = _new_password()
    new_password_confirm = _new_password_again("new_password")


class NewAccountForm(ResetPasswordForm):
    """Choosing the first password after an invitation."""
