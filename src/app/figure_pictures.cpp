#include "app/figure_pictures.h"

#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

// Holds the largest figure; the child is seen to be smaller.
constexpr float kHeight = 1.9F;  // metres
constexpr float kMiddle = 0.9F;  // metres above the ground

}  // namespace

core::Result<image::Image> figurePicture(render::PictureRenderer& renderer,
                                         const std::filesystem::path& modelsFolder, const std::string& figure,
                                         bool dark, float pixelsPerDp) {
    auto body = body::loadStandardBody(modelsFolder, figure);
    if (!body) return body.error();
    constexpr float kAspect = ui::FigureChoice::kAspect;
    const float height = std::round(ui::FigureChoice::kPictureHeight * pixelsPerDp);
    render::Scene scene;
    scene.camera = body::standardCamera(body::StandardView::Front, (*body)->mesh().bounds(), kAspect);
    scene.camera.height = kHeight;
    scene.camera.target.y = kMiddle;
    scene.body = std::move(*body);
    scene.size = {static_cast<int>(std::round(height * kAspect)), static_cast<int>(height)};
    scene.pixelScale = pixelsPerDp;
    scene.backdrop = dark ? render::Backdrop::dark() : render::Backdrop::light();
    return renderer.render(scene);
}

FigurePictures::FigurePictures(std::shared_ptr<render::Device> device) : m_device(std::move(device)) {}

bool FigurePictures::show(const document::Document& document, float pixelsPerDp, ui::FigureChoice& choice) {
    const Looks looks{document.appearance.dark, pixelsPerDp};
    if (looks != m_looks) m_pictures.clear();
    m_looks = looks;
    bool mayMake = true;
    bool wantsMore = false;
    for (ui::FigureChoice::Entry& entry : choice.entries) {
        auto found = m_pictures.find(entry.id);
        if (found == m_pictures.end() && mayMake) {
            mayMake = false;
            if (!m_renderer) m_renderer.emplace(m_device);
            const auto picture =
                figurePicture(*m_renderer, document.modelsFolder, entry.id, looks.dark, pixelsPerDp);
            found =
                m_pictures
                    .emplace(entry.id, picture ? render::PictureTexture(*picture) : render::PictureTexture())
                    .first;
        }
        wantsMore = wantsMore || found == m_pictures.end();
        if (found != m_pictures.end()) entry.texture = found->second.name();
    }
    if (!wantsMore) m_renderer.reset();
    return wantsMore;
}

}  // namespace palpate::app
