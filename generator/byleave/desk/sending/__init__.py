"""Sending at the desk: what would be public, how it went, and two people's changes of one file."""
