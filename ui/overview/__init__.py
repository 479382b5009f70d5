"""The overview of an event: what it belongs to, what needs somebody, who comes, how complete its texts are."""
