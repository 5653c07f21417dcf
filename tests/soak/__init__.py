"""What `make soak` runs beside the tests that are marked for it."""
