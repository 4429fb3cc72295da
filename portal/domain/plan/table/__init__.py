"""Rows of a list from a table that somebody has already: read, matched by column, and looked at before they are added.

`grid` reads what was pasted and `workbook` what was uploaded; `columns` says which column is which field, `unrolled`
takes cells apart that hold a list each, and `rows` makes the new rows. Nothing here writes.
"""
