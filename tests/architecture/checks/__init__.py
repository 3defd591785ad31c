"""One rule a file: `find(root)` gives one line for each breach, and a line as well where there is nothing to check."""
