"""The HTTP side: JSON under /v1, a page at /, problem details for every error."""
