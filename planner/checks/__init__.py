"""Gathers facts and asks the rules; answers with findings."""
