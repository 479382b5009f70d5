"""What one person prefers on one computer."""
