"""From text to parsed sentences: the trained model with rules around it."""
