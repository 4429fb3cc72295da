"""Invented plans, answers and a whole round: what tests and `make kijk` draw documents from."""
