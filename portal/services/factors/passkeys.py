"""Passkeys (WebAuthn): what a browser is asked, and whether its answer is right.

Every passkey proves that its owner unlocked it (a finger, a face, a pin), so one alone is enough to sign in: something
somebody has, with something he is or knows. The library py_webauthn reads and verifies; Flask-Security uses it too.
"""

from __future__ import annotations

import secrets
import struct
from dataclasses import dataclass
from urllib.parse import urlsplit

import webauthn
from flask import current_app
from sqlalchemy import select
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from portal.domain import clock
from portal.extensions import db
from portal.models import Passkey, User
from portal.services.factors import notices
from portal.services.factors.held import FactorProblem, require_another
from portal.services.factors.keys import key_for
from portal.services.people.accounts import record

NOT_RIGHT = "Deze passkey kunnen wij niet controleren. Probeer het opnieuw of kies een andere manier."
NOT_KNOWN = (
    "Deze passkey hoort niet (meer) bij een account in het Regioportaal. Kies een andere passkey of een andere manier."
)
NONE_GIVEN = (
    "Uw browser gaf geen passkey door. Probeer het opnieuw of kies een andere manier. "
    "Een passkey werkt alleen als JavaScript aan staat."
)
# What a browser may send; a real answer is some two thousand signs.
LONGEST = 20_000
# What the reading of a strange answer may end in, besides the errors of the library itself.
_STRANGE = (
    WebAuthnException,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    RecursionError,
    struct.error,
)


@dataclass(frozen=True)
class PasskeyQuestion:
    """What a browser is asked: options as JSON for its script, and the challenge to remember until it answers."""

    options: str
    challenge: str


def ask_new(account: User) -> PasskeyQuestion:
    """Ask a browser to make a passkey for this person; a device that has one already says so."""
    challenge = secrets.token_urlsafe(32)
    known = [PublicKeyCredentialDescriptor(id=one.credential_id) for one in _of(account)]
    options = webauthn.generate_registration_options(
        rp_id=_host(),
        rp_name="Regioportaal",
        user_name=account.email,
        user_display_name=account.naam,
        user_id=key_for(f"passkey van {account.id}"),
        challenge=challenge.encode(),
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )
    return PasskeyQuestion(webauthn.options_to_json(options), challenge)


def add(account: User, answer: str, challenge: str, naam: str) -> Passkey:
    """Keep the passkey that a browser made. Raises FactorProblem for an answer that does not fit the question."""
    try:
        made = webauthn.verify_registration_response(
            credential=_fit(answer, challenge),
            expected_challenge=challenge.encode(),
            expected_rp_id=_host(),
            expected_origin=_origin(),
            require_user_verification=True,
        )
    except _STRANGE as error:
        raise FactorProblem(NOT_RIGHT) from error
    if _by_credential(made.credential_id) is not None:
        raise FactorProblem("Deze passkey is al ingesteld.")
    passkey = Passkey(
        account_id=account.id,
        naam=naam,
        credential_id=made.credential_id,
        publieke_sleutel=made.credential_public_key,
        teller=made.sign_count,
    )
    db.session.add(passkey)
    db.session.flush()
    record(account, "tweede_stap_ingesteld", account.actor, f"Passkey ingesteld: {naam}")
    notices.changed(account, f"Er is een passkey ingesteld om u mee aan te melden: {naam}.")
    return passkey


def ask_known(account: User | None) -> PasskeyQuestion:
    """Ask a browser to show a passkey: one of this person's, or without a person any that it has for this site."""
    challenge = secrets.token_urlsafe(32)
    options = webauthn.generate_authentication_options(
        rp_id=_host(),
        challenge=challenge.encode(),
        allow_credentials=[PublicKeyCredentialDescriptor(id=one.credential_id) for one in _of(account)],
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return PasskeyQuestion(webauthn.options_to_json(options), challenge)


def check(answer: str, challenge: str) -> User:
    """The person whose passkey answered this question; its use is noted.

    Raises FactorProblem for no answer, a wrong one, one of a passkey that is not here (any more), and of an account
    that is off.
    """
    try:
        credential_id = parse_authentication_credential_json(_fit(answer, challenge)).raw_id
    except _STRANGE as error:
        raise FactorProblem(NOT_RIGHT if answer else NONE_GIVEN) from error
    passkey = _by_credential(credential_id)
    if passkey is None or not passkey.account.active:
        raise FactorProblem(NOT_KNOWN)
    passkey.teller = _verified(passkey, answer, challenge).new_sign_count
    passkey.laatst_gebruikt_op = clock.now()
    return passkey.account


def _verified(passkey: Passkey, answer: str, challenge: str) -> VerifiedAuthentication:
    try:
        return webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge.encode(),
            expected_rp_id=_host(),
            expected_origin=_origin(),
            credential_public_key=passkey.publieke_sleutel,
            credential_current_sign_count=passkey.teller,
            require_user_verification=True,
        )
    except _STRANGE as error:
        raise FactorProblem(NOT_RIGHT) from error


def remove(account: User, passkey_id: int) -> Passkey | None:
    """Take a passkey away; None when it is gone already or of somebody else. Raises FactorProblem for the last way."""
    passkey = db.session.get(Passkey, passkey_id)
    if passkey is None or passkey.account_id != account.id:
        return None
    require_another(account, than=passkey)
    db.session.delete(passkey)
    record(account, "tweede_stap_weggehaald", account.actor, f"Passkey weggehaald: {passkey.naam}")
    notices.changed(account, f"Een passkey waarmee u zich aanmeldde, is weggehaald: {passkey.naam}.")
    return passkey


def _of(account: User | None) -> list[Passkey]:
    if account is None:
        return []
    return list(db.session.scalars(select(Passkey).where(Passkey.account_id == account.id)))


def _by_credential(credential_id: bytes) -> Passkey | None:
    return db.session.scalars(select(Passkey).where(Passkey.credential_id == credential_id)).one_or_none()


def _fit(answer: str, challenge: str) -> str:
    """The answer as it came. Raises ValueError for one that no browser sends, and when nothing was asked."""
    if not answer or not challenge or len(answer) > LONGEST:
        raise ValueError("no answer to a question of ours")
    return answer


def _origin() -> str:
    """Where the pages of the portal stand, as the settings say: a passkey belongs to that site for good."""
    public = urlsplit(current_app.config["SETTINGS"].public_url)
    return f"{public.scheme}://{public.netloc}"


def _host() -> str:
    return urlsplit(current_app.config["SETTINGS"].public_url).hostname or ""
