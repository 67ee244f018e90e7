// A soft dark spot on the floor.
layout(location = 0) in vec2 corner;  // -1..1

uniform mat4 worldToClip;
uniform vec3 spotCentre;
uniform vec2 spotRadius;  // metres along x and z

out vec2 place;

void main() {
    place = corner;
    gl_Position = worldToClip * vec4(spotCentre + vec3(corner.x * spotRadius.x, 0.0, corner.y * spotRadius.y), 1.0);
}
