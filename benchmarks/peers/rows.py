"""The rows that the peers show: as many as the largest dashboard has, of the same kind."""

import pandas as pd

STAGES = ("draft", "review", "approved", "published")
ROWS = pd.DataFrame(
    {
        "name": [f"Indicator {n} of what residents are served with" for n in range(25)],
        "value": [round(n * 1.7 % 100, 1) for n in range(25)],
        "before": [round(n * 1.9 % 100, 1) for n in range(25)],
        "unit": ["%"] * 25,
        "stage": [STAGES[n % 4] for n in range(25)],
    }
)
