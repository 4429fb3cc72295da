"""How property tests run: how fast the machine is decides nothing (speed is measured in `benchmarks/`)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")
