"""Is this proof right? The same question at signing in and before what asks it again."""

from __future__ import annotations

from flask import session

from portal.domain.factors.ways import FactorWay
from portal.models import User
from portal.services.factors import app_codes, passkeys, recovery
from portal.services.factors.held import FactorProblem
from portal.web.account import brakes
from portal.web.tweede_stap.forms import ProofForm

CHALLENGE = "passkey_vraag"
NO_RECOVERY_CODE = (
    "Deze herstelcode klopt niet of is al gebruikt. Kijk of u hem goed overnam, of gebruik een andere van uw codes."
)
CHOOSE_AGAIN = "Kies hoe u wilt laten zien dat u het bent."


def ask_passkey(account: User | None) -> str:
    """The options for the script of a page that asks for a passkey; the challenge is remembered for one answer."""
    return remember(passkeys.ask_known(account))


def remember(question: passkeys.PasskeyQuestion) -> str:
    """Keep the challenge of a question for the answer; gives its options."""
    session[CHALLENGE] = question.challenge
    return question.options


def challenge() -> str:
    """The challenge that was asked last. It counts for one answer."""
    return str(session.pop(CHALLENGE, ""))


def problem_with(form: ProofForm, account: User) -> str:
    """What is wrong with the proof that this person sent, in a sentence; empty when it is good, and then used up.

    Raises SlowDown when it comes too soon or too often.
    """
    # Counted apart from the password: who has that one right must not guess the second for ever.
    with brakes.guess(f"stap:{account.id}", account, form) as made:
        problem = _looked_at(form, account)
        made.right = not problem
    return problem


def _looked_at(form: ProofForm, account: User) -> str:
    if form.chosen is FactorWay.APP:
        return app_codes.check(account, form.code.data).sentence
    if form.chosen is FactorWay.HERSTELCODE:
        return "" if recovery.use(account, form.code.data) else NO_RECOVERY_CODE
    if form.chosen is FactorWay.PASSKEY:
        return _problem_with_passkey(form, account)
    return CHOOSE_AGAIN


def _problem_with_passkey(form: ProofForm, account: User) -> str:
    try:
        owner = passkeys.check(form.antwoord.data or "", challenge())
    except FactorProblem as problem:
        return str(problem)
    return "" if owner.id == account.id else "Deze passkey is van een ander account. Kies uw eigen passkey."
