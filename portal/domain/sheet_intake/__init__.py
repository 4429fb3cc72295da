"""An answer sheet that comes in as a file: recognised by the words of its own edition, and looked at before it counts.

`portal.domain.intake` reads the file; nothing here writes.
"""
