"""Editions: what is a house's own, how a new one begins, how entries come, go and change names."""
