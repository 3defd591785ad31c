"""What a team or a case covers of integration, what it lacks, and which barriers it meets or leaves."""
