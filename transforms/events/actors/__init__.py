"""From a noun phrase to an actor with country and sectors."""
