#version 330 core
// Matte clay: a sky that is brighter than the ground, one soft key light over the camera's left shoulder, and
// a rim that lifts the outline off dark and bright backgrounds alike. Colour leaves multiplied by opacity.

struct Material { vec4 base_color_factor; };
uniform Material material;

in vec3 surface_position;
in vec3 surface_normal;

out vec4 colour;

const vec3 TO_KEY = vec3(-0.43, -0.62, -0.66);

void main()
{
    vec3 n = normalize(gl_FrontFacing ? surface_normal : -surface_normal);
    vec3 to_eye = normalize(-surface_position);
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float sky = 0.5 - 0.5 * n.y;
    float wrapped = clamp(0.25 + 0.75 * dot(n, TO_KEY), 0.0, 1.0);
    float edge = 1.0 - facing;
    vec3 light = mix(vec3(0.26, 0.25, 0.27), vec3(0.44, 0.45, 0.47), sky) + wrapped * vec3(0.66, 0.64, 0.61);
    vec3 shaded = material.base_color_factor.rgb * light + vec3(0.16) * edge * edge * edge * sky;
    float opacity = material.base_color_factor.a;
    colour = vec4(min(shaded, 1.0) * opacity, opacity);
}
