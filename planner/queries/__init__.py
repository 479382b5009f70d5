"""Every way to read; all return frozen rows."""
