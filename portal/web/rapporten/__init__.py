"""The national reports: making, editing, agreeing on, reading and downloading them."""

from portal.web.rapporten import (
    akkoord,
    besluiten,
    bestanden,
    boodschappen,
    citaten,
    getallen,
    hier,
    hoor,
    hoor_regio,
    lezen,
    lijst,
    teksten,
    tellingen,
    verzoeken,
    zinnen,
)
from portal.web.rapporten.blueprint import blueprint

__all__ = [
    "akkoord",
    "besluiten",
    "bestanden",
    "blueprint",
    "boodschappen",
    "citaten",
    "getallen",
    "hier",
    "hoor",
    "hoor_regio",
    "lezen",
    "lijst",
    "teksten",
    "tellingen",
    "verzoeken",
    "zinnen",
]
