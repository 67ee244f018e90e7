#pragma once

#include "body/camera.h"
#include "core/result.h"
#include "image/image.h"
#include "image/png.h"
#include "report/sheet_model.h"

#include <filesystem>
#include <functional>

namespace palpate::report {

// A4 landscape at 300 dots an inch.
inline constexpr int kSheetWidth = 3508;
inline constexpr int kSheetHeight = 2480;
inline constexpr double kSheetDotsPerInch = 300.0;

// A picture of the body that a page asks for: on white, without anything beside the body.
struct PictureRequest {
    body::Camera camera;
    int width = 0, height = 0;  // pixels
    float pixelScale = 1.0F;    // pixels a dp: how wide lines and patterns are
    bool blackAndWhite = false;
    float dpPerCentimetre = 37.8F;  // of the page
};

// Makes that picture, of the map that the page is about.
using PictureSource = std::function<core::Result<image::Image>(const PictureRequest& request)>;

// Sets the case-note sheet. The same model and pictures give the same pixels. `resourceFolder` holds fonts/.
// Errors: fonts that cannot be read; what `picture` says.
[[nodiscard]] core::Result<image::Image> drawSheet(const SheetModel& model, const PictureSource& picture,
                                                   const std::filesystem::path& resourceFolder);

// What the file says beside its pixels: resolution and program, nothing about the client.
[[nodiscard]] image::PngNotes sheetNotes();

}  // namespace palpate::report
