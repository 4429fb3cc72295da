"""The addresses of built styles and scripts: templates ask for "main.css" and get "/static/dist/main.4XQ2ABCD.css"."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

DIST = Path(__file__).parents[1] / "static" / "dist"
PREFIX = "/static/dist/"


class AssetsNotBuiltError(RuntimeError):
    """The front end has not been built, or lacks a file that a template asks for."""


@lru_cache
def read_manifest(dist: Path = DIST) -> Mapping[str, str]:
    """Read, once per folder, which built file stands for which plain name.

    :param dist: the folder that ``portal/static/build.mjs`` writes.
    :return: plain name to file name, such as ``{"main.css": "main.4XQ2ABCD.css"}``.
    :raises AssetsNotBuiltError: when the build has not been run; the next call looks again.
    """
    try:
        text = (dist / "manifest.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise AssetsNotBuiltError("The styles and scripts are not built yet. Run: make assets") from error
    manifest: dict[str, str] = json.loads(text)
    return manifest


def asset(name: str, *, dist: Path = DIST) -> str:
    """The address of one built file.

    :param name: the plain name, such as ``main.css``.
    :param dist: the folder that the build writes.
    :return: the path from the root of the site, with the hash of the content in it.
    :raises AssetsNotBuiltError: when there is no such file.
    """
    manifest = read_manifest(dist)
    if name not in manifest:
        raise AssetsNotBuiltError(f"No built file is called {name}. Run: make assets")
    return PREFIX + manifest[name]
