"""Rettvei: the rulebook of integrated care as a knowledge graph."""

__version__ = "0.1.0"
