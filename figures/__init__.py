"""Drawing: pure functions from data to a figure, one module for each kind of chart."""
