"""Figures of the instroom: what people see of them, where they come from, and taking them in."""

from portal.web.instroom import (
    beeld,
    bestanden,
    bronnen,
    corrigeren,
    duiding,
    hier,
    inlezen,
    inzage,
    paspoort,
    publiceren,
    regiobeeld,
    sjabloon,
)
from portal.web.instroom.blueprint import blueprint

__all__ = [
    "beeld",
    "bestanden",
    "blueprint",
    "bronnen",
    "corrigeren",
    "duiding",
    "hier",
    "inlezen",
    "inzage",
    "paspoort",
    "publiceren",
    "regiobeeld",
    "sjabloon",
]
