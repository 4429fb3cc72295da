"""Reading Word: the body, and all that stands in boxes, notes, headers and remarks beside it (ECMA-376 part 1)."""
