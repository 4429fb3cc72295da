"""The data of a national report as JSON text and back: typed, exact, and the same text for the same data."""

from __future__ import annotations

import msgspec

from exports.national.data import RapportData

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(RapportData)


def to_json(data: RapportData) -> str:
    """The data as JSON text; `from_json` gives exactly the same data back."""
    return _encoder.encode(data).decode()


def from_json(text: str) -> RapportData:
    """The data that `to_json` wrote.

    Raises msgspec.ValidationError when it is something else, msgspec.DecodeError when it is no JSON.
    """
    return _decoder.decode(text)
