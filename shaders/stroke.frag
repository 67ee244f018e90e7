in vec2 place;  // pixels: distance from the middle, half width
in vec4 ink;    // encoded

out vec4 colour;

void main() {
    float share = clamp(place.y - abs(place.x) + 0.5, 0.0, 1.0);
    colour = vec4(ink.rgb, ink.a * share);
}
