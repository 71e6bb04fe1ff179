"""Rashomon compares many outlets' reports of one event, claim by claim."""
