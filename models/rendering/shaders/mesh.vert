#version 330 core
// Vertices arrive in camera axes (x right, y down, z away): no model or view matrix is needed.

layout(location = 0) in vec3 position;
layout(location = NORMAL_LOC) in vec3 normal;
layout(location = TEXCOORD_0_LOC) in vec2 edges;

uniform mat4 P;

out vec3 surface_position;
out vec3 surface_normal;
out vec2 surface_edges;

void main()
{
    surface_position = position;
    surface_normal = normal;
    surface_edges = edges;
    gl_Position = P * vec4(position, 1.0);
}
