"""The sample office: the working meeting of 10 April 2024 and what it led to (handbook 0).

Built through operations and imports only, by an author of its own, so that undo never takes it apart.
"""

from planner.sample.build import build_sample

__all__ = ["build_sample"]
