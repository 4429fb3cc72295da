"""The messages of a report: what the portal drafts by rule, and what the coördinator made of it."""
