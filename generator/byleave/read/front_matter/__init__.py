"""Front matter: YAML to plain values with places, these to records, and every fault of both."""
