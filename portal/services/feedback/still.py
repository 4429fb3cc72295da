"""Which answers to regions are still so when the overview of the day is written: nobody takes them back."""

from __future__ import annotations

from collections.abc import Mapping

from portal.services.mail.still import Rule, always

STILL: Mapping[str, Rule] = {"terugkoppeling": always, "verwachting": always}
