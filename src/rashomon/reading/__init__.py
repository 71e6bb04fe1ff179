"""The trained reader: syntax, names, attribution and vectors of sentences, in one pass."""
