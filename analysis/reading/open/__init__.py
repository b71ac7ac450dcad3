"""Opens a file of any format: bytes -> documents, each a text with what the file says of it, or rejects."""
