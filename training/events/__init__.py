"""Proposing a type for predicates that the codebook does not hold: sentences, a linear model, its figures."""
