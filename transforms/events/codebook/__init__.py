"""From a clause to the event type that the codebook gives it."""
