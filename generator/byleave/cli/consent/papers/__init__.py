"""Commands that make what a person reads and keeps: forms, letters, receipts."""
