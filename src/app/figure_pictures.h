#pragma once

#include "document/document.h"
#include "image/image.h"
#include "render/device.h"
#include "render/picture_texture.h"
#include "render/pictures.h"
#include "ui/figure_choice.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace palpate::app {

// A figure from the front as it is offered, all at one scale. Errors: the figure or the picture cannot be
// made.
[[nodiscard]] core::Result<image::Image> figurePicture(render::PictureRenderer& renderer,
                                                       const std::filesystem::path& modelsFolder,
                                                       const std::string& figure, bool dark,
                                                       float pixelsPerDp);

// Small pictures of the figures, made the first time that somebody looks at them and kept until the program
// ends or its looks change.
class FigurePictures {
public:
    explicit FigurePictures(std::shared_ptr<render::Device> device);

    // Gives `choice` the pictures that there are and makes one more at most, which takes as long as loading a
    // figure. True: there are more to be made. The window's context must be current.
    bool show(const document::Document& document, float pixelsPerDp, ui::FigureChoice& choice);

private:
    struct Looks {
        bool dark = false;
        float pixelsPerDp = 0.0F;
        friend bool operator==(const Looks&, const Looks&) = default;
    };

    std::shared_ptr<render::Device> m_device;
    std::optional<render::PictureRenderer> m_renderer;  // only while pictures are being made
    Looks m_looks;
    std::map<std::string, render::PictureTexture> m_pictures;  // empty: could not be made
};

}  // namespace palpate::app
