#pragma once

// The glyphs of Font Awesome 4.7 that the window uses, as UTF-8. Only what stands in kAll is rasterised.
namespace palpate::ui::icon {

inline constexpr const char* kSearch = "\xEF\x80\x82";       // F002
inline constexpr const char* kUser = "\xEF\x80\x87";         // F007
inline constexpr const char* kCheck = "\xEF\x80\x8C";        // F00C
inline constexpr const char* kClose = "\xEF\x80\x8D";        // F00D
inline constexpr const char* kList = "\xEF\x80\xBA";         // F03A
inline constexpr const char* kPencil = "\xEF\x81\x80";       // F040
inline constexpr const char* kPlus = "\xEF\x81\xA7";         // F067
inline constexpr const char* kMinus = "\xEF\x81\xA8";        // F068
inline constexpr const char* kEye = "\xEF\x81\xAE";          // F06E
inline constexpr const char* kEyeSlash = "\xEF\x81\xB0";     // F070
inline constexpr const char* kWarning = "\xEF\x81\xB1";      // F071
inline constexpr const char* kCalendar = "\xEF\x81\xB3";     // F073
inline constexpr const char* kUsers = "\xEF\x83\x80";        // F0C0
inline constexpr const char* kArrowLeft = "\xEF\x81\xA0";    // F060
inline constexpr const char* kArrowRight = "\xEF\x81\xA1";   // F061
inline constexpr const char* kExpand = "\xEF\x82\xB2";       // F0B2: arrows to all sides
inline constexpr const char* kUndo = "\xEF\x83\xA2";         // F0E2
inline constexpr const char* kRedo = "\xEF\x80\x9E";         // F01E
inline constexpr const char* kExchange = "\xEF\x83\xAC";     // F0EC
inline constexpr const char* kColumns = "\xEF\x83\x9B";      // F0DB
inline constexpr const char* kInfo = "\xEF\x81\x9A";         // F05A
inline constexpr const char* kQuestion = "\xEF\x81\x99";     // F059
inline constexpr const char* kError = "\xEF\x81\xAA";        // F06A
inline constexpr const char* kLock = "\xEF\x80\xA3";         // F023
inline constexpr const char* kHand = "\xEF\x89\x96";         // F256: open palm
inline constexpr const char* kPaintBrush = "\xEF\x87\xBC";   // F1FC
inline constexpr const char* kEraser = "\xEF\x84\xAD";       // F12D
inline constexpr const char* kMoon = "\xEF\x86\x86";         // F186
inline constexpr const char* kSun = "\xEF\x86\x85";          // F185
inline constexpr const char* kDownload = "\xEF\x80\x99";     // F019
inline constexpr const char* kPicture = "\xEF\x80\xBE";      // F03E
inline constexpr const char* kSaved = "\xEF\x81\x98";        // F058: tick in a disc
inline constexpr const char* kChevronDown = "\xEF\x81\xB8";  // F078
inline constexpr const char* kHistory = "\xEF\x87\x9A";      // F1DA
inline constexpr const char* kFlask = "\xEF\x83\x83";        // F0C3
inline constexpr const char* kMirror = "\xEF\x81\xBE";       // F07E: arrows left and right
inline constexpr const char* kBars = "\xEF\x83\x89";         // F0C9
inline constexpr const char* kSliders = "\xEF\x87\x9E";      // F1DE
inline constexpr const char* kTags = "\xEF\x80\xAC";         // F02C
inline constexpr const char* kFolder = "\xEF\x81\xBB";       // F07B
inline constexpr const char* kArrowUp = "\xEF\x81\xA2";      // F062
inline constexpr const char* kArrowDown = "\xEF\x81\xA3";    // F063
inline constexpr const char* kLayers = "\xEF\x89\x8D";       // F24D: sheets upon each other
inline constexpr const char* kCloud = "\xEF\x83\x82";        // F0C2
inline constexpr const char* kRing = "\xEF\x87\x8E";         // F1CE: an open ring
inline constexpr const char* kDrop = "\xEF\x81\x83";         // F043
inline constexpr const char* kPin = "\xEF\x89\xB6";          // F276
inline constexpr const char* kTrash = "\xEF\x80\x94";        // F014
inline constexpr const char* kTicked = "\xEF\x85\x8A";       // F14A
inline constexpr const char* kUnticked = "\xEF\x82\x96";     // F096

inline constexpr const char* kTasks = "\xEF\x82\xAE";  // F0AE: a list of bars

inline constexpr const char* kTurnLeft = "\xEF\x81\x93";   // F053: chevron
inline constexpr const char* kTurnRight = "\xEF\x81\x94";  // F054
inline constexpr const char* kZoomIn = "\xEF\x80\x8E";     // F00E
inline constexpr const char* kZoomOut = "\xEF\x80\x90";    // F010
inline constexpr const char* kLink = "\xEF\x83\x81";       // F0C1
inline constexpr const char* kUnlink = "\xEF\x84\xA7";     // F127
inline constexpr const char* kContrast = "\xEF\x81\x82";   // F042: half a disc

inline constexpr const char* kUnlock = "\xEF\x82\x9C";   // F09C: open lock
inline constexpr const char* kKey = "\xEF\x82\x84";      // F084
inline constexpr const char* kPrint = "\xEF\x80\xAF";    // F02F
inline constexpr const char* kArchive = "\xEF\x86\x87";  // F187
inline constexpr const char* kShield = "\xEF\x84\xB2";   // F132

inline constexpr const char* kAll[] = {
    kSearch,   kUser,     kCheck,    kClose,    kList,      kPencil,      kPlus,    kMinus,      kEye,
    kEyeSlash, kWarning,  kCalendar, kUsers,    kArrowLeft, kArrowRight,  kExpand,  kUndo,       kRedo,
    kExchange, kColumns,  kInfo,     kQuestion, kError,     kLock,        kHand,    kPaintBrush, kEraser,
    kMoon,     kSun,      kDownload, kPicture,  kSaved,     kChevronDown, kHistory, kFlask,      kMirror,
    kBars,     kSliders,  kTags,     kLayers,   kCloud,     kRing,        kDrop,    kPin,        kTrash,
    kTicked,   kUnticked, kFolder,   kArrowUp,  kTurnLeft,  kTurnRight,   kZoomIn,  kZoomOut,    kContrast,
    kTasks,    kLink,     kUnlink,   kUnlock,   kKey,       kPrint,       kArchive, kShield,     kArrowDown};

}  // namespace palpate::ui::icon
