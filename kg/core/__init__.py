"""What every room may use: errors, IRIs, paths, settings."""
