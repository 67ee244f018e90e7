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

[[nodiscard]] double sheetMeasuresHeight(const SheetModel& model);
void drawSheetMeasures(Canvas& canvas, const Rect& area, const SheetModel& model);

void drawSheetRegions(Canvas& canvas, const Rect& area, const SheetModel& model);

}  // namespace palpate::report
