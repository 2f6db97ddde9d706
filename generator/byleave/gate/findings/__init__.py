"""What the gate tells editors: of what is withheld, of records, days, addresses, and cautions."""
