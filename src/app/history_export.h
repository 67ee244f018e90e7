#pragma once

#include "commands/command.h"
#include "core/result.h"
#include "document/document.h"
#include "render/device.h"

#include <filesystem>
#include <memory>

namespace palpate::app {

// Makes a file of the page of the view over time that is shown, which must be open and read, in `folder`:
// "C-0142_over-time.png" and the like, readable by its owner only. Files made earlier stay: the new one then
// gets a number. Names of clients are never in it. Returns where it is. Errors: nothing to save, fonts or
// pictures that cannot be made, a folder that cannot be written to.
[[nodiscard]] core::Result<std::filesystem::path> saveHistory(const document::Document& document,
                                                              const std::shared_ptr<render::Device>& device,
                                                              const std::filesystem::path& resources,
                                                              const std::filesystem::path& folder,
                                                              commands::HistoryFile file);

}  // namespace palpate::app
