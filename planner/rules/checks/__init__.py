"""The rules of the handbook's section 6 as small pure functions, and what runs them."""
