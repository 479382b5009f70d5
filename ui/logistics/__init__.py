"""The tab "Logistics" of an event."""
