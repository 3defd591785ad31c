"""Tests mirror the tree: `kg/sources/tables.py` has `tests/sources/test_tables.py`."""
