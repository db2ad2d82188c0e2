#version 330 core
// Clay in a studio: a sky brighter than the ground, a warm key light over the camera's left shoulder, a cool
// fill light from the right, a soft gloss, and a darker outline that sets limbs off each other and the picture.
// Directions are in camera axes (x right, y down, z away). Colour leaves multiplied by opacity.

struct Material { vec4 base_color_factor; };
uniform Material material;

in vec3 surface_position;
in vec3 surface_normal;

out vec4 colour;

const vec3 TO_KEY = vec3(-0.45, -0.65, -0.61);
const vec3 TO_FILL = vec3(0.83, -0.10, -0.55);

void main()
{
    vec3 n = normalize(gl_FrontFacing ? surface_normal : -surface_normal);
    vec3 to_eye = normalize(-surface_position);
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float sky = 0.5 - 0.5 * n.y;
    float key = clamp(0.2 + 0.8 * dot(n, TO_KEY), 0.0, 1.0);
    float fill = clamp(dot(n, TO_FILL), 0.0, 1.0);
    vec3 light = mix(vec3(0.20, 0.19, 0.20), vec3(0.36, 0.37, 0.39), sky)
        + key * vec3(0.76, 0.73, 0.69) + fill * vec3(0.10, 0.12, 0.15);
    light *= 0.62 + 0.38 * sqrt(facing);
    float gloss = clamp(dot(n, normalize(TO_KEY + to_eye)), 0.0, 1.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    vec3 shaded = material.base_color_factor.rgb * light + 0.13 * gloss;
    float opacity = material.base_color_factor.a;
    colour = vec4(min(shaded, 1.0) * opacity, opacity);
}
