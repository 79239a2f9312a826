"""Fetching: everything between an address and a stored page, politely, safely and so that a kill loses nothing."""
