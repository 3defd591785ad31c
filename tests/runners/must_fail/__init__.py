"""Proof that the checks can fail: bad examples that each of them has to catch."""
