"""One module for each page: its view and its callbacks. They read and never write."""
