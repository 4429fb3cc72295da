"""What is told over rounds: of an action, of a theme and of a region. Plain values, for pages and for the report."""
