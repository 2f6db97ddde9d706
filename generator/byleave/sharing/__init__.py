"""What a change of a site makes public and takes away, and how it gets to everybody else."""
