"""The appendices of the report: the regions, the questions, and the account of every number."""
