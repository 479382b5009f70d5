"""What a meeting came to: minutes, commitments, notes and letters."""
