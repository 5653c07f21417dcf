"""Understanding files: each module reads one format into tidy rows, or says what is wrong where."""
