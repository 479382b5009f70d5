"""The rules of the trade as pure functions on plain values; no database, no window, no clock."""
