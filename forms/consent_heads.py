"""The title and the heads of the table of who agreed, as documents draw it and as it is known again in a file."""

INSTEMMING = "Instemming"
PARTIJ = "Partij"
WAT_IS_GEZEGD = "Wat is gezegd"
