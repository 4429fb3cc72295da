"""What regions expect of national parties: the national list, answering it, and what a region got as answer."""

from portal.web.verwachtingen import beantwoorden, lijst, van_regio
from portal.web.verwachtingen.blueprint import blueprint

__all__ = ["beantwoorden", "blueprint", "lijst", "van_regio"]
