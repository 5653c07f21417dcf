"""The same small page in two general dashboard tools: a table of 25 rows, a filter, a chart.

They are not installed with the product. ``benchmarks/README.md`` says how to have them measured beside it.
"""
