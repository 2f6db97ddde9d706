"""Whether anything withheld is in a folder that was built, and the page that says so."""
