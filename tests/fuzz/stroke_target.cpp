#include "core/check.h"
#include "fuzz/targets.h"
#include "map/stroke_json.h"
#include "support/test_bodies.h"

#include <memory>
#include <string>
#include <string_view>

namespace palpate::fuzz {

void fuzzStroke(Bytes bytes) {
    static const std::shared_ptr<const body::BodyModel> body = test::makeTestBody();
    const std::string_view line(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    (void)map::continuesAnother(line);
    const auto stroke = map::strokeFromJson(line, *body);
    if (!stroke) {
        core::check(!stroke.error().what.empty(), "a refusal says what is wrong");
        return;
    }
    const std::string written = map::toJson(*stroke);
    const auto again = map::strokeFromJson(written, *body);
    core::check(again.has_value(), "what was read can be written and read again");
    core::check(map::toJson(*again) == written, "and is the same");
}

}  // namespace palpate::fuzz
