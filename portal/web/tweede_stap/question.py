"""The page that asks for one proof, and carries along what somebody typed before it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.domain.factors.ways import FactorWay
from portal.models import User
from portal.services.factors.held import held_by
from portal.web import carry, posted
from portal.web.account.slow_down import SlowDown
from portal.web.tweede_stap import proofs
from portal.web.tweede_stap.forms import ProofForm

# The name of the buttons that choose another way.
OTHER = f"{posted.SIGN_IN_PREFIX}anders"


@dataclass(frozen=True)
class ProofQuestion:
    """Who is asked, where the answer goes, what it is for, and what travels along."""

    account: User
    target: str
    title: str
    lead: str
    carried: list[tuple[str, str]] = field(default_factory=list)
    had_file: bool = False

    def page(self, form: ProofForm, way: FactorWay | None = None, status: int = 200) -> tuple[str, int]:
        """Ask for a proof: by this way, when the person has it, else by the likeliest one."""
        ways = held_by(self.account).ways
        chosen = way if way in ways else ways[0]
        form.ask(chosen)
        options = proofs.ask_passkey(self.account) if chosen is FactorWay.PASSKEY else ""
        page = render_template(
            "tweede_stap/vraag.html", vraag=self, form=form, manier=chosen, manieren=ways, options=options, other=OTHER
        )
        return page, status

    def answered(self) -> tuple[ProofForm, ResponseReturnValue | None]:
        """The form that was sent, and the page to answer with when it holds no good proof."""
        form = ProofForm()
        if other := next((way for way in FactorWay if way.value == request.form.get(OTHER)), None):
            return form, self.page(form, other)
        try:
            problem = proofs.problem_with(form, self.account)
        except SlowDown as refusal:
            refusal.tell()
            form.form_errors.append(refusal.sentence)
            return form, self.page(form, form.chosen, 429)
        return form, self._refused(form, problem) if problem else None

    def _refused(self, form: ProofForm, problem: str) -> tuple[str, int]:
        if form.chosen is None or form.chosen is FactorWay.PASSKEY:
            form.form_errors.append(problem)
        else:
            form.code.errors = [problem]
        return self.page(form, form.chosen, 422)


def onward(form: ProofForm, fallback: str) -> tuple[str, list[tuple[str, str]]]:
    """Where the answer leads: the address in the form or this one, and the form of before that goes there."""
    return posted.own_address(form.naar.data) or fallback, posted.carried_fields(request.form)


def resend(target: str, carried: list[tuple[str, str]]) -> ResponseReturnValue:
    """Send on what was carried."""
    return carry.resend_page(target, carried, 200, autosubmit=True)
