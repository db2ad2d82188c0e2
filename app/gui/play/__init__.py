"""The play page: the list of recordings, the player and the export dialog."""
