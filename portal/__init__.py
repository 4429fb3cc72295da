"""The Regioportaal: `create_app` puts the house together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import database
from portal.config import INSTANCE, Settings, flask_config
from portal.domain import clock
from portal.extensions import csrf, db, limiter, migrate
from portal.fit import fit_settings
from portal.sessions import IdleSessions

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings | None = None, **overrides: Any) -> Flask:
    """Make the app for these settings (default: those of the environment, when they are fit to start with).

    `overrides` are Flask configuration values for tests. Raises SettingsError for a setting that can't be used.
    """
    settings = settings or fit_settings()
    app = Flask(__name__, template_folder=str(ROOT / "templates"), instance_path=str(INSTANCE))
    app.session_interface = IdleSessions()
    app.config.update(flask_config(settings), **overrides)
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = database.engine_options(app.config["SQLALCHEMY_DATABASE_URI"])
    clock.pretend_today_is(settings.vandaag)
    if settings.proxies:
        # Trust exactly as many proxies as there are: then brakes see people, not the proxy.
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    _init_extensions(app)
    _init_web(app)
    return app


def _init_extensions(app: Flask) -> None:
    from portal.security import init_security

    db.init_app(app)
    with app.app_context():
        database.prepare_engine(db.engine)
    migrate.init_app(app, db, directory=str(ROOT / "portal" / "migrations"))
    csrf.init_app(app)
    limiter.init_app(app)
    init_security(app)


def _init_web(app: Flask) -> None:
    from portal.cli import register as register_commands
    from portal.web import register as register_pages

    register_pages(app)
    register_commands(app)
