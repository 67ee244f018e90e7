// How much light falls on the skin, 0.55..1, in linear light. The lamps hang on the camera, so that every view
// is lit alike and two visits can be compared: a key from the upper left, a fill from the right, and the sky.
const float darkest = 0.55;
const float insideLight = 0.40;  // of the inner side of skin, looked into where a part was cut off

float lightOn(vec3 normal, float relief) {
    const vec3 key = vec3(-0.401, 0.551, 0.732);
    const vec3 fill = vec3(0.80, 0.0, 0.60);
    float keyLight = pow(max(dot(normal, key), 0.0), 1.5);
    float fillLight = dot(normal, fill) * 0.5 + 0.5;
    float sky = normal.y * 0.5 + 0.5;
    float light = 0.80 * keyLight + 0.18 * fillLight + 0.12 * sky;
    // A draughtsman's shade: darker in folds, a little lighter on ridges, darker where the skin turns away.
    light += (relief < 0.0 ? 0.42 : 0.16) * relief;
    light -= 0.16 * pow(1.0 - clamp(normal.z, 0.0, 1.0), 3.0);
    return mix(darkest, 1.0, clamp(light, 0.0, 1.0));
}

// Paint may not be shaded so deeply that its level is misread: 0.80..1.
float lightOnPaint(float light) {
    return mix(0.80, 1.0, (light - darkest) / (1.0 - darkest));
}

// White skin on paper: just enough shade to tell front from hollow, too little to be taken for hatching.
float lightOnPaper(float light) {
    return mix(0.84, 1.0, (light - darkest) / (1.0 - darkest));
}

// sRGB is (x^(1/2.4)) * 1.055 - 0.055, so that dimming by `light` in linear light is a product of the encoded
// colour as well, and no pixel needs a power: `factor` is light^(1/2.4). (The straight piece of the curve below
// 0.04 differs by less than 2 of 255.)
float encodedFactor(float light) {
    return pow(light, 1.0 / 2.4);
}

vec3 dimmed(vec3 encoded, float factor) {
    return max((encoded + 0.055) * factor - 0.055, 0.0);
}
