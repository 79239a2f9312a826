"""From a page's bytes to an article, with a reason for every line that was cut."""
