"""What machines read of a site, planned like pages."""
