"""What is kept, what is not, and what may be written."""


def test_x(loaded_database):
    with loaded_database.reading_scope() as s:
        from sqlalchemy import text
        assert s.scalar(text("select count(*) from indicator")) == 243
