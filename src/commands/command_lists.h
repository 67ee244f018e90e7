#pragma once

#include "commands/command.h"
#include "core/result.h"

#include <initializer_list>
#include <string_view>
#include <vector>

// The parts of the registry; only registry.cpp and they themselves include this.
namespace palpate::commands {

using Commands = std::vector<Command>;

void addMapCommands(Commands& commands);       // strokes, visits, clients, the sheet
void addToolCommands(Commands& commands);      // tools, levels, layers, words, authors
void addViewCommands(Commands& commands);      // the camera
void addBodyCommands(Commands& commands);      // what the skin shows, the figures
void addCompareCommands(Commands& commands);   // the compare view
void addHistoryCommands(Commands& commands);   // the view over time
void addCheckInCommands(Commands& commands);   // the client's own pages
void addPracticeCommands(Commands& commands);  // the practice as a whole
void addWindowCommands(Commands& commands);    // help, looks, leaving

using Document = document::Document;

// Shortcuts from their text; each must be one.
[[nodiscard]] std::vector<Shortcut> keys(std::initializer_list<std::string_view> texts);

[[nodiscard]] bool always(const Document& document);
[[nodiscard]] bool hasPractice(const Document& document);
[[nodiscard]] bool hasClient(const Document& document);
[[nodiscard]] bool hasVisit(const Document& document);

// What failed becomes a notice on that topic; what worked takes the topic's notice away.
void report(Document& document, std::string_view topic, const core::Result<void>& result);

}  // namespace palpate::commands
