"""SMPL and MANO files of the user's own."""
