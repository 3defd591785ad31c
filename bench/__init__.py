"""What we measure, and against whom. `make bench` runs it; a measure is a file with a `measure()`."""
