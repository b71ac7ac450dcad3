"""Reads a folder: every file becomes an article without its page furniture, or a reject with its reason."""
