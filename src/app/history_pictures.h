#pragma once

#include "document/document.h"
#include "render/device.h"
#include "render/picture_texture.h"
#include "render/scene_renderer.h"
#include "ui/history/history_model.h"
#include "ui/ui_rects.h"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace palpate::app {

// The pictures of the view over time: front and back of the visit that is looked at, drawn anew only where
// they changed, and small ones of every visit, made when they first come into sight, one a frame.
class HistoryPictures {
public:
    explicit HistoryPictures(std::shared_ptr<render::Device> device);

    // Gives the model the pictures that there are, for controls laid out as `rects` say, and makes one more
    // small one at most. True: more of those in sight are to be made. The window's context must be current.
    bool show(const document::Document& document, const ui::UiRects& rects, float pixelsPerUnit,
              float pixelsPerDp, ui::HistoryModel& model);
    // Whether the body stands where it was last drawn for.
    [[nodiscard]] bool fit(const ui::UiRects& rects) const;
    // Frees what is kept; while the view is not open nothing is.
    void forget();

    // So many small pictures are kept; beyond, those that were out of sight for longest go.
    static constexpr std::size_t kMostKept = 96;
    [[nodiscard]] std::size_t kept() const { return m_small.size(); }

private:
    struct Key {
        std::uint64_t visit = 0;
        clinic::Author author = clinic::Author::Client;
        map::LayerKind layer = map::LayerKind::Pain;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Looks {
        bool dark = false, highContrast = false, blackAndWhite = false;
        float pixelsPerDp = 0.0F;
        const body::BodyModel* body = nullptr;
        friend bool operator==(const Looks&, const Looks&) = default;
    };
    struct Small {
        render::PictureTexture texture;
        std::uint64_t seen = 0;  // the frame it was last in sight
    };
    void showBodies(const document::Document& document, const ui::UiRects& rects, float pixelsPerUnit,
                    float pixelsPerDp, ui::HistoryModel& model);
    void showBody(const render::Scene& scene, std::size_t which, std::uint64_t& texture);
    render::PictureTexture smallPicture(const document::Document& document, const map::BodyMap& map,
                                        float pixelsPerDp);
    void keepFew();

    std::shared_ptr<render::Device> m_device;
    std::vector<render::SceneRenderer> m_bodies;  // front, back
    std::unique_ptr<render::SceneRenderer> m_smallRenderer;
    Looks m_looks;
    std::map<Key, Small> m_small;
    std::uint64_t m_frame = 0;
    ui::Rect m_drawnFor;  // where the front of the body stood; empty if it did not
};

}  // namespace palpate::app
