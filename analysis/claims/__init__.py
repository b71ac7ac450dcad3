"""One function a kind of finding: each takes tables and returns rows of the table `findings`, or none."""
