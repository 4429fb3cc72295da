"""What every test can ask for. The fixtures themselves live in the modules named here."""

pytest_plugins = [
    "tests.databases",
    "tests.client",
    "tests.running.properties",
    "tests.running.garbage",
    "tests.running.walk",
    "tests.worlds.fixtures",
]
