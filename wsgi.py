"""The door for gunicorn and `flask`: `wsgi:app`."""

from portal import create_app

app = create_app()
