"""What the portal writes on stderr: one line of JSON for each thing that happened (docs/decisions/logregels.md)."""
