// The inner side of skin, seen where a part of the body was cut off: flat, so that nobody takes it for skin.
in vec3 bareColour;
in float hiddenShare;

out vec4 colour;

void main() {
    if (hiddenShare > 0.5) discard;
    colour = vec4(bareColour, 1.0);
}
