"""The documents against the programs."""
