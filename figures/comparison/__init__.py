"""Charts for comparing councils."""
