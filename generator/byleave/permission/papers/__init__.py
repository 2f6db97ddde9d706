"""What storytellers are given: forms before they answer, letters after they changed their mind."""
