"""Many videos and photos, a process each, by all programs and machines that share the folder of results."""
