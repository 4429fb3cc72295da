"""National pages: overview of plans, starting plans, contact persons."""

from portal.web.landelijk import beheren, contacten, hier, klaarzetten, overzicht, plannen, samenvatten, samenvatting
from portal.web.landelijk.blueprint import blueprint

__all__ = [
    "beheren",
    "blueprint",
    "contacten",
    "hier",
    "klaarzetten",
    "overzicht",
    "plannen",
    "samenvatten",
    "samenvatting",
]
