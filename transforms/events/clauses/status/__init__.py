"""Whether the text says that an event happened: one file for each thing that may take a fact away."""
