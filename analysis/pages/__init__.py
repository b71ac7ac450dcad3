"""How results are shown: notebooks, reader, report."""
