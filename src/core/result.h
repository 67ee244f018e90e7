#pragma once

#include "core/check.h"

#include <string>
#include <utility>
#include <variant>

namespace palpate::core {

// Something outside the program failed. Every part is fit to show to a person.
struct Error {
    enum class Kind {
        World,    // a file, a device, a record: exit status 1 in the CLI
        Usage,    // the request itself cannot be met: exit status 2 in the CLI
        Stopped,  // the person stopped it: never shown as an error
    };

    std::string what;   // what happened, one sentence without a full stop
    std::string where;  // the file, line, record or value it happened at; may be empty
    std::string hint;   // what to do about it; may be empty
    Kind kind = Kind::World;

    // "what (where). hint" in one line.
    [[nodiscard]] std::string message() const {
        std::string text = what;
        if (!where.empty()) text += " (" + where + ")";
        text += ".";
        if (!hint.empty()) text += " " + hint;
        return text;
    }
};

// A value, or the reason why there is none. Names follow std::expected, which C++20 does not have yet.
// value() without a value and error() without an error are broken promises (core::check).
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}  // NOLINT: meant to be implicit
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error)) {}  // NOLINT: meant to be implicit

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& value() & {
        check(has_value(), "Result::value() on an error");
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] const T& value() const& {
        check(has_value(), "Result::value() on an error");
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() && { return std::move(value()); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const {
        check(!has_value(), "Result::error() on a value");
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}  // NOLINT: meant to be implicit

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error& error() const {
        check(m_failed, "Result::error() on success");
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

}  // namespace palpate::core
