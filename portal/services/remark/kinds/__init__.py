"""What people remark on: a module for each, and what they share."""
