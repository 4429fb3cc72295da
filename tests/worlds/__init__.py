"""Making small worlds, without surprises: a factory makes what its name says, with invented names, and nothing else.

Where the portal has a verb for it, the factory uses that verb. Rows are flushed, so that they have ids; the strict
client commits them before its first request, other tests commit themselves. One module per subject.
"""
