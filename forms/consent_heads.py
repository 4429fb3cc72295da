"""The heads of the table of who agreed, as documents draw it and as it is known again in a file."""

PARTIJ = "Partij"
WAT_IS_GEZEGD = "Wat is gezegd"
