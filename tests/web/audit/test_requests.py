"""What requests and commands leave in the audit log: as the beheerder reads it back."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan, User
from portal.services.audit import sealing
from tests.client import StrictClient
from tests.running.queries import asked_of_the_database
from tests.worlds.audit import checked, empty_log, lines, told
