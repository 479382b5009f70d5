"""What is to be done before an event and after it, and what is signed at it."""
