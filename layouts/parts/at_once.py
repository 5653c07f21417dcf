"""Forms of choices whose answer is shown at once, without a page being loaded again."""

AT_ONCE = {"data-at-once": "yes"}
"""The mark of a form of choices: ``app/assets/choices.js`` asks for its address as soon as one is made.

``data-usual`` around a control is the value that the address leaves out.
"""
