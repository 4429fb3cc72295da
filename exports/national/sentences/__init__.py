"""The sentences that the portal writes around living values, by chapter."""
