"""Where the letters of PDF files are: `make assets` brings them there."""

from __future__ import annotations

from pathlib import Path

from flask import current_app


def folder() -> Path:
    """The folder with the font files; empty or absent when nobody built the front."""
    return Path(current_app.static_folder or "") / "dist" / "letters"
