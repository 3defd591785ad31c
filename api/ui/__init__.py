"""The page: rendered on the server, works without JavaScript."""
