"""Sentences and tokens with offsets into the report's own text."""

from rashomon.text.sentences import paragraphs, sentences
from rashomon.text.tokens import Token, tokens

__all__ = ["Token", "paragraphs", "sentences", "tokens"]
