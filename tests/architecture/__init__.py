"""What holds for the whole tree: a rule a file in `checks/`; `tests/runners/must_fail/` proves each can fail."""
