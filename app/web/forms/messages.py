"""Posted forms of messages: marking one's own as read."""

from app.web.database import database
from app.web.forms.posting import Fields
from callbacks.request_context import current_actor
from workflow.messages import outbox


def mark_read(fields: Fields) -> str:
    """Mark one's own messages as read."""
    del fields
    with database().session_scope() as session:
        outbox.mark_seen(session, current_actor().person_id or 0)
    return "/work"
