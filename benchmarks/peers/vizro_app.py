"""The page in Vizro: ``python vizro_app.py PORT``."""

import sys

import vizro.models as vm
import vizro.plotly.express as px
from rows import ROWS
from vizro import Vizro
from vizro.tables import dash_ag_grid

page = vm.Page(
    title="Overview",
    components=[
        vm.Table(figure=dash_ag_grid(ROWS)),
        vm.Graph(figure=px.bar(ROWS, x="name", y="value")),
    ],
    controls=[vm.Filter(column="stage")],
)
Vizro().build(vm.Dashboard(pages=[page])).run(port=int(sys.argv[1]))
