"""What a process holds that others are forked from (`forked.py`): the portal, before any setting is read."""

from __future__ import annotations

import os

import gunicorn.app.wsgiapp
import gunicorn.workers.gthread  # noqa: F401 - this is what is loaded here
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.orm import configure_mappers

from portal import create_app
from portal.config import Settings
from tests.databases import POSTGRES_HOME

# Compiled templates are the same for every app of every process of this run.
if POSTGRES_HOME in os.environ:
    Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": FileSystemBytecodeCache(os.environ[POSTGRES_HOME])}
# An app that nobody asks anything: to make it, everything that it needs was loaded.
create_app(Settings(database_url="sqlite://", secret_key="een-sleutel-alleen-om-te-laden", demo=False))
configure_mappers()
