"""Every setting: its default, what it takes, and the one clear line for what it does not take."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.word.house_style import house_template
from portal.config import Settings, SettingsError, flask_config, read_settings, variable_name
from portal.run import (
    SERVER_VARIABLES,
    ServerSettings,
    lead_links_here,
    read_server_settings,
    require_free_port,
    require_shielded,
)
from tests.running.forked import Forked

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("variable", "raw", "field", "value"),
    [
        ("DATABASE_URL", "sqlite:////tmp/x.db", "database_url", "sqlite:////tmp/x.db"),
        ("DATABASE_URL", "postgresql://jan:geheim@db/x", "database_url", "postgresql+psycopg://jan:geheim@db/x"),
        ("DATABASE_URL", "postgres://db/x", "database_url", "postgresql+psycopg://db/x"),
        ("SECRET_KEY", " een lange sleutel ", "secret_key", "een lange sleutel"),
        ("PORTAL_DEMO", "1", "demo", True),
        ("PORTAL_DEMO", "nee", "demo", False),
        ("PORTAL_VANDAAG", "2024-02-29", "vandaag", date(2024, 2, 29)),
        ("PORTAL_PUBLIC_URL", "https://portaal.example/", "public_url", "https://portaal.example"),
        ("PORTAL_HTTPS", "ja", "https", True),
        ("PORTAL_SESSION_MINUTES", "15", "session_minutes", 15),
        ("PORTAL_SESSION_UREN", "8", "session_uren", 8),
        ("PORTAL_BIJLAGE_MB", "5", "bijlage_mb", 5),
        ("PORTAL_SMTP_HOST", "mail.example", "smtp_host", "mail.example"),
        ("PORTAL_SMTP_PORT", "587", "smtp_port", 587),
        ("PORTAL_SMTP_TLS", "starttls", "smtp_tls", "starttls"),
        ("PORTAL_HERINNER_DAGEN", "7, 1,-3", "herinner_dagen", (7, 1, -3)),
    ],
)
def test_a_usable_value_is_read(variable: str, raw: str, field: str, value: Any) -> None:
    assert getattr(read_settings({variable: raw}), field) == value


BAD = [
    ("DATABASE_URL", "mysql://db/x"),
    ("DATABASE_URL", "geen adres"),
    ("PORTAL_DEMO", "misschien"),
    ("PORTAL_VANDAAG", "29-02-2024"),
    ("PORTAL_VANDAAG", "2023-02-29"),
    ("PORTAL_PUBLIC_URL", "portaal.example"),
    ("PORTAL_HTTPS", "aan"),
    ("PORTAL_SESSION_MINUTES", "0"),
    ("PORTAL_SESSION_MINUTES", "½"),
    ("PORTAL_SESSION_UREN", "25"),
    ("PORTAL_BIJLAGE_MB", "-1"),
    ("PORTAL_SMTP_PORT", "smtp"),
    ("PORTAL_SMTP_TLS", "ssl"),
    ("PORTAL_HERINNER_DAGEN", "elke dag"),
    ("PORTAL_ONDERHOUD", "soms"),
    ("PORTAL_PROXIES", "-1"),
    ("PORTAL_VANDAAG", "0001-01-01"),
    ("PORTAL_VANDAAG", "9999-12-31"),
    ("PORTAL_PUBLIC_URL", "http://"),
    ("PORTAL_SMTP_PORT", "65536"),
    ("PORTAL_SMTP_HOST", "mail..example"),
    ("PORTAL_MAIL_FROM", "Regioportaal <portaal@voorbeeld.example>"),
    ("PORTAL_MAIL_FROM", "geen adres"),
    ("PORTAL_CONTACT_MAIL", "<script>"),
    ("PORTAL_HERINNER_DAGEN", "14,9999999999"),
]


@pytest.mark.parametrize(("variable", "raw"), BAD)
def test_an_unusable_value_gives_one_line_with_the_name_and_the_value(variable: str, raw: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({variable: raw})
    assert str(caught.value).startswith(f"{variable}={raw!r} kan niet: ")
    assert "\n" not in str(caught.value)


def test_a_house_style_is_named_by_its_full_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stijl.docx").write_bytes(house_template())
    monkeypatch.chdir(tmp_path)
    assert read_settings({"PORTAL_WORD_TEMPLATE": "stijl.docx"}).word_template == str(tmp_path / "stijl.docx")


@pytest.mark.parametrize(
    ("name", "content"), [("weg.docx", None), ("map", b""), ("leeg.docx", b""), ("brief.txt", b"Beste lezer")]
)
def test_a_house_style_that_is_no_word_file_gives_one_line(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if name == "map":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        read_settings({"PORTAL_WORD_TEMPLATE": str(path)})
    assert str(caught.value).startswith(f"PORTAL_WORD_TEMPLATE={str(path)!r} kan niet: ")
    assert "\n" not in str(caught.value)


def test_an_empty_value_is_the_default() -> None:
    assert read_settings({variable_name(field.name): " " for field in fields(Settings)}) == Settings()


def test_without_a_secret_key_only_a_demo_starts(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SECRET_KEY ontbreekt"):
        flask_config(Settings(), tmp_path)


def test_the_key_of_a_demo_is_made_once_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    instance = tmp_path / "instance"
    first = flask_config(Settings(demo=True), instance)["SECRET_KEY"]
    assert len(first) == 64
    assert flask_config(Settings(demo=True), instance)["SECRET_KEY"] == first
    assert (instance / "demo_secret_key").stat().st_mode & 0o077 == 0


def test_the_server_settings_are_read() -> None:
    environ = {"PORT": "9000", "HOST": "0.0.0.0", "WEB_CONCURRENCY": "4", "WEB_THREADS": "2"}
    assert read_server_settings(environ) == ServerSettings(port=9000, host="0.0.0.0", workers=4, threads=2)
    assert read_server_settings({}) == ServerSettings()


@pytest.mark.parametrize(
    ("variable", "raw"),
    [
        ("PORT", "abc"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "8000.0"),
        ("PORT", "9" * 5000),
        ("WEB_CONCURRENCY", "veel"),
        ("WEB_THREADS", "-1"),
    ],
)
def test_an_unusable_server_setting_gives_one_line(variable: str, raw: str) -> None:
    with pytest.raises(SettingsError, match=f"^{variable}='.*' kan niet: gebruik een geheel getal van 1 tot en met"):
        read_server_settings({variable: raw})


def test_a_busy_port_says_so_and_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(SettingsError, match=f"^Poort {port} is al in gebruik. .*PORT={port + 1} make run$"):
            require_free_port(ServerSettings(port=port))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, "http://localhost:8123"),
        ({"PORTAL_PUBLIC_URL": " "}, "http://localhost:8123"),
        ({"PORTAL_PUBLIC_URL": "https://portaal.example"}, "https://portaal.example"),
    ],
)
def test_links_in_mails_lead_to_the_port_that_make_run_serves(given: dict[str, str], found: str) -> None:
    environ = dict(given)
    lead_links_here(ServerSettings(port=8123), environ)
    assert read_settings(environ).public_url == found


def test_an_address_of_another_machine_says_so() -> None:
    with pytest.raises(SettingsError, match=r"HOST='192\.0\.2\.1' kan niet"):
        require_free_port(ServerSettings(host="192.0.2.1"))


@pytest.mark.parametrize(
    ("variable", "raw", "start"),
    [
        ("DATABASE_URL", "mysql://x/y", "DATABASE_URL='mysql://x/y' kan niet"),
        ("DATABASE_URL", "sqlite:////bestaat/niet/x.db", "De database is niet bereikbaar"),
        ("DATABASE_URL", "postgresql:///x?host=/bestaat/niet", "De database is niet bereikbaar"),
        ("PORTAL_WORD_TEMPLATE", "/bestaat/niet.docx", "PORTAL_WORD_TEMPLATE='/bestaat/niet.docx' kan niet"),
        ("HOST", "zo heet niemand", "HOST='zo heet niemand' kan niet"),
    ],
)
def test_the_portal_stops_with_that_one_line(tmp_path: Path, variable: str, raw: str, start: str) -> None:
    log = tmp_path / "log"
    code = Forked(["portal.run"], {"PORT": str(free_port()), "PORTAL_DEMO": "1", variable: raw}, log).wait(60)
    assert_told(code, log.read_text(encoding="utf-8"), start)


def test_make_run_stops_with_that_one_line() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "portal.run"],
        cwd=ROOT,
        env={**os.environ, "PORT": "abc"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert_told(result.returncode, result.stdout + result.stderr, "PORT='abc' kan niet")


def assert_told(code: int, said: str, start: str) -> None:
    """It ended with an error and said one line, which starts so."""
    assert code == 1
    lines = said.strip().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(start)


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_the_readme_lists_every_setting_with_its_default() -> None:
    table = re.findall(r"^\| `([A-Z_]+)` \| ([^|]*) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: shown.strip().strip("`") for name, shown in table} == expected_table()


def expected_table() -> dict[str, str]:
    """Every variable and its default, as the README writes it."""
    portal = {variable_name(field.name): field.default for field in fields(Settings)}
    server = {SERVER_VARIABLES[field.name]: field.default for field in fields(ServerSettings)}
    return {name: shown_default(value) for name, value in {**server, **portal}.items()}


def shown_default(value: Any) -> str:
    """A default as the README writes it: "leeg" for nothing, 0 and 1 for no and yes, commas in a list."""
    if value in ("", None):
        return "leeg"
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1"])
def test_other_machines_come_over_https_only(host: str) -> None:
    with pytest.raises(SettingsError, match="laat andere machines toe"):
        require_shielded(ServerSettings(host=host), Settings())


@pytest.mark.parametrize(
    ("host", "settings"), [("0.0.0.0", {"https": True}), ("0.0.0.0", {"demo": True}), ("127.0.0.1", {})]
)
def test_over_https_in_a_demo_or_on_the_own_machine_it_starts(host: str, settings: dict[str, Any]) -> None:
    require_shielded(ServerSettings(host=host), Settings(**settings))
