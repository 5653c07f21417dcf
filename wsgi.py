"""Settings in, server out: for any WSGI server, such as ``gunicorn wsgi:server``."""

import os

from app import logs
from app.assembly import create_app
from app.jobs import mail
from app.serving import check_ready
from app.settings import settings_from
from db.session import Database

logs.set_up()
settings = settings_from(os.environ)
_database = Database(settings.database)
check_ready(_database, demonstration=settings.demonstration)
_database.close()
server = create_app(settings).server
mail.begin(settings)
