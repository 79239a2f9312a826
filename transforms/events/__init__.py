"""From an article's text to event mentions, quotes, times and places."""
