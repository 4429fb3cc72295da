"""Reading what the portal makes as somebody else would: pages, forms, Word and Excel files."""
