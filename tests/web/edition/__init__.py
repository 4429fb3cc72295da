"""An edition that exists only in tests, walked as people do."""
