"""The files of a report as somebody downloads them in the browser, and the rows of its workbook."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import Page, expect


def download(page: Page, report: str, name: str) -> bytes:
    """The bytes of a file of the front page, which have the checksum that stands beside it."""
    page.goto(report)
    item = page.locator(".rp-files li").filter(has=page.get_by_role("link", name=name, exact=True))
    with page.expect_download() as started:
        item.get_by_role("link", name=name, exact=True).click()
    content = Path(started.value.path()).read_bytes()
    item.locator("summary").click()
    expect(item.locator("code")).to_have_text(sha256(content).hexdigest())
    return content


def both_files(page: Page, report: str) -> dict[str, bytes]:
    """Word and Excel, as this person gets them."""
    return {name: download(page, report, f"Download {name}") for name in ("Word", "Excel")}


def rows(book: Workbook, sheet: str, *columns: str) -> list[dict[str, object]]:
    """The rows of a sheet of the workbook, with only these columns."""
    header, *body = book[sheet].iter_rows(values_only=True)
    places = {name: place for place, name in enumerate(header) if name in columns}
    assert set(places) == set(columns)
    return [{name: row[place] if place < len(row) else None for name, place in places.items()} for row in body]
