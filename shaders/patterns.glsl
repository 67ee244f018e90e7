// Patterns are measured in dp and lie in the plane of the screen, pinned to a point of the body: they keep
// their angle and width from every side, and neither moving nor zooming the picture makes them slide.
uniform vec2 patternOrigin;  // pixels
uniform float pixelScale;    // pixels a dp

vec2 patternPlace() {
    return (gl_FragCoord.xy - patternOrigin) / pixelScale;
}

// 0..1 with an edge one pixel wide; `distance` in dp, negative inside.
float inside(float distance) {
    return clamp(0.5 - distance * pixelScale, 0.0, 1.0);
}

// Distance to the nearest of parallel lines `period` apart, minus half their width.
float stripes(float along, float period, float width) {
    return abs(fract(along / period) - 0.5) * period - 0.5 * width;
}

vec2 toCell(vec2 place, float period) {
    return (fract(place / period) - 0.5) * period;
}

// Every second row is shifted by half a period.
vec2 toStaggeredCell(vec2 place, vec2 period) {
    float row = floor(place.y / period.y);
    place.x += mod(row, 2.0) * 0.5 * period.x;
    return (fract(place / period) - 0.5) * period;
}

// Distance to the nearest of wavy lines that run across.
float waves(vec2 place, float period, float halfWidth) {
    const float amplitude = 1.7, wavelength = 11.0;
    float y = (fract(place.y / period) - 0.5) * period;
    float slope = amplitude * 6.2831853 / wavelength;
    float fromLine = abs(y - amplitude * sin(place.x * 6.2831853 / wavelength));
    return fromLine / sqrt(1.0 + 0.5 * slope * slope) - halfWidth;
}

float minusSign(vec2 p, float halfLength, float halfWidth) {
    vec2 q = abs(p) - vec2(halfLength, halfWidth);
    return max(q.x, q.y);
}

float plusSign(vec2 p, float halfLength, float halfWidth) {
    return min(minusSign(p, halfLength, halfWidth), minusSign(p.yx, halfLength, halfWidth));
}
