"""Two Word documents made into one with tracked changes: who accepts all has the newer one, who rejects all the older.

Both are drawn in one document, so that their lists and links share one numbering; then their blocks are merged.
What a plan is, nothing in here knows.
"""
