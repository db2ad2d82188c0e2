#version 330 core
// Light without matter: bright where the surface turns away, clear inside, in lines across the picture.
// Colour leaves multiplied by opacity; that there is more of it than opacity lets it glow.

struct Material { vec4 base_color_factor; };
uniform Material material;

in vec3 surface_position;
in vec3 surface_normal;

out vec4 colour;

const float PERIOD = 5.0;  // pixels from line to line

void main()
{
    vec3 n = normalize(gl_FrontFacing ? surface_normal : -surface_normal);
    float away = 1.0 - clamp(dot(n, normalize(-surface_position)), 0.0, 1.0);
    float rim = away * away * away;
    float line = 0.5 + 0.5 * cos(6.2831853 * gl_FragCoord.y / PERIOD);
    float lit = clamp(0.45 - 0.45 * n.y - 0.25 * n.x, 0.0, 1.0);
    vec3 own = material.base_color_factor.rgb;
    own = clamp(mix(vec3(dot(own, vec3(0.3, 0.6, 0.1))), own, 1.5), 0.0, 1.0);  // light has purer colours
    vec3 glowing = own * (0.16 + 0.45 * lit * (0.35 + 0.65 * line) + 0.25 * line * away);
    glowing += mix(own, vec3(0.75, 0.95, 1.0), 0.45) * rim * 1.1;
    float opacity = material.base_color_factor.a;
    float cover = clamp(0.55 + 0.2 * line + 0.25 * away, 0.0, 1.0);
    colour = vec4(min(glowing, 1.0), cover) * opacity;
}
