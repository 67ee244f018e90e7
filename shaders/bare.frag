// Skin with nothing on it.
in vec3 bareColour;

out vec4 colour;

void main() {
    colour = vec4(bareColour, 1.0);
}
