"""Saved web pages: a tree, the text of it, what the page says of itself, and what is what."""
