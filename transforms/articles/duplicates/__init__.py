"""Copies of one text under other addresses or titles, grouped so that events count independent sources."""
