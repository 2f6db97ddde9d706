"""The permission tools: asking people, recording what they say, and acting on a change of mind."""
