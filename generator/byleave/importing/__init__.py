"""What a group already has, brought in as stories that wait for everybody's yes.

Each kind of source is read to the same values (`found`), and one module writes them (`bringing`).
Nothing here asks anybody anything or prints: the command line and the editors' pages do.
"""
