"""One module for each page: its view on arrival and its callbacks. They read and never write."""
