"""A fictitious but believable world of all 31 regions, for who wants to look around.

Every person, organisation of staff and figure in here is invented. The world is made through the services, so the rules
of the portal hold in it too.
"""
