"""National pages: overview of plans, starting plans, contact persons."""

from portal.web.landelijk import beheren, contacten, overzicht, plannen, samenvatten, samenvatting
from portal.web.landelijk.blueprint import blueprint

__all__ = ["beheren", "blueprint", "contacten", "overzicht", "plannen", "samenvatten", "samenvatting"]
