// The smallest program that opens a window with OpenGL 3.3, shows one picture and ends: what no start can
// beat.
#include <GLFW/glfw3.h>

int main() {
    if (glfwInit() == 0) return 1;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window = glfwCreateWindow(1280, 800, "smallest", nullptr, nullptr);
    if (window == nullptr) return 1;
    glfwMakeContextCurrent(window);
    glfwPollEvents();
    glClearColor(0.9F, 0.9F, 0.9F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(window);
    glfwPollEvents();
    glfwDestroyWindow(window);
    glfwTerminate();
    return 0;
}
