"""The log read as the edition's history: texts and stage from its entries alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AuditEntry, Edition, Revision
from domain.editions.places import Place
from tests.workflow.modelled import VIEWS

TEXTS = {"edit", "sign_amendment", "amend_by_motion", "sign_correction"}
Texts = dict[str, dict[str, str]]


def first_texts(session: Session, edition: Edition) -> Texts:
    """What was loaded at each place."""
    rows = session.scalars(
        select(Revision).where(Revision.edition_id == edition.id, Revision.number == 1)
    )
    return {row.place: dict(row.fields) for row in rows if row.cause == "load_edition"}


def replayed(session: Session, edition: Edition) -> tuple[Texts, str]:
    """The texts and the stage that the log leads to; every "before" must fit what stood there."""
    texts, stage = first_texts(session, edition), "drafting"
    places: dict[str, str] = {}
    done = select(AuditEntry).where(AuditEntry.outcome == "done").order_by(AuditEntry.number)
    for entry in session.scalars(done):
        assert entry.before.get("stage", stage) == stage
        stage = entry.after.get("stage", stage)
        place = places.setdefault(entry.subject, entry.after.get("place", _place(entry.subject)))
        if entry.action in TEXTS:
            _write(texts, place, entry)
        if entry.action == "refer_to_cabinet":
            texts[VIEWS] = {"body": entry.after["views"]}
    return texts, stage


def _place(subject: str) -> str:
    kind, _, rest = subject.partition(":")
    return f"{kind}:{rest.partition('/')[2]}"


def _write(texts: Texts, place: str, entry: AuditEntry) -> None:
    for name in set(entry.after) & set(Place.of(place).fields):
        assert texts[place][name] == entry.before[name]
        texts[place][name] = entry.after[name]
