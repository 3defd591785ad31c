"""The graph compiled by SPARQL, once, into one immutable value that decisions read."""
