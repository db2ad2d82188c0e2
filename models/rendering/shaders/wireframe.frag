#version 330 core
// The mesh itself: the edges of its triangles over a dark veil. Colour leaves multiplied by opacity.

struct Material { vec4 base_color_factor; };
uniform Material material;

in vec3 surface_position;
in vec3 surface_normal;
in vec2 surface_edges;  // two of the barycentric coordinates

out vec4 colour;

const float HALF_WIDTH = 0.75;  // pixels

void main()
{
    vec3 n = normalize(gl_FrontFacing ? surface_normal : -surface_normal);
    float facing = clamp(dot(n, normalize(-surface_position)), 0.0, 1.0);
    vec3 bary = vec3(surface_edges, 1.0 - surface_edges.x - surface_edges.y);
    vec3 step_ = max(fwidth(bary), 1e-6);
    vec3 pixels = bary / step_;
    float nearest = min(min(pixels.x, pixels.y), pixels.z);
    float line = 1.0 - smoothstep(HALF_WIDTH - 0.5, HALF_WIDTH + 0.7, nearest);
    // Triangles of a few pixels would become one patch: there the lines are fainter.
    float crowded = max(max(step_.x, step_.y), step_.z);
    line *= 1.0 - 0.55 * smoothstep(0.12, 0.6, crowded);
    vec3 own = material.base_color_factor.rgb;
    vec3 veil = own * (0.10 + 0.16 * facing);
    float opacity = material.base_color_factor.a;
    colour = vec4(mix(veil * 0.6, own * (0.75 + 0.35 * facing), line), mix(0.6, 1.0, line)) * opacity;
    colour.rgb = min(colour.rgb, vec3(opacity));
}
