// Skin and everything that is painted on it. All colours are encoded.
in vec3 bareColour;
in vec3 worldPosition;
in vec4 levels;
in vec3 overlays;
in float paintFactor;
in vec4 labelTint;  // lit, times its strength

#ifdef CUT
in float hiddenShare;
#endif

flat in float technique;  // 0 dots, 1 plus signs, 2 crosses, 3 waves

uniform vec3 painColours[11];
uniform vec3 tensionColours[4];
uniform vec3 treatedColour;
uniform vec3 avoidColour;
uniform vec3 betterColours[4];
uniform vec3 worseColours[4];
uniform vec3 lineColour;
uniform vec3 accentColour;
uniform vec3 previewColour;
uniform float previewStrength;
uniform bool showsDifference;
uniform vec3 ringCentre;
uniform vec3 twinCentre;
uniform float ringRadius;      // metres; 0: no ring
uniform float metresPerPixel;  // at the camera's target
uniform bool blackAndWhite;
uniform float dpPerCentimetre;

out vec4 colour;

// Half a level; a little less, so that a whole area of exactly that counts as painted in spite of rounding.
const float paintedFrom = 0.48;
const float rounding = 0.01;

// Share of the pixel that is painted, from how fast the level changes on the screen.
float painted(float level, float perPixel) {
    return clamp((level - paintedFrom) / max(perPixel, 1e-5) + 0.5, 0.0, 1.0);
}

// Exact at whole levels, linear between them in encoded values.
vec3 painColour(float level) {
    float held = clamp(level, 0.5, 10.0);
    int below = min(int(held), 9);
    return mix(painColours[below], painColours[below + 1], held - float(below));
}

void paint(inout vec3 shown, vec3 ink, float share) {
    shown = mix(shown, dimmed(ink, paintFactor), share);
}

// Stripes of black, so many a centimetre of the finished picture.
float hatch(float along, float linesPerCentimetre) {
    float period = dpPerCentimetre / linesPerCentimetre;
    return stripes(along, period, min(1.2, 0.45 * period));
}

// Three densities, as many as a bad copier keeps apart.
float painHatch(float level, float rising) {
    return hatch(rising, level < 3.5 ? 5.0 : level < 6.5 ? 9.0 : 14.0);
}

float treatedMark(vec2 place) {
    vec2 cell = toStaggeredCell(place, vec2(9.0, 7.8));
    if (technique > 2.5) return waves(place, 7.8, 0.9);
    if (technique > 1.5) return plusSign(vec2(cell.x + cell.y, cell.x - cell.y) * 0.70710678, 3.1, 0.8);
    if (technique > 0.5) return plusSign(cell, 3.0, 0.8);
    return length(cell) - 2.0;
}

void paintPatterns(inout vec3 shown, vec4 perPixel) {
    vec2 place = patternPlace();
    float falling = (place.x + place.y) * 0.70710678;
    float rising = (place.x - place.y) * 0.70710678;
    float tension = levels.y + rounding;
    int bin = tension < 3.0 ? 0 : tension < 5.0 ? 1 : tension < 8.0 ? 2 : 3;
    float tense = painted(levels.y, perPixel.y);
    if (blackAndWhite) {
        const float periods[4] = float[4](14.0, 11.0, 8.5, 6.5);
        float stripe = stripes(falling, periods[bin], 2.4);
        paint(shown, vec3(1.0), tense * inside(stripe - 0.8));
        paint(shown, lineColour, tense * inside(stripe));
    } else {
        paint(shown, tensionColours[bin], tense * inside(stripes(rising, 7.0, 3.4)));
    }

    float mark = treatedMark(place);
    float treated = painted(levels.z, perPixel.z);
    paint(shown, vec3(1.0), treated * inside(mark - 0.9));
    paint(shown, treatedColour, treated * inside(mark));

    // Upright in black and white, where slanted lines are levels.
    float grid = blackAndWhite ? min(stripes(place.x, 10.0, 1.5), stripes(place.y, 10.0, 1.5))
                               : min(stripes(rising, 10.0, 1.3), stripes(falling, 10.0, 1.3));
    float avoid = painted(levels.w, perPixel.w);
    paint(shown, vec3(1.0), 0.75 * avoid * inside(grid - 0.9));
    paint(shown, avoidColour, avoid * inside(grid));
}

// Bins of |d|: below 0.5 bare, from 0.5, 1, 2 and 4.
void paintDifference(inout vec3 shown, float perPixel) {
    float change = levels.x;
    float size = abs(change) + rounding;
    float share = painted(size, perPixel);
    int bin = size < 1.0 ? 0 : size < 2.0 ? 1 : size < 4.0 ? 2 : 3;
    bool isWorse = change > 0.0;
    vec2 place = patternPlace();
    vec2 cell = toStaggeredCell(place, vec2(13.0, 11.0));
    float mark = isWorse ? plusSign(cell, 3.2, 0.8) : minusSign(cell, 3.2, 0.8);
    if (blackAndWhite) {
        float along = (isWorse ? place.x - place.y : place.x + place.y) * 0.70710678;
        float lines = bin == 0 ? 3.0 : bin == 1 ? 5.0 : bin == 2 ? 9.0 : 14.0;
        paint(shown, lineColour, share * inside(hatch(along, lines)));
        paint(shown, vec3(1.0), share * inside(mark - 1.4));
        paint(shown, lineColour, share * inside(mark));
        return;
    }
    paint(shown, isWorse ? worseColours[bin] : betterColours[bin], share);
    paint(shown, bin < 2 ? lineColour : vec3(1.0), share * inside(mark));
}

// Two-tone, so that it is seen on every colour: 2 dp dark with 1 dp white inside.
void drawRing(inout vec3 shown, vec3 centre, float excess, float strength) {
    float distance = length(worldPosition - centre) + excess;
    // Where the brush's surroundings end the distance jumps; a jump must not be taken for a ring.
    float perPixel = clamp(length(vec2(dFdx(distance), dFdy(distance))), 1e-7, 6.0 * metresPerPixel);
    float fromRing = (distance - ringRadius) / perPixel / pixelScale;
    shown = mix(shown, previewColour, strength * previewStrength * inside(fromRing));
    shown = mix(shown, vec3(1.0), strength * inside(abs(fromRing + 1.5) - 0.5));
    shown = mix(shown, lineColour, strength * inside(abs(fromRing) - 1.0));
}

void main() {
    vec3 shown = bareColour * (1.0 - labelTint.a) + labelTint.rgb;
    // Taken before any branch: derivatives need all four pixels of a block.
    vec4 perPixel = sqrt(dFdx(levels) * dFdx(levels) + dFdy(levels) * dFdy(levels));
    if (showsDifference) {
        paintDifference(shown, perPixel.x);
    } else {
        float pain = painted(levels.x, perPixel.x);
        if (blackAndWhite) {
            vec2 place = patternPlace();
            float lines = painHatch(levels.x + rounding, (place.x - place.y) * 0.70710678);
            paint(shown, lineColour, pain * inside(lines));
        } else {
            paint(shown, painColour(levels.x), pain);
        }
        if (max(levels.y, max(levels.z, levels.w)) > 0.0) paintPatterns(shown, perPixel);
    }
    shown = mix(shown, accentColour, 0.20 * overlays.z);
    if (ringRadius > 0.0) {
        drawRing(shown, twinCentre, overlays.y, 0.5);
        drawRing(shown, ringCentre, overlays.x, 1.0);
    }
#ifdef CUT
    if (hiddenShare > 0.5) discard;
#endif
    colour = vec4(shown, 1.0);
}
