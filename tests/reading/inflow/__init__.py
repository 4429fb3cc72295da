"""Figures of the instroom, read out of every form in which people get them, as somebody would who wants to compute."""
