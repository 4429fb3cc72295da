"""The colours of our documents, as the file formats write them: red, green and blue in two figures each."""

from __future__ import annotations

# The calm colours of the portal: one accent with its wash, ink and two greys.
ACCENT, ACCENT_DARK, ACCENT_WASH = "0B5D63", "07454A", "EAF3F3"
INK, INK_SOFT, LINE = "17212B", "465361", "D7DDDF"
# The lines around the cells of a table that is a form.
GRID = "8A959C"
WHITE, BLACK = "FFFFFF", "000000"

# What every document has: the headings, the heading row of a table, a link.
HEADING, HEAD_SHADE, LINK_COLOUR = ACCENT_DARK, ACCENT_WASH, ACCENT
# The blues of python-docx’s own headings, which become ours.
FOREIGN_BLUES = ("17365D", "365F91", "4F81BD", "243F60", "622423")
