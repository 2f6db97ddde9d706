"""What people say, written into their records: yes, less, corrected, back, on hold."""
