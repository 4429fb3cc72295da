"""Pages that open without signing in, and the start page."""

from portal.web.public import pages, start
from portal.web.public.blueprint import blueprint

__all__ = ["blueprint", "pages", "start"]
