"""Files with figures as they come: bytes in, a stream of figures out, and what is wrong and where.

`tables` makes rows of cells of any file, `values` a figure of a cell; `cbs`, `ciz` and `own` know what the columns are
of, and `adding` adds gemeenten up to regions. `read` is the way in. Nothing here writes.
"""
