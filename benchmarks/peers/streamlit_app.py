"""The page in Streamlit."""

import plotly.express as px
import streamlit as st
from rows import ROWS, STAGES

st.title("Overview")
chosen = st.selectbox("Stage", ["All", *STAGES])
shown = ROWS if chosen == "All" else ROWS[ROWS["stage"] == chosen]
st.write(f"{len(shown)} of {len(ROWS)} rows")
st.table(shown)
st.plotly_chart(px.bar(shown, x="name", y="value"))
