"""Processes that may be killed: what strangers wrote is read and run there, and nowhere else."""
