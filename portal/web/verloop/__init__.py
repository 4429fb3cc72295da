"""What is told over rounds: of the country by theme and by action, and of one region."""

from portal.web.verloop import landelijk, regio
from portal.web.verloop.blueprint import blueprint

__all__ = ["blueprint", "landelijk", "regio"]
