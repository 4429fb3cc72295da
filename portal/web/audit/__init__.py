"""What the pages write in the audit log: one table of names, and one place through which every request passes."""
