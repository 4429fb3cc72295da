"""Is a Word or Excel file sound? Asked of a validator that nobody here wrote."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import AppPrediction, FileFormat, OpenXmlValidator, predict


def assert_opens_cleanly(content: bytes, suffix: str) -> None:
    """Fail with the findings unless the validator expects the file (".docx", ".xlsx") to open cleanly."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"document{suffix}")
        path.write_bytes(content)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    assert [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors] == []
    assert predict(result).prediction is AppPrediction.OPENS_CLEAN
