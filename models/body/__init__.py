"""The body: its template, skinning, joints, and fitting of pose and shape to meshes."""
