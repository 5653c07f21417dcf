"""Work that runs beside requests, on a schedule."""
