#version 330 core
// Matter in a studio: a sky brighter than the ground, a warm key light over the camera's left shoulder, a cool
// fill light from the right, a gloss, and a darker outline that sets limbs off each other and the picture.
// Directions are in camera axes (x right, y down, z away). Colour leaves multiplied by opacity.

struct Material { vec4 base_color_factor; };
uniform Material material;
uniform vec3 skin;
uniform vec3 suit;
uniform vec3 shoes;
uniform vec3 sole;
uniform float seam;
uniform float gloss;
uniform float warmth;

in vec3 surface_position;
in vec3 surface_normal;
in vec2 surface_edges;  // metres inside the suit and the shoes

out vec4 colour;

const vec3 TO_KEY = vec3(-0.45, -0.65, -0.61);
const vec3 TO_FILL = vec3(0.83, -0.10, -0.55);
const float TO_SOLE = 0.088;  // metres from the shoes' edge
const float SEAM_WIDTH = 0.005;  // metres

float inside(float edge)
{
    return clamp(0.5 + edge / max(fwidth(edge), 1e-6), 0.0, 1.0);
}

vec3 cloth()
{
    vec3 own = mix(skin, suit, inside(surface_edges.x));
    own = mix(own, shoes, inside(surface_edges.y));
    own = mix(own, sole, inside(surface_edges.y - TO_SOLE));
    float from_edge = min(abs(surface_edges.x), abs(surface_edges.y));
    return own * (1.0 - seam * (1.0 - smoothstep(0.0, SEAM_WIDTH, from_edge)));
}

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
    light *= mix(vec3(1.0), vec3(1.12, 0.98, 0.80), warmth);
    float mirrored = clamp(dot(n, normalize(TO_KEY + to_eye)), 0.0, 1.0);
    mirrored *= mirrored;
    mirrored *= mirrored;
    mirrored *= mirrored;
    mirrored *= mirrored;
    float sharp = mirrored * mirrored;
    vec3 shaded = cloth() * light + gloss * mix(mirrored, sharp * sharp, gloss);
    float opacity = material.base_color_factor.a;
    colour = vec4(min(shaded, 1.0) * opacity, opacity);
}
