"""Story files as text: their front matter changed in one place, and no other byte touched."""
