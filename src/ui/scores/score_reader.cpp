#include "ui/scores/score_reader.h"

#include "document/scores.h"

namespace palpate::ui {

const std::optional<analysis::Scores>& ScoreReader::of(const document::Document& document) {
    Key key;
    key.body = document.body.get();
    key.labels = document.labels;
    key.answers = document.scores.version;
    key.areaScale = document::areaScale(document);
    key.years = document::yearsOf(document);
    if (const document::OpenMap* open = document::shownMap(document)) {
        key.map = open->key;
        key.completed = open->completed;
        key.pain = open->map.layer(map::LayerKind::Pain).version();
    }
    if (m_key == key) return m_scores;
    m_key = key;
    m_scores = document::scoresOf(document);
    return m_scores;
}

}  // namespace palpate::ui
