"""Figures that were published: a page for everybody, and an interface for programs."""

from portal.web.cijfers import api, pages
from portal.web.cijfers.blueprint import blueprint

__all__ = ["api", "blueprint", "pages"]
