#include "records/fields.h"

#include "core/check.h"

#include <algorithm>
#include <bit>

namespace palpate::records {

namespace {

// Major types of RFC 8949, section 3.1.
constexpr unsigned kUnsigned = 0, kNegative = 1, kBytes = 2, kText = 3, kList = 4, kMap = 5, kSimple = 7;
constexpr unsigned kOneByte = 24, kEightBytes = 27;
constexpr std::byte kDouble{kSimple << 5U | kEightBytes};
constexpr std::size_t kMostFields = 23;

void putBigEndian(Bytes& to, std::uint64_t number, unsigned size) {
    for (unsigned i = size; i-- > 0;)
        to.push_back(static_cast<std::byte>(number >> (8 * i)));
}

void putHead(Bytes& to, unsigned type, std::uint64_t number) {
    if (number < kOneByte) {
        to.push_back(static_cast<std::byte>(type << 5U | static_cast<unsigned>(number)));
        return;
    }
    unsigned step = 0;
    while (step < 3 && number >> (8U << step) != 0)
        ++step;
    to.push_back(static_cast<std::byte>(type << 5U | (kOneByte + step)));
    putBigEndian(to, number, 1U << step);
}

void putRaw(Bytes& to, unsigned type, ByteView bytes) {
    putHead(to, type, bytes.size());
    to.insert(to.end(), bytes.begin(), bytes.end());
}

void put(Bytes& to, std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    putHead(to, number < 0 ? kNegative : kUnsigned, number < 0 ? ~bits : bits);
}
void put(Bytes& to, double number) {
    to.push_back(kDouble);
    putBigEndian(to, std::bit_cast<std::uint64_t>(number), 8);
}
void put(Bytes& to, const std::string& text) {
    putRaw(to, kText, viewOf(text));
}
void put(Bytes& to, const Bytes& bytes) {
    putRaw(to, kBytes, bytes);
}
template <typename T>
void put(Bytes& to, const std::vector<T>& list) {
    putHead(to, kList, list.size());
    for (const T& item : list)
        put(to, item);
}

// Reads forward; any mistake empties what is left and is remembered.
class Reader {
public:
    explicit Reader(ByteView bytes) : m_left(bytes) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }
    [[nodiscard]] unsigned nextType() const {
        return m_left.empty() ? kSimple : std::to_integer<unsigned>(m_left.front()) >> 5U;
    }
    // The number that belongs to an initial byte of `type`.
    std::uint64_t head(unsigned type) {
        if (m_left.empty() || nextType() != type) return fail();
        const unsigned info = std::to_integer<unsigned>(take(1).front()) & 31U;
        if (info < kOneByte) return info;
        if (info > kEightBytes) return fail();
        return bigEndian(std::size_t{1} << (info - kOneByte));
    }
    ByteView raw(unsigned type) {
        const std::uint64_t size = head(type);
        if (size > m_left.size()) fail();
        return m_failed ? ByteView() : take(static_cast<std::size_t>(size));
    }
    double fraction() {
        if (m_left.empty() || m_left.front() != kDouble) return static_cast<double>(fail());
        take(1);
        return std::bit_cast<double>(bigEndian(8));
    }
    std::int64_t number() {
        const bool negative = nextType() == kNegative;
        const std::uint64_t bits = head(negative ? kNegative : kUnsigned);
        if (bits >> 63U != 0) fail();
        return static_cast<std::int64_t>(negative ? ~bits : bits);
    }
    std::string text() {
        const ByteView bytes = raw(kText);
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    Fields::Value value();

private:
    template <typename T, typename Read>
    std::vector<T> list(std::uint64_t count, const Read& read) {
        std::vector<T> items;
        for (std::uint64_t i = 0; i < count && !m_failed; ++i)
            items.push_back(read());
        return items;
    }
    std::uint64_t bigEndian(std::size_t size) {
        if (size > m_left.size()) return fail();
        std::uint64_t number = 0;
        for (const std::byte byte : take(size))
            number = number << 8U | std::to_integer<std::uint64_t>(byte);
        return number;
    }
    ByteView take(std::size_t size) {
        const ByteView taken = m_left.first(size);
        m_left = m_left.subspan(size);
        return taken;
    }
    std::uint64_t fail() {
        m_left = {};
        m_failed = true;
        return 0;
    }

    ByteView m_left;
    bool m_failed = false;
};

Fields::Value Reader::value() {
    switch (nextType()) {
        case kUnsigned:
        case kNegative:
            return number();
        case kBytes: {
            const ByteView bytes = raw(kBytes);
            return Bytes(bytes.begin(), bytes.end());
        }
        case kText:
            return text();
        case kList: {
            const std::uint64_t count = head(kList);
            if (nextType() == kText) return list<std::string>(count, [this] { return text(); });
            return list<std::int64_t>(count, [this] { return number(); });
        }
        default:
            return fraction();
    }
}

}  // namespace

void Fields::set(std::string name, Value value) {
    m_all.emplace_back(std::move(name), std::move(value));
}

namespace {

constexpr std::size_t kMostOfHead = 9;

std::size_t sizeOf(std::int64_t) {
    return kMostOfHead;
}
std::size_t sizeOf(double) {
    return kMostOfHead;
}
std::size_t sizeOf(const std::string& text) {
    return kMostOfHead + text.size();
}
std::size_t sizeOf(const Bytes& bytes) {
    return kMostOfHead + bytes.size();
}
template <typename T>
std::size_t sizeOf(const std::vector<T>& list) {
    std::size_t size = kMostOfHead;
    for (const T& item : list)
        size += sizeOf(item);
    return size;
}

}  // namespace

std::size_t Fields::encodedSize() const {
    std::size_t size = kMostOfHead;
    for (const auto& [name, value] : m_all) {
        size += sizeOf(name);
        size += std::visit([](const auto& held) { return sizeOf(held); }, value);
    }
    return size;
}

bool Fields::has(std::string_view name) const {
    return std::any_of(m_all.begin(), m_all.end(), [name](const auto& field) { return field.first == name; });
}

void Fields::encode(Bytes& to) const {
    core::check(m_all.size() <= kMostFields, "a record has few fields");
    putHead(to, kMap, m_all.size());
    for (const auto& [name, value] : m_all) {
        put(to, name);
        std::visit([&to](const auto& known) { put(to, known); }, value);
    }
}

std::optional<Fields> Fields::decode(ByteView bytes) {
    Reader reader(bytes);
    Fields fields;
    const std::uint64_t count = reader.head(kMap);
    if (count > kMostFields) return std::nullopt;
    for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
        std::string name = reader.text();
        fields.set(std::move(name), reader.value());
    }
    if (reader.failed() || !reader.atEnd()) return std::nullopt;
    return fields;
}

}  // namespace palpate::records
