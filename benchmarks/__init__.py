"""How fast the portal is, measured beside floors on the same machine in the same minutes: `make bench`.

Nothing here is a test: a slow machine fails nothing. The run ends with an error only when text was lost.
"""
