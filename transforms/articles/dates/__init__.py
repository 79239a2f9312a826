"""From what a page prints to the day of publication."""
