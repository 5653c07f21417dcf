"""Work on a schedule, beside requests."""
