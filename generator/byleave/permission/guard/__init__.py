"""Names that must never appear: their key, their hashes, and looking for them."""
