"""Figures of the instroom, where they came from, and the files they came in."""
