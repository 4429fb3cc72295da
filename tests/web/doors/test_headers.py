"""Security headers on every kind of answer (norms SEC-1, SEC-2, SEC-3, SEC-5; the tests of internet.nl)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal import create_app
from portal.config import Settings
from portal.domain.roles import Rol
from tests.client import StrictClient
from tests.databases import TEST_CONFIG, close
from tests.worlds.people import make_user

ANSWERS = {
    "een openbare pagina": "/hulp",
    "de aanmeldpagina": "/account/aanmelden",
    "een doorverwijzing": "/",
    "een pagina die er niet is": "/bestaat-niet",
    "een bestand": "/static/img/favicon.svg",
    "security.txt": "/.well-known/security.txt",
}


@pytest.fixture(params=ANSWERS.values(), ids=ANSWERS.keys())
def answer(request: pytest.FixtureRequest, client: StrictClient) -> TestResponse:
    """One of every kind of answer, to somebody who has not signed in."""
    client.get(request.param, None)
    assert client.response is not None
    return client.response


def policy_of(answer: TestResponse) -> dict[str, list[str]]:
    """The content security policy as directive → sources."""
    (header,) = answer.headers.getlist("Content-Security-Policy")
    parts = [part.split() for part in header.split(";") if part.strip()]
    assert len({part[0] for part in parts}) == len(parts), "een regel staat er dubbel in"
    return {part[0]: part[1:] for part in parts}


def test_only_our_own_files_count(answer: TestResponse) -> None:
    policy = policy_of(answer)
    assert policy["default-src"] in (["'none'"], ["'self'"])
    sources = {source for part in policy.values() for source in part}
    assert sources <= {"'none'", "'self'"}


@pytest.mark.parametrize("directive", ["base-uri", "frame-src", "frame-ancestors", "form-action"])
def test_what_does_not_follow_from_default_src_is_set(answer: TestResponse, directive: str) -> None:
    assert policy_of(answer)[directive] in (["'none'"], ["'self'"])


def test_the_other_headers(answer: TestResponse) -> None:
    assert answer.headers.getlist("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.getlist("X-Frame-Options") == ["DENY"]
    assert answer.headers.getlist("Referrer-Policy") == ["same-origin"]


def test_no_server_tells_its_version(answer: TestResponse) -> None:
    assert "X-Powered-By" not in answer.headers


def test_pages_stay_nowhere_and_files_do(client: StrictClient) -> None:
    client.sign_in(make_user(Rol.LEZER)).get("/account")
    assert client.response is not None
    assert client.response.headers.getlist("Cache-Control") == ["no-store"]
    client.get("/static/img/favicon.svg")
    assert "no-store" not in client.response.headers.get("Cache-Control", "")


def test_without_https_there_is_no_hsts(answer: TestResponse) -> None:
    assert "Strict-Transport-Security" not in answer.headers


@pytest.fixture
def app_on_https(app: Flask) -> Iterator[Flask]:
    """The app as it stands behind TLS."""
    settings = Settings(
        database_url=app.config["SQLALCHEMY_DATABASE_URI"],
        secret_key="een-sleutel-alleen-voor-tests",
        https=True,
        public_url="https://portaal.example",
    )
    secure = create_app(settings, **TEST_CONFIG)
    yield secure
    close(secure)


@pytest.mark.parametrize("address", ANSWERS.values(), ids=ANSWERS.keys())
def test_with_https_there_is_one_hsts_header_of_a_year(app_on_https: Flask, address: str) -> None:
    answer = app_on_https.test_client().get(address, base_url="https://portaal.example", buffered=True)
    (header,) = answer.headers.getlist("Strict-Transport-Security")
    ages = [part.strip().removeprefix("max-age=") for part in header.split(";") if "max-age" in part]
    assert [int(age) >= 31_536_000 for age in ages] == [True]


def test_with_https_cookies_go_over_https_only(app_on_https: Flask) -> None:
    answer = app_on_https.test_client().get("/account/aanmelden", base_url="https://portaal.example", buffered=True)
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        attributes = {part.strip().split("=")[0].lower() for part in cookie.split(";")[1:]}
        assert {"secure", "httponly", "samesite"} <= attributes
        # A browser takes one with this name from this very host only, for the whole site, over https.
        assert cookie.startswith("__Host-")
        assert "domain" not in attributes
        assert "Path=/;" in f"{cookie};"


def test_a_cookie_is_not_for_scripts_nor_for_other_sites(client: StrictClient) -> None:
    client.get("/account/aanmelden")
    assert client.response is not None
    (cookie,) = client.response.headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_security_txt_tells_whom_to_tell(client: StrictClient) -> None:
    client.get("/.well-known/security.txt")
    assert client.response is not None
    assert client.response.mimetype == "text/plain"
    lines = [line.split(": ", 1) for line in client.response.text.splitlines() if line and not line.startswith("#")]
    fields = dict(lines)
    assert fields["Contact"] == "mailto:beheer@voorbeeld.example"
    assert fields["Canonical"].endswith("/.well-known/security.txt")
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(0) < expires - datetime.now(UTC) < timedelta(days=366)
