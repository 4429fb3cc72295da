"""Vague timelines as data: "Eind Q1 2024" is kept as typed, and read as a window of two dates.

The text goes through four small steps: `tokens` (clean and cut), `readers` (words become periods and marks),
`assemble` (a quarter finds its year, "begin" its period) and `combine` (periods and marks become one window).
All words are data in `words`. What each notation means is decided in docs/decisions/vage-tijdslijnen.md.
"""

from forms.timeline.hint import timeline_hint
from forms.timeline.reading import read_date, read_timeline
from forms.timeline.rhythm import in_words, read_rhythm
from forms.timeline.window import Window, sort_key

__all__ = ["Window", "in_words", "read_date", "read_rhythm", "read_timeline", "sort_key", "timeline_hint"]
