"""The extensions, made here and tied to an app in `create_app`."""

from __future__ import annotations

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from portal.models.base import Base

db = SQLAlchemy(model_class=Base)
migrate = Migrate()
csrf = CSRFProtect()
# Keeps the counts of the brake (`portal/web/account/brakes.py`), where `PORTAL_REM_OPSLAG` says.
limiter = Limiter(key_func=get_remote_address)
