"""Commands that write down what somebody answered, and take it back."""
