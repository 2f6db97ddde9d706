"""What the site's own search finds, made of the gate's values and never of pages."""
