"""Papers as functions: data in, bytes out."""
