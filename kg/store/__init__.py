"""Where the graph is kept: a narrow port, and the engines behind it."""
