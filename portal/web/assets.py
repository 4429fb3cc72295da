"""The addresses of built styles and scripts: templates ask for "main.css" and get "/static/dist/main.4XQ2ABCD.css"."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

DIST = Path(__file__).parents[1] / "static" / "dist"


class AssetsNotBuiltError(RuntimeError):
    """The front end has not been built, or lacks a file that a template asks for."""


def read_manifest(dist: Path = DIST) -> Mapping[str, str]:
    """Read which built file stands for which plain name.

    :param dist: the folder that ``portal/static/build.mjs`` writes.
    :return: plain name to file name, such as ``{"main.css": "main.4XQ2ABCD.css"}``.
    :raises AssetsNotBuiltError: when the build has not been run.
    """
    try:
        text = (dist / "manifest.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise AssetsNotBuiltError("The styles and scripts are not built yet. Run: make assets") from error
    manifest: dict[str, str] = json.loads(text)
    return manifest


def asset_finder(
    dist: Path = DIST, *, prefix: str = "/static/dist/", read_again: bool = False
) -> Callable[[str], str]:
    """Make the ``asset`` function of the templates: plain name in, address out.

    The manifest is read at the first call and kept; ``read_again`` reads it each time, for whoever works on the styles.

    :param dist: the folder that the build writes.
    :param prefix: the path at which that folder is served, with a slash at its end.
    :return: a function that raises :class:`AssetsNotBuiltError` for a file that was not built.
    """
    kept: dict[str, Mapping[str, str]] = {}

    def asset(name: str) -> str:
        if read_again or "manifest" not in kept:
            kept["manifest"] = read_manifest(dist)
        try:
            return prefix + kept["manifest"][name]
        except KeyError as error:
            raise AssetsNotBuiltError(f"No built file is called {name}. Run: make assets") from error

    return asset
