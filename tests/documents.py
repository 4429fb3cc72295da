"""Is a Word or Excel file sound? Asked of a validator that nobody here wrote."""

from __future__ import annotations

from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from openxml_audit import AppPrediction, FileFormat, OpenXmlValidator, predict


def assert_opens_cleanly(content: bytes, suffix: str) -> None:
    """Fail with the findings unless the validator expects the file (".docx", ".xlsx") to open cleanly.

    openpyxl writes its tables and strings in a way the validator remarks upon; what it says of an empty openpyxl
    workbook is no fault of ours. Of a Word file there may be no finding at all.
    """
    findings = _findings(content, suffix)
    if suffix == ".xlsx":
        findings = [finding for finding in findings if finding not in _openpyxl_findings()]
    assert findings == []


@cache
def _openpyxl_findings() -> frozenset[str]:
    empty = BytesIO()
    Workbook().save(empty)
    return frozenset(_findings(empty.getvalue(), ".xlsx"))


def _findings(content: bytes, suffix: str) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"document{suffix}")
        path.write_bytes(content)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    verdict = predict(result)
    counted = Counter(f"{error.part_uri} {error.path}: {error.description}" for error in result.errors)
    clean = verdict.prediction is AppPrediction.OPENS_CLEAN
    return sorted(counted) or ([] if clean else [verdict.headline])
