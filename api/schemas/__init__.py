"""What answers look like, for OpenAPI. The words and values themselves are made in `kg.wording`."""
