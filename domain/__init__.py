"""What the product's words mean: field terms, arithmetic and wording. Pure: no web, no database."""
