"""Reading OpenDocument text, as LibreOffice and Google Docs write it (ODF 1.3, part 3).

odfdo makes such files in tests. It does not read them here: what somebody uploads is opened within bounds of ours,
and a walk over the tree gives merged cells, notes and remarks in their places.
"""
