"""Searching in texts: words and their stems, what somebody asks, and which words of a text are meant. Pure."""
