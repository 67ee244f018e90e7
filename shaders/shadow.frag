in vec2 place;

uniform float strength;

out vec4 colour;

void main() {
    float rest = max(1.0 - dot(place, place), 0.0);
    colour = vec4(vec3(0.0), strength * rest * rest);
}
