"""The command line: one verb a file. Exit 0 when answered, 2 for input or a graph that cannot be used."""
