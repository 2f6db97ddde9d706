"""What there is to do once somebody has taken their permission back."""
