#include "core/plural.h"

#include "core/text.h"

namespace palpate::core {

std::string trn(const char* one, const char* many, std::size_t count) {
    return trf(count == 1 ? one : many, {std::to_string(count)});
}

}  // namespace palpate::core
