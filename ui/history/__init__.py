"""The history of an event and of the office."""
