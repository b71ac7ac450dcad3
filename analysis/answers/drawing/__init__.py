"""How a picture is drawn, whatever it shows: canvas, letters, matrix."""
