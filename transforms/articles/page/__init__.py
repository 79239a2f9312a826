"""From a page's bytes to markup or text, and what the markup says about its article."""
