"""The door for gunicorn and `flask`: `wsgi:app`. A setting that can't be used ends in one line."""

from portal import create_app
from portal.config import SettingsError

try:
    app = create_app()
except SettingsError as error:
    raise SystemExit(str(error)) from None
