"""A small PDF of one page, made by hand: the attachment of a demo plan."""

from __future__ import annotations

HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
A4 = "0 0 595 842"


def title_page(title: str, lines: list[str]) -> bytes:
    """A valid PDF with a title and some lines under it (Windows-1252 letters; others become a question mark)."""
    drawn = [_text("F2", 20, 700, title), *(_text("F1", 12, 660 - 20 * at, line) for at, line in enumerate(lines))]
    content = b"\n".join(drawn)
    return _document(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{A4}] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
            _font("Helvetica"),
            _font("Helvetica-Bold"),
            b"<< /Title (%b) >>" % _escaped(title),
        ]
    )


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _text(font: str, size: int, height: int, text: str) -> bytes:
    return b"BT /%b %d Tf 72 %d Td (%b) Tj ET" % (font.encode(), size, height, _escaped(text))


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _document(objects: list[bytes]) -> bytes:
    body, offsets = HEAD, []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        len(objects),
        len(body),
    )
    return body + xref + trailer
