"""Posted forms of intake: a filled-in file of figures."""

from flask import flash, request

from app.web.database import database
from app.web.forms.posting import Fields, year_in_address
from app.web.forms.step_form import step_input_from
from callbacks.request_context import current_actor
from domain.formatting import counted
from readers.intake.figures_file import read_figures
from workflow.errors import Incomplete
from workflow.intake import figures_upload


def bring_figures(fields: Fields) -> str:
    """Save a file of figures."""
    year, file = year_in_address(), request.files.get("file")
    if file is None or not file.filename:
        raise Incomplete("Choose the file first. Nothing was saved.", says_nothing_changed=False)
    version = step_input_from(fields).version
    table = read_figures(file.read())
    saved = figures_upload.bring_figures(database(), year, current_actor(), table, version=version)
    flash(f"{counted(saved, 'indicator', 'indicators')} saved from the file.")
    return f"/editions/{year}/text"
