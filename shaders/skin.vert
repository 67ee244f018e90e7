// The skin. It is lit at its vertices: they lie closer together than what the light varies by, and a software
// driver spends its time in pixels.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndRelief;

uniform mat4 worldToClip;
uniform mat3 worldToView;
uniform vec3 bodyColour;  // encoded
uniform bool isLit;

out vec3 bareColour;

#ifdef PAINTED
layout(location = 2) in vec4 values;   // pain (or difference), tension, treated, avoid; tenths
layout(location = 3) in vec4 overlay;  // excess of the ring and of its twin, metres; highlight

layout(location = 4) in vec4 label;    // of the labels: encoded colour and strength

out vec3 worldPosition;
out vec4 levels;
out vec3 overlays;
out float paintFactor;
out vec4 labelTint;
#endif

void main() {
    gl_Position = worldToClip * vec4(position, 1.0);
    float light = isLit ? lightOn(normalize(worldToView * normalAndRelief.xyz), normalAndRelief.w) : 1.0;
    // Shade is a touch cooler than light.
    vec3 tint = mix(vec3(1.0), vec3(0.985, 0.995, 1.01), (1.0 - light) * 2.0);
    bareColour = min(dimmed(bodyColour, encodedFactor(light)) * tint, bodyColour);
#ifdef PAINTED
    worldPosition = position;
    labelTint = vec4(isLit ? dimmed(label.rgb, encodedFactor(light)) : label.rgb, 1.0) * label.a;
    levels = values * 0.1;
    overlays = overlay.xyz;
    paintFactor = isLit ? encodedFactor(lightOnPaint(light)) : 1.0;
#endif
}
