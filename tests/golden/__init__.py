"""Stored data of every format and version as it was written then, and what it must still say. See README.md."""
