"""Shapes against the graph: findings as values."""
