#include "row.h"

#include <utility>

namespace palpate::bench {

Row row(std::string work, const Duel& duel, double target) {
    return {std::move(work), duel.ours, duel.peer, duel.ratio, target};
}

}  // namespace palpate::bench
