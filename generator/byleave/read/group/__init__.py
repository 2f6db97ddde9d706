"""What is the group's own: settings, pages, themes, colours, media, and two lists."""
