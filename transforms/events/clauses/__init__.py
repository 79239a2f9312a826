"""From a parsed sentence to clauses: who does what to whom, whether it happened, and who says so."""
