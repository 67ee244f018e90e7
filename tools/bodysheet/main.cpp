#include "body/body_model.h"
#include "body/camera.h"
#include "core/resources.h"
#include "image/png.h"
#include "render/pictures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace palpate;

constexpr const char* kHelp =
    "palpate-bodysheet draws a figure of the standard body on one sheet: four sides, head, hand, foot and "
    "back, as the product shades them.\n\n"
    "  palpate-bodysheet FIGURE OUTPUT.png\n\n"
    "FIGURE: neutral, female, male, larger, older or child.\n";

// One picture of the sheet. `places` are starts of region ids that it frames; none: the whole body.
struct View {
    std::vector<std::string_view> places;
    float yaw = 0.0F, pitch = 0.0F;  // degrees, as in body::Camera
    int width = 0;                   // pixels
};

constexpr int kGap = 4;
constexpr image::Rgba kPaper{0xFF, 0xFF, 0xFF, 255};

struct Row {
    int height = 0;  // pixels
    std::vector<View> views;
};

std::vector<Row> rows() {
    const std::vector<std::string_view> head{"forehead", "eye_",  "nose_", "jaw",
                                             "temple_",  "crown", "throat"};
    const std::vector<std::string_view> back{"upper_trap", "scapula", "interscapular", "midback",   "spine_",
                                             "lumbar",     "sacrum",  "si_joint",      "glute_max", "lat_"};
    return {
        {640,
         {{{}, 0.0F, 0.0F, 500}, {{}, 180.0F, 0.0F, 500}, {{}, 90.0F, 0.0F, 290}, {{}, 270.0F, 0.0F, 290}}},
        {400,
         {{head, 0.0F, 0.0F, 396},
          {head, 50.0F, 5.0F, 396},
          {{"palm_L", "fingers_L", "thumb_L"}, 0.0F, 0.0F, 396},
          {{"hand_back_L", "fingers_L", "thumb_L"}, 180.0F, 0.0F, 396}}},
        {400,
         {{{"foot_top_L", "forefoot_L"}, 25.0F, 40.0F, 396},
          {{"heel_L", "ankle_outer_L", "foot_top_L"}, 110.0F, 10.0F, 396},
          {back, 180.0F, 0.0F, 396},
          {back, 140.0F, 10.0F, 396}}}};
}

body::Box frameOf(const body::BodyModel& body, const std::vector<std::string_view>& places) {
    if (places.empty()) return body.mesh().bounds();
    body::Box box;
    for (std::uint32_t v = 0; v < body.mesh().vertexCount(); ++v) {
        const std::string& id = body.atlas().regions()[body.atlas().regionOf(v)].id;
        if (std::any_of(places.begin(), places.end(), [&](auto start) { return id.starts_with(start); }))
            box.add(body.mesh().positions()[v]);
    }
    return box;
}

body::Camera cameraFor(const body::Box& frame, const View& view, float aspect) {
    body::Camera camera;
    camera.target = frame.centre();
    camera.yawDegrees = view.yaw;
    camera.pitchDegrees = view.pitch;
    // Half the extent of the box along the picture's own axes.
    const glm::mat4 look = camera.viewMatrix();
    const glm::vec3 half = 0.5F * frame.size();
    const auto extent = [&](int axis) {
        return std::abs(look[0][axis]) * half.x + std::abs(look[1][axis]) * half.y +
               std::abs(look[2][axis]) * half.z;
    };
    camera.height = 2.12F * std::max(extent(1), extent(0) / aspect);
    return camera;
}

void paste(image::Image& sheet, const image::Image& picture, int left, int top) {
    for (int y = 0; y < picture.height(); ++y) {
        const auto from = picture.row(y);
        std::copy(from.begin(), from.end(), sheet.row(top + y).begin() + std::ptrdiff_t{4} * left);
    }
}

image::Image emptySheet(const std::vector<Row>& layout) {
    int width = 0, height = -kGap;
    for (const Row& row : layout) {
        int across = -kGap;
        for (const View& view : row.views)
            across += view.width + kGap;
        width = std::max(width, across);
        height += row.height + kGap;
    }
    return {width, height, kPaper};
}

core::Result<image::Image> drawSheet(const std::shared_ptr<const body::BodyModel>& body) {
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();
    const std::vector<Row> layout = rows();
    image::Image sheet = emptySheet(layout);
    int top = 0;
    for (const Row& row : layout) {
        int left = 0;
        for (const View& view : row.views) {
            render::Scene scene;
            scene.body = body;
            scene.size = {view.width, row.height};
            scene.camera = cameraFor(frameOf(*body, view.places), view,
                                     static_cast<float>(view.width) / static_cast<float>(row.height));
            const auto picture = renderer->render(scene);
            if (!picture) return picture.error();
            paste(sheet, *picture, left, top);
            left += view.width + kGap;
        }
        top += row.height + kGap;
    }
    return sheet;
}

core::Result<void> run(const std::string& figure, const std::string& output) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const auto body = body::loadStandardBody(*resources / "models", figure);
    if (!body) return body.error();
    const auto sheet = drawSheet(*body);
    if (!sheet) return sheet.error();
    return image::writePngFile(output, *sheet);
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::fputs(kHelp, stdout);
        return count == 2 && std::string_view(words[1]) == "--help" ? 0 : 2;
    }
    const auto done = run(words[1], words[2]);
    if (done) return 0;
    std::fprintf(stderr, "palpate-bodysheet: %s\n", done.error().message().c_str());
    return 1;
}
