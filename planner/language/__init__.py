"""What is particular to a language: words, dates, numbers, alphabets, marks."""
