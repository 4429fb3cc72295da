"""Where it is known that a password was guessed wrongly: the log of security listens, and whoever else wants to know.

That somebody came in is `user_logged_in` of Flask-Login, whatever the way in was.
"""

from __future__ import annotations

from blinker import Namespace

_signals = Namespace()

# A password (or what stands for one) was wrong. `account`: whose it was, None when there is no such account.
guess_failed = _signals.signal("guess-failed")
# It was not looked at: too soon or too often. `account` as above.
guess_refused = _signals.signal("guess-refused")
