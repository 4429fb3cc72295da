"""Figures of the instroom: what is counted, how it is cut up, over which periods, and what a figure is."""
