"""From lines to an article: which are boilerplate, and which part each other one is."""
