// What the window tells tests.
#include "app/app.h"
#include "document/check_in.h"
#include "document/compare.h"
#include "document/history.h"
#include "document/scores.h"

#include <glm/common.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace palpate::app {

// Tests wait for this line to say what they look for.
std::string App::stateLine() const {
    const document::OpenMap* map = document::openMapOf(m_document, m_document.author);
    std::string line = "#state";
    const auto add = [&line](const char* name, std::size_t number) {
        line += std::string(" ") + name + "=" + std::to_string(number);
    };
    add("settling", m_gui->isSettling() ? 1 : 0);
    add("undo", map == nullptr ? 0 : map->history.undoSteps());
    add("redo", map == nullptr ? 0 : map->history.redoSteps());
    add("pending", m_document.pending.size());
    add("visit", map == nullptr ? 0 : 1);
    add("open", m_document.practice == nullptr ? 0 : 1);
    add("clients", m_document.clients.size());
    add("told", m_state.practice.told.empty() ? 0 : m_state.practice.toldWarns ? 2 : 1);
    add("trouble", m_state.practice.problem.empty() ? 0 : 1);
    add("log", m_state.practice.log.size());
    add("compare", m_document.compare ? 1 : 0);
    if (m_document.compare) {
        const document::CompareState& compare = *m_document.compare;
        add("mode", static_cast<std::size_t>(compare.mode));
        add("pair", static_cast<std::size_t>(document::pairOf(compare.from.key, compare.to.key)));
        add("pictures", document::pictureCount(compare));
        add("linked", compare.linked ? 1 : 0);
        add("share", static_cast<std::size_t>(std::lround(100.0 * document::compareShare(compare))));
        const auto region = document::comparedRegion(m_document);
        add("region", region ? *region + std::size_t{1} : 0);
        add("from", static_cast<std::size_t>(compare.from.key.visit.value));
        add("to", static_cast<std::size_t>(compare.to.key.visit.value));
    }
    add("moment", m_document.moment == clinic::Moment::Before ? 0 : 1);
    add("history", m_document.history ? static_cast<std::size_t>(m_document.history->page) + 1 : 0);
    if (m_document.history) {
        add("read", m_document.history->read);
        add("shown", m_document.history->shown);
        add("counted", m_document.history->frequency && m_document.history->frequency->result ? 1 : 0);
    }
    add("checkin", m_document.checkIn ? static_cast<std::size_t>(m_document.checkIn->page) + 1 : 0);
    add("moving", m_document.cameraMove || m_pictures->restsAt() ? 1 : 0);
    add("yaw", static_cast<std::size_t>(std::lround(m_document.camera.yawDegrees)));
    add("part", m_document.part ? 1 : 0);
    add("flat", m_document.flat ? 1 : 0);
    add("dark", m_document.appearance.dark ? 1 : 0);
    const auto& answers = m_document.scores.ratings.answers;
    add("answers", static_cast<std::size_t>(std::count_if(answers.begin(), answers.end(),
                                                          [](const auto& one) { return one.has_value(); })));
    const auto scores = document::scoresOf(m_document);
    if (scores && scores->wpi.recorded) add("wpi", static_cast<std::size_t>(*scores->wpi.score()));
    const glm::dvec2 pointer = glm::max(m_router.pointer(), glm::dvec2(0.0));
    add("x", static_cast<std::size_t>(pointer.x));
    add("y", static_cast<std::size_t>(pointer.y));
    add("held", m_router.isButtonDown() ? 1 : 0);
    return line + "\n";
}

}  // namespace palpate::app
