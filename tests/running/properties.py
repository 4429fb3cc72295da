"""How property tests run: how fast the machine is decides nothing (speed is measured in `benchmarks/`)."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")

# Against a mutant (`make mutate`): the same examples each time, and no search for the shortest one that fails.
settings.register_profile(
    "mutants",
    settings.get_profile("portal"),
    derandomize=True,
    database=None,
    max_examples=50,
    phases=[Phase.explicit, Phase.generate],
)
# For `make quick`: fewer examples; `make test` has them all.
settings.register_profile("quick", settings.get_profile("portal"), max_examples=15)
