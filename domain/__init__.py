"""The field's terms, arithmetic and wording. Pure: no web, no database."""
