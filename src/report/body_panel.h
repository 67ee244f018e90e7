#pragma once

#include "body/camera.h"
#include "report/canvas.h"
#include "report/sheet.h"
#include "report/sheet_model.h"

#include <vector>

namespace palpate::report {

// One body on a page.
struct BodyPanel {
    body::StandardView view = body::StandardView::Front;
    body::Box bounds;    // of the body
    double scale = 0.0;  // millimetres of the page a metre of the body
    double pixelsPerMillimetre = 1.0;
    const std::vector<LevelMark>* marks = nullptr;  // may be null
    const std::vector<PinSign>* pins = nullptr;     // the same
    bool blackAndWhite = false;
};

// Metres of the world that a view needs, with a little air around the body.
[[nodiscard]] glm::dvec2 sizeInView(body::StandardView view, const body::Box& bounds);

// The camera that drawBodyPanel() asks for a picture with.
[[nodiscard]] body::Camera cameraOf(const BodyPanel& panel, const Rect& frame);

// Draws the picture in the middle of `frame`, then R and L on the person's own sides and the numbers.
core::Result<void> drawBodyPanel(Canvas& canvas, const Rect& frame, const BodyPanel& panel,
                                 const PictureSource& picture);

// Numbers upon a picture that fills `frame`.
void drawLevelMarks(Canvas& canvas, const Rect& frame, const body::Camera& camera,
                    const std::vector<LevelMark>& marks, bool blackAndWhite);

// 10 cm at that scale, from (x, y) to the right.
void drawScaleBar(Canvas& canvas, double x, double y, double scale);

}  // namespace palpate::report
