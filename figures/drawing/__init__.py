"""The first drawing of every chart: SVG from the same plain figure that plotly draws when touched."""
