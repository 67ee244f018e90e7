#pragma once

#include "report/canvas.h"
#include "report/sheet.h"
#include "report/sheet_model.h"

// The parts of a sheet. Each draws into the area it is given.
namespace palpate::report {

void drawSheetHeader(Canvas& canvas, const Rect& area, const SheetModel& model);
void drawSheetFooter(Canvas& canvas, const Rect& area, const SheetModel& model);

// The four bodies side by side at one scale, with names, R and L, numbers and a 10 cm bar.
core::Result<void> drawSheetViews(Canvas& canvas, const Rect& area, const SheetModel& model,
                                  const PictureSource& picture);

// A column for each layer, and one for what changed in the pain layer; below it whether that is clear.
void drawSheetMeasures(Canvas& canvas, const Rect& area, const SheetModel& model);

// The worst regions, a line each.
void drawSheetRegions(Canvas& canvas, const Rect& area, const SheetModel& model);

}  // namespace palpate::report
