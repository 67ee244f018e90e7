#include "ui/imgui_compat.h"

#include "core/secret.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

#if __has_include(<imgui_freetype.h>)
#include <imgui_freetype.h>
#else
#include <misc/freetype/imgui_freetype.h>
#endif

#include <malloc.h>

#include <array>
#include <cstdlib>

namespace palpate::ui::compat {

void useFreeType(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
    atlas.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
}

bool buildAtlas(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    const bool onDemand = (ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasTextures) != 0;
    if (onDemand) return true;
#endif
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    return pixels != nullptr && width > 0 && height > 0;
}

void refreshFontTexture([[maybe_unused]] bool first) {
#if IMGUI_VERSION_NUM < 19200
    // The first time with all else that the backend keeps on the GPU: by itself it would make that, and the
    // texture once more, before the first frame. Later the rest stays: the backend of 1.86 forgets to begin
    // its buffers anew.
    if (first) {
        ImGui_ImplOpenGL3_CreateDeviceObjects();
    } else {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    // The pixels are on the GPU now; ten megabytes less to keep.
    ImGui::GetIO().Fonts->ClearTexData();
#endif
}

bool hasGlyph(ImFont& font, ImWchar character) {
#if IMGUI_VERSION_NUM >= 19200
    return font.IsGlyphInFont(character);
#else
    return font.FindGlyphNoFallback(character) != nullptr;
#endif
}

void pushFont(ImFont* font, [[maybe_unused]] float pixels) {
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font, pixels);
#else
    ImGui::PushFont(font);
#endif
}

bool pressArea(const char* id, ImVec2 size) {
#if IMGUI_VERSION_NUM >= 19130
    return ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
#else
    return ImGui::InvisibleButton(id, size);
#endif
}

bool tipIsDue() {
    return ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled) &&
           static_cast<double>(GImGui->HoveredIdTimer) >= kTipDelaySeconds;
}

bool textEntered() {
    // The field takes the key in this frame and no longer asks for text in the next.
    if (!ImGui::GetIO().WantTextInput) return false;
#if IMGUI_VERSION_NUM >= 18700
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
#else
    const ImGuiIO& io = ImGui::GetIO();
    const auto pressed = [&io](ImGuiKey_ key) {
        return io.KeyMap[key] >= 0 && ImGui::IsKeyPressed(io.KeyMap[key], false);
    };
    return pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeyPadEnter);
#endif
}

bool keyboardFocusVisible() {
#if IMGUI_VERSION_NUM >= 19140
    return GImGui->NavCursorVisible;
#else
    return !GImGui->NavDisableHighlight;
#endif
}

void focusLastItem(bool typeInto) {
    ImGui::ClearActiveID();
    ImGui::SetFocusID(GImGui->LastItemData.ID, GImGui->CurrentWindow);
    if (typeInto) {
#if IMGUI_VERSION_NUM >= 18980
        ImGui::ActivateItemByID(GImGui->LastItemData.ID);
#else
        ImGui::ActivateItem(GImGui->LastItemData.ID);
#endif
        GImGui->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    }
#if IMGUI_VERSION_NUM >= 19140
    GImGui->NavCursorVisible = true;
    GImGui->NavHighlightItemUnderNav = true;
#else
    GImGui->NavDisableHighlight = false;
    GImGui->NavDisableMouseHover = true;
#endif
    ImGui::ScrollToItem();
}

void takeTyped(ImVector<ImWchar>& typed) {
    typed.swap(ImGui::GetIO().InputQueueCharacters);
}

void type(const ImWchar* characters, int count) {
    ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
    for (int i = 0; i < count; ++i)
        typed.push_back(characters[i]);
}

const bool kTabsThroughControls = IMGUI_VERSION_NUM >= 18940;
const bool kEnterPresses = IMGUI_VERSION_NUM >= 18940;

void takeTabKey() {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().KeyMap[ImGuiKey_Tab] = -1;
#endif
}

void holdSpace() {
#if IMGUI_VERSION_NUM < 18700
    ImGuiIO& io = ImGui::GetIO();
    const int space = io.KeyMap[ImGuiKey_Space];
    if (space >= 0) io.KeysDown[space] = false;
#endif
}

void keepVerticalArrows() {
#if IMGUI_VERSION_NUM < 18900
    if (ImGui::IsItemActive()) {
        GImGui->ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Up) | (1U << ImGuiDir_Down);
    }
#else
    if (ImGui::IsItemActive()) {
        ImGui::SetKeyOwner(ImGuiKey_UpArrow, GImGui->LastItemData.ID);
        ImGui::SetKeyOwner(ImGuiKey_DownArrow, GImGui->LastItemData.ID);
    }
#endif
}

bool beginChild(const char* id, ImVec2 size, ImGuiWindowFlags flags) {
#if IMGUI_VERSION_NUM >= 19000
    return ImGui::BeginChild(id, size, ImGuiChildFlags_None, flags);
#else
    return ImGui::BeginChild(id, size, false, flags);
#endif
}

void useWipingAllocator() {
    const auto give = [](std::size_t bytes, void*) { return std::malloc(bytes); };
    const auto take = [](void* memory, void*) {
        if (memory == nullptr) return;
        core::wipe({static_cast<char*>(memory), malloc_usable_size(memory)});
        std::free(memory);
    };
    ImGui::SetAllocatorFunctions(give, take, nullptr);
}

// What is freed is overwritten by the allocator.
void forgetTyping() {
    if (ImGui::GetCurrentContext() == nullptr) return;
    ImGui::ClearActiveID();
    ImGuiContext& context = *GImGui;
    context.IO.InputQueueCharacters.clear();
    context.ClipboardHandlerData.clear();
    ImGuiInputTextState& state = context.InputTextState;
    state.ClearFreeMemory();
    state.ID = 0;
#if IMGUI_VERSION_NUM < 19110
    state.CurLenW = state.CurLenA = 0;
    core::wipe({reinterpret_cast<char*>(&state.Stb), sizeof(state.Stb)});
#endif
}

ImGuiCol focusRingColour() {
#if IMGUI_VERSION_NUM >= 19140
    return ImGuiCol_NavCursor;
#else
    return ImGuiCol_NavHighlight;
#endif
}

void addImage(ImDrawList& list, std::uint64_t texture, ImVec2 min, ImVec2 max, ImVec2 uvMin, ImVec2 uvMax,
              ImU32 tint) {
#if IMGUI_VERSION_NUM >= 19140
    list.AddImage(static_cast<ImTextureID>(texture), min, max, uvMin, uvMax, tint);
#else
    // Before 1.91.4 the library keeps texture names in a pointer.
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), min, max, uvMin, uvMax,
                  tint);
#endif
}

#if IMGUI_VERSION_NUM >= 18700

namespace {
constexpr std::array kKeys{ImGuiKey_Tab,     ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                           ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Space,
                           ImGuiKey_Enter,   ImGuiKey_Escape,    ImGuiKey_Backspace};
}  // namespace

void setUpKeys() {}

void feedMouse(ImVec2 position) {
    ImGui::GetIO().AddMousePosEvent(position.x, position.y);
}

void feedMouseButton(int button, bool down) {
    ImGui::GetIO().AddMouseButtonEvent(button, down);
}

void feedWheel(float notches) {
    ImGui::GetIO().AddMouseWheelEvent(0.0F, notches);
}

void feedKey(InputKey key, bool down) {
    ImGui::GetIO().AddKeyEvent(kKeys[static_cast<std::size_t>(key)], down);
}

#else

namespace {
constexpr std::array kKeys{ImGuiKey_Tab,     ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                           ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Space,
                           ImGuiKey_Enter,   ImGuiKey_Escape,    ImGuiKey_Backspace};
}  // namespace

void setUpKeys() {
    // Any numbers do, as long as they are those that feedKey uses.
    for (const ImGuiKey_ key : kKeys)
        ImGui::GetIO().KeyMap[key] = key;
}

void feedMouse(ImVec2 position) {
    ImGui::GetIO().MousePos = position;
}

void feedMouseButton(int button, bool down) {
    ImGui::GetIO().MouseDown[button] = down;
}

void feedWheel(float notches) {
    ImGui::GetIO().MouseWheel += notches;
}

void feedKey(InputKey key, bool down) {
    ImGui::GetIO().KeysDown[kKeys[static_cast<std::size_t>(key)]] = down;
}

#endif

}  // namespace palpate::ui::compat
