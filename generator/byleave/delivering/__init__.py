"""The built site, on its way to a plain server: what goes goes first, what is new comes last."""
