"""What a booth adds to the live page: the idle screen, what is said, and what only its staff may do."""
