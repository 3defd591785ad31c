"""Stored questions: files of SPARQL that run as they stand, their headers, and the one way to bind values into them."""
