"""A filled-in format as a file (Word, ODF): read, recognised by its labels, and looked at before it becomes a concept.

`document` says what was read, whatever the format; readers make it, recognising uses nothing else. Nothing here writes.
"""
