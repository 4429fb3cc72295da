"""Recognising a filled-in format: which words of a file are the format's own, and where each other word belongs.

It walks the declaration of an edition and knows no edition by name. `walk` reads a file once from top to bottom,
`recognise` makes of that what a person looks at. Nothing here writes.
"""
