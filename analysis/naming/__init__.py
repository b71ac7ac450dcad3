"""What it is called: actors, names, labels, contrasts, verbs of saying, origins."""
