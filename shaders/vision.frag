// What is on the screen, as somebody without one kind of cones sees it: a matrix upon linear light.
uniform sampler2D screen;
uniform mat3 transposed;  // the matrix by its rows

out vec4 colour;

vec3 decoded(vec3 encoded) {
    vec3 curve = pow((encoded + 0.055) / 1.055, vec3(2.4));
    return mix(curve, encoded / 12.92, lessThanEqual(encoded, vec3(0.04045)));
}

vec3 encoded(vec3 linear) {
    vec3 held = clamp(linear, 0.0, 1.0);
    vec3 curve = 1.055 * pow(held, vec3(1.0 / 2.4)) - 0.055;
    return mix(curve, held * 12.92, lessThanEqual(held, vec3(0.0031308)));
}

void main() {
    vec4 here = texelFetch(screen, ivec2(gl_FragCoord.xy), 0);
    colour = vec4(encoded(decoded(here.rgb) * transposed), here.a);
}
