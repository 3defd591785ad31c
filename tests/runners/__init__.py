"""Tests of how the tests run."""
