"""A QR code as a drawing in the page: the security policy allows no picture that is not a file of ours."""

from __future__ import annotations

import qrcode
from markupsafe import Markup

_SVG = Markup(
    '<svg class="rp-qr" viewBox="0 0 {size} {size}" role="img" aria-label="QR-code voor uw app" '
    'shape-rendering="crispEdges"><path d="{path}"/></svg>'
)


def qr_code(text: str) -> Markup:
    """The code of this text, with the quiet zone around it that cameras need."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return _SVG.format(size=len(rows), path=path)
