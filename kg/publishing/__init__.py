"""A version as a release: files that a stranger can use without Rettvei, and what two releases differ in."""
