"""Coverage-guided fuzzing of what a stranger can hand us. See README.md."""
