"""Delegation Planner: plans visits, meetings and conferences and prints their bilingual papers."""
