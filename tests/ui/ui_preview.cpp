// Shows the window with made-up records, without the program around it: to look at panels while they are
// being made. Takes a screenshot if asked, else stays open.
//
//   ui_preview --resources DIR [--scene
//   consult|client|locked|compare|difference|empty|new_client|help|regions|
//              about|notices|people|tools] [--dark] [--scale 1..3] [--size 1280x800] [--hover X,Y] [--tabs
//              COUNT] [--out FILE.png]
#include "commands/command.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/fake_practice.h"
#include "document/open.h"
#include "document/tools.h"
#include "document/transaction.h"
#include "image/palette.h"
#include "image/png.h"
#include "ui/apply_action.h"
#include "ui/imgui_compat.h"
#include "ui/screen.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace palpate;  // NOLINT: a program of one file

constexpr core::Timestamp kNow{1'795'179'731'000, 60};  // 2026-11-20 14:02:11 +01:00
constexpr std::int64_t kDay = 86'400'000;

struct Wanted {
    std::string resources, scene = "consult", out;
    bool dark = false;
    float scale = 1.0F;
    int width = 1280, height = 800;
    int tabs = 0;
    float hoverX = -1.0F, hoverY = -1.0F;
};

class DemoPractice : public test::FakePractice {
public:
    using FakePractice::FakePractice;
    const records::PracticeInfo& info() const override { return m_demo; }

private:
    records::PracticeInfo m_demo{"Demo practice", true, 0};
};

class PreviewContext : public commands::CommandContext {
public:
    explicit PreviewContext(document::Document& document) : m_document(document) {}
    document::Document& document() override { return m_document; }
    core::Timestamp now() const override { return kNow; }
    void chooseFigure() override {}
    core::Result<commands::SheetPlan> planSheet() override {
        return commands::SheetPlan{"Visit 7 \xC2\xB7 20 Nov 2026, the client's map, compared with visit 6",
                                   "/case-notes"};
    }
    void exportSheet(const std::filesystem::path& /*folder*/) override {}
    void showFolder(const std::filesystem::path& /*folder*/) override {}
    void saveHistory(commands::HistoryFile) override {}
    void setAside() override {}
    void lockPractice() override {}
    core::Result<commands::PracticeOutcome> doTask(const commands::PracticeTask&) override {
        return commands::PracticeOutcome{"Done.", {}, {}};
    }
    std::vector<commands::PracticeBackup> backups() override { return {}; }
    void quit() override {}

private:
    document::Document& m_document;
};

Wanted readArguments(int count, char** words) {
    Wanted wanted;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const char* next = i + 1 < count ? words[i + 1] : "";
        if (word == "--dark") wanted.dark = true;
        if (word == "--resources") wanted.resources = next;
        if (word == "--scene") wanted.scene = next;
        if (word == "--out") wanted.out = next;
        if (word == "--scale") wanted.scale = std::strtof(next, nullptr);
        if (word == "--size") std::sscanf(next, "%dx%d", &wanted.width, &wanted.height);
        if (word == "--tabs") wanted.tabs = std::atoi(next);
        if (word == "--hover") std::sscanf(next, "%f,%f", &wanted.hoverX, &wanted.hoverY);
    }
    return wanted;
}

std::shared_ptr<test::FakeVault> sampleVault() {
    auto vault = std::make_shared<test::FakeVault>();
    const struct {
        const char* code;
        int year;
    } people[] = {{"C-0017", 1951}, {"C-0098", 1983}, {"C-0142", 1968}, {"C-0150", 0}, {"C-0161", 1994}};
    for (const auto& person : people) {
        clinic::Client client;
        client.id = {static_cast<std::int64_t>(vault->clients.size()) + 1};
        client.code = person.code;
        client.yearOfBirth = person.year;
        client.heightCm = 172.0;
        client.weightKg = 70.0;
        vault->clients.push_back(client);
    }
    for (int number = 1; number <= 7; ++number) {
        core::Timestamp at = kNow;
        at.utcMilliseconds -= (7 - number) * 14 * kDay + (number == 7 ? 0 : number * 1'800'000LL);
        vault->visits.push_back({{number}, {3}, number, at, {}});
    }
    return vault;
}

void dab(document::Document& document, const char* region, int level, double size, bool whole = false) {
    const auto index = document.body->atlas().find(region);
    if (!index) return;
    document::setLevel(document, level);
    if (whole) {
        static_cast<void>(document::fillRegion(document, region));
        return;
    }
    const auto regions = document.body->atlas().regionOfVertices();
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i] != *index) continue;
        sum += document.body->mesh().positions()[i];
        count += 1.0F;
    }
    const auto nearest = document.body->bvh().nearest(sum / count, 0.5F);
    if (!nearest) return;
    map::Stroke stroke = document::strokeHeader(document);
    stroke.diameterCm = size;
    stroke.points = {nearest->point};
    static_cast<void>(document::paint(document, stroke));
}

void paintSamples(document::Document& document) {
    document::paintAs(document, clinic::Author::Client);
    document::toggleWord(document, "aching");
    document::setDepth(document, map::Depth::Muscle);
    dab(document, "upper_trap_L", 7, 9.0);
    dab(document, "shoulder_front_L", 4, 8.0);
    document::toggleWord(document, "aching");
    document::toggleWord(document, "stiff");
    dab(document, "quad_mid_R", 5, 12.0);
    dab(document, "knee_front_R", 8, 7.0);
    dab(document, "chest_R", 2, 8.0);
    document::paintAs(document, clinic::Author::Therapist);
    dab(document, "upper_trap_L", 6, 7.0);
    dab(document, "biceps_R", 3, 6.0);
    document::selectLayer(document, map::LayerKind::Tension);
    dab(document, "chest_L", 7, 9.0);
    document::selectLayer(document, map::LayerKind::Pain);
}

void makeScene(const std::string& scene, document::Document& document, ui::UiState& state) {
    if (scene == "empty") return;
    static_cast<void>(document::openClient(document, {3}));
    static_cast<void>(document::openVisit(document, {6}));
    document::paintAs(document, clinic::Author::Client);
    dab(document, "upper_trap_L", 8, 14.0);
    dab(document, "quad_mid_R", 5, 16.0);
    dab(document, "knee_front_L", 4, 8.0);
    static_cast<void>(document::openVisit(document, {7}));
    paintSamples(document);
    if (scene == "client" || scene == "compare" || scene == "difference") {
        document::paintAs(document, clinic::Author::Client);
    }
    if (scene == "locked") document::showMapOf(document, clinic::Author::Client);
    if (scene == "new_client") {
        state.dialog = ui::Dialog::NewClient;
        state.newClient.code = "C-0162";
    }
    if (scene == "regions") document.regions.open = true;
    if (scene == "about") state.dialog = ui::Dialog::About;
    if (scene == "people") state.drawer = ui::Drawer::People;
    if (scene == "tools") state.drawer = ui::Drawer::Tools;
    if (scene == "help") document.appearance.helpShown = true;
    if (scene == "compare" || scene == "difference") static_cast<void>(document::openCompare(document));
    if (scene == "difference") document::setCompareMode(document, document::CompareMode::Difference);
    if (scene == "notices") {
        document::notify(document, document::Notice::Kind::Info, "export",
                         "The sheet is in C-0142_2026-11-20_S07.png in the folder Pictures.");
        document::notify(
            document, document::Notice::Kind::Error, "saving",
            "The last stroke could not be written (disk full). It is kept and written as soon as there "
            "is room. Free some space on the disk.");
        state.clientSearch = "zzz";
    }
}

using Shade = image::Rgba (*)(const document::Document&, const map::BodyMap&, std::uint32_t);

image::Rgba painColour(const document::Document&, const map::BodyMap& map, std::uint32_t vertex) {
    const double level = map::levelOf(map.layer(map::LayerKind::Pain).values()[vertex]);
    return image::palette::kPain[static_cast<std::size_t>(level + 0.5)];
}

image::Rgba changeColour(const document::Document& document, const map::BodyMap&, std::uint32_t vertex) {
    const double change = document.compare->difference[vertex] / 10.0;
    int bin = -1;
    for (const double from : image::palette::kChangeFrom)
        bin += std::abs(change) >= from ? 1 : 0;
    if (bin < 0) return image::palette::kBody;
    const auto at = static_cast<std::size_t>(bin);
    return change < 0.0 ? image::palette::kBetter[at] : image::palette::kWorse[at];
}

// A picture by casting a ray for each second pixel: slow, but it needs nothing of the renderer.
GLuint castPicture(const document::Document& document, const map::BodyMap& map, Shade shade) {
    const int width = static_cast<int>(document.viewportSize.x) / 2;
    const int height = static_cast<int>(document.viewportSize.y) / 2;
    const ui::Colour background = ui::themeFor(document.appearance.dark).background;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height) * 4);
    const body::SurfaceMesh& mesh = document.body->mesh();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = &pixels[static_cast<std::size_t>((height - 1 - y) * width + x) * 4];
            image::Rgba colour{background.red, background.green, background.blue, 255};
            const glm::vec2 size(width, height);
            const auto hit = document.body->bvh().firstHit(document.camera.rayThrough(
                {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}, size));
            if (hit) {
                const float facing = glm::dot(mesh.normal(hit->point), document.camera.towardsEye());
                const float light = 0.72F + 0.28F * std::max(facing, 0.0F);
                colour = shade(document, map, mesh.nearestVertex(hit->point));
                colour.r = static_cast<std::uint8_t>(static_cast<float>(colour.r) * light);
                colour.g = static_cast<std::uint8_t>(static_cast<float>(colour.g) * light);
                colour.b = static_cast<std::uint8_t>(static_cast<float>(colour.b) * light);
            }
            std::memcpy(pixel, &colour, 4);
        }
    }
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return texture;
}

const char* comparedPicture(document::CompareMode mode) {
    switch (mode) {
        case document::CompareMode::Difference:
            return "viewport.difference";
        case document::CompareMode::Wipe:
            return "viewport.wipe";
        case document::CompareMode::Onion:
            return "viewport.onion";
        case document::CompareMode::SideBySide:
            break;
    }
    return "viewport.from";
}

// The pictures of the screen, cast anew when the camera or the document changed.
struct Pictures {
    std::uint64_t version = 0;
    GLuint main = 0, from = 0, to = 0, difference = 0;

    void refresh(const document::Document& document) {
        if (version == document.version + 1) return;
        version = document.version + 1;
        if (document.compare) {
            from = castPicture(document, document.compare->from.map, painColour);
            to = castPicture(document, document.compare->to.map, painColour);
            difference = castPicture(document, document.compare->to.map, changeColour);
        } else if (const document::OpenMap* shown = document::shownMap(document)) {
            main = castPicture(document, shown->map, painColour);
        }
    }
};

bool saveScreenshot(const std::string& path, int width, int height) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height) * 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    image::Image picture(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::uint8_t* pixel = &pixels[static_cast<std::size_t>((height - 1 - y) * width + x) * 4];
            picture.set(x, y, {pixel[0], pixel[1], pixel[2], 255});
        }
    }
    const auto bytes = image::writePng(picture);
    if (!bytes) return false;
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
    return file.good();
}

int fail(const core::Error& error) {
    std::fprintf(stderr, "ui_preview: %s\n", error.message().c_str());
    return 1;
}

void loop(GLFWwindow* window, const Wanted& wanted, ui::Ui& ui, document::Document& document,
          ui::UiState& state) {
    PreviewContext context(document);
    ui::Readings readings;
    Pictures pictures;
    for (int frame = 0; glfwWindowShouldClose(window) == 0; ++frame) {
        glfwPollEvents();
        if (wanted.tabs > 0 && frame > 2 && frame % 3 == 0 && frame / 3 <= wanted.tabs)
            ui::moveFocus(ui, true);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        if (wanted.hoverX >= 0.0F) ImGui::GetIO().MousePos = {wanted.hoverX, wanted.hoverY};
        ImGui::NewFrame();
        ui::ScreenModel model = ui::makeScreenModel(
            document, state, readings,
            {static_cast<float>(wanted.width), static_cast<float>(wanted.height), ui.scale, kNow});
        const ui::UiRects::Item* picture =
            ui.rects.find(document.compare ? comparedPicture(document.compare->mode) : "viewport");
        if (picture) document::setViewport(document, {picture->rect.width, picture->rect.height});
        if (frame == 1) document::viewFrom(document, body::StandardView::Front);
        if (picture && wanted.hoverX >= 0.0F) {
            document::setHover(document, document::pick(document, {wanted.hoverX - picture->rect.x,
                                                                   wanted.hoverY - picture->rect.y}));
        }
        ui::beginFrame(ui);
        if (frame > 1) pictures.refresh(document);
        model.viewport.texture = pictures.main;
        if (model.compare) {
            model.compare->from.texture = pictures.from;
            model.compare->to.texture = pictures.to;
            model.compare->differenceTexture = pictures.difference;
        }
        if (wanted.tabs > 0 && frame > 2 && frame % 3 == 0 && frame / 3 <= wanted.tabs)
            ui::moveFocus(ui, true);
        const auto asked = ui::drawScreen(ui, model);
        ImGui::Render();
        glClearColor(0.5F, 0.5F, 0.5F, 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        if (!wanted.out.empty() && frame == 60 + 3 * wanted.tabs) {
            saveScreenshot(wanted.out, wanted.width, wanted.height);
            return;
        }
        glfwSwapBuffers(window);
        if (asked) ui::applyAction(context, state, *asked);
        document::tick(document, glfwGetTime());
    }
}

}  // namespace

int main(int count, char** words) {
    const Wanted wanted = readArguments(count, words);
    document::Document document;
    document.modelsFolder = wanted.resources + "/models";
    document.appearance.reduceMotion = true;
    document.appearance.dark = wanted.dark;
    auto body = body::loadStandardBody(document.modelsFolder);
    if (!body) return fail(body.error());
    document.body = *body;
    if (auto opened = document::openPractice(document, std::make_unique<DemoPractice>(sampleVault()));
        !opened) {
        return fail(opened.error());
    }
    ui::UiState state;
    makeScene(wanted.scene, document, state);
    document.saved = kNow;

    if (glfwInit() == 0) return 1;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window = glfwCreateWindow(wanted.width, wanted.height, "ui_preview", nullptr, nullptr);
    if (!window) return 1;
    glfwMakeContextCurrent(window);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    ui::Ui ui;
    const auto ready =
        ui::setUp(ui, ui::themeFor(wanted.dark), ui::scaleFor(1.0F, static_cast<double>(wanted.scale)),
                  wanted.resources + "/fonts");
    if (!ready) return fail(ready.error());
    loop(window, wanted, ui, document, state);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwTerminate();
    return 0;
}
