"""`python -m ui [OFFICE] [--sample] [--language ru|en] [--read-only]`: opens the window."""

from __future__ import annotations

import gc
import sys

# Nothing is thrown away before the window is on the screen: the collector would only look through modules being made.
gc.disable()

from ui.main import main  # noqa: E402 - as said above

if __name__ == "__main__":
    sys.exit(main())
