// The skin. It is lit at its vertices: they lie closer together than what the light varies by, and a software
// driver spends its time in pixels.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndRelief;

#ifdef CUT
#define PAINTED
#endif

uniform mat4 worldToClip;
uniform mat3 worldToView;
uniform vec3 bodyColour;  // encoded
uniform bool isLit;
uniform bool blackAndWhite;

out vec3 bareColour;

// Skin is drawn bare first and painted upon itself later: both must lie at the same depth.
invariant gl_Position;

#ifdef PAINTED
layout(location = 2) in vec4 values;   // pain (or difference), tension, treated, avoid; tenths
layout(location = 3) in vec4 overlay;  // excess of the ring and of its twin, metres; highlight

layout(location = 4) in vec4 label;    // of the labels: encoded colour and strength
layout(location = 6) in float techniqueNumber;

out vec3 worldPosition;
out vec4 levels;
out vec3 overlays;
out float paintFactor;
flat out float technique;
out vec4 labelTint;
#endif

#if defined(CUT) || defined(INSIDE)
layout(location = 5) in float hidden;  // 0 shown, 1 hidden

out float hiddenShare;
#endif

void main() {
    gl_Position = worldToClip * vec4(position, 1.0);
    float light = isLit ? lightOn(normalize(worldToView * normalAndRelief.xyz), normalAndRelief.w) : 1.0;
    // Shade is a touch cooler than light; on paper there is next to none.
    vec3 tint = blackAndWhite ? vec3(1.0) : mix(vec3(1.0), vec3(0.985, 0.995, 1.01), (1.0 - light) * 2.0);
    if (blackAndWhite) light = lightOnPaper(light);
    bareColour = min(dimmed(bodyColour, encodedFactor(light)) * tint, bodyColour);
#ifdef INSIDE
    bareColour = dimmed(bodyColour, encodedFactor(insideLight));
#endif
#if defined(CUT) || defined(INSIDE)
    hiddenShare = hidden;
#endif
#ifdef PAINTED
    worldPosition = position;
    labelTint = vec4(isLit ? dimmed(label.rgb, encodedFactor(light)) : label.rgb, 1.0) * label.a;
    levels = values * 0.1;
    overlays = overlay.xyz;
    technique = techniqueNumber;
    paintFactor = isLit && !blackAndWhite ? encodedFactor(lightOnPaint(light)) : 1.0;
#endif
}
