// Ribbons that were laid out on the CPU.
layout(location = 0) in vec3 device;
layout(location = 1) in vec2 acrossAndHalfWidth;
layout(location = 2) in vec4 strokeColour;
layout(location = 3) in vec2 dashAndShare;

out vec2 place;
out vec2 dashes;
out vec4 ink;

void main() {
    gl_Position = vec4(device, 1.0);
    place = acrossAndHalfWidth;
    dashes = dashAndShare;
    ink = strokeColour;
}
