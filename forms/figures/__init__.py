"""Figures as people type them: "< 240", "ca. 100", "0,2 – 0,5", "2025: 200; 2026: 150". The words stay as typed.

What is read from them stands beside the words. No reading is better than a wrong one: what has two meanings gives
nothing. What each notation means is decided in docs/decisions/getallen.md.
"""

from forms.figures.figure import Amount, Comparison, Figure, describe, figure_hint, one_value, says_more
from forms.figures.path import read_figures

__all__ = ["Amount", "Comparison", "Figure", "describe", "figure_hint", "one_value", "read_figures", "says_more"]
