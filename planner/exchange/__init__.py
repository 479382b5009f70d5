"""Files of other programs, turned into frozen rows and problems."""
