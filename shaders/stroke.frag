in vec2 place;  // pixels: distance from the middle, half width
in vec2 dashes; // in dashes along the line, below 0: no gaps; what of each is ink
in vec4 ink;    // encoded

out vec4 colour;

void main() {
    float share = clamp(place.y - abs(place.x) + 0.5, 0.0, 1.0);
    float perPixel = max(fwidth(dashes.x), 1e-5);
    if (dashes.x >= 0.0) {
        float fromMiddle = abs(fract(dashes.x) - 0.5);
        share *= clamp((0.5 * dashes.y - fromMiddle) / perPixel + 0.5, 0.0, 1.0);
    }
    colour = vec4(ink.rgb, ink.a * share);
}
