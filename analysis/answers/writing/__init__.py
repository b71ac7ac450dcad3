"""What the rooms of the questions share beside the drawing: the row of a finding, its ranking, evidence and checks."""
