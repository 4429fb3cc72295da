"""Pages and buttons for remarks on a plan."""

from portal.web.opmerkingen import pages
from portal.web.opmerkingen.blueprint import blueprint

__all__ = ["blueprint", "pages"]
