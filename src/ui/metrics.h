#pragma once

namespace palpate::ui {

// Lengths of the window in density-independent pixels (dp): pixels at 96 dots an inch. Ui::dp() turns them
// into pixels of the screen.
namespace size {
inline constexpr float kBodyText = 17.0F, kSmallText = 14.0F, kHeading = 22.0F;
inline constexpr float kControl = 36.0F;  // height of a control, and the smallest target but for chips
inline constexpr float kChip = 28.0F;     // height of a chip: above the 24 that WCAG 2.2 (2.5.8) asks for
inline constexpr float kPaddingX = 12.0F, kPaddingY = 9.0F;
inline constexpr float kSpacingX = 10.0F, kSpacingY = 8.0F;
inline constexpr float kWindowPadding = 14.0F;
inline constexpr float kFrameRounding = 6.0F, kWindowRounding = 10.0F;
inline constexpr float kScrollbar = 18.0F, kGrab = 20.0F;
inline constexpr float kTouchPadding = 4.0F;
inline constexpr float kFocusRing = 2.0F;  // thickness of the ring round what the keyboard is on
inline constexpr float kHairline = 1.0F;
inline constexpr float kIcon = 17.0F;
inline constexpr float kTopBar = 56.0F, kViewBar = 54.0F;
inline constexpr float kLeftColumn = 240.0F, kCentre = 560.0F, kRightColumn = 340.0F;
inline constexpr float kSplitter = 6.0F;
}  // namespace size

// How many pixels a dp has: what the screen asks for times what the person asks for, held within 1..6. The
// person's scale is held within 1..3 (100 to 300 %).
[[nodiscard]] float scaleFor(float contentScale, double userScale);

}  // namespace palpate::ui
