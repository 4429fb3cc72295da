"""How Dutch is written: dates and moments in Amsterdam, numbers, names in a row, one and many.

The ground floor: everybody may import it, and it imports nothing of ours. What Babel knows, Babel does.
"""
