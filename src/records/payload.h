#pragma once

#include "records/fields.h"
#include "records/seal.h"

#include <cstdint>
#include <optional>

namespace palpate::records {

// What an item is about; only to be seen inside of it. The numbers are in files: they never change.
enum class ItemKind : std::uint8_t {
    Head = 1,
    Practice = 2,
    ClientKey = 3,
    Client = 4,
    ClientCode = 5,
    VisitsOfClient = 6,
    VisitOwner = 7,
    Visit = 8,
    Map = 9,
    Step = 10,
    Snapshot = 11,
    VisitRecord = 12,
    RecordNames = 13,
    Setting = 14,
    AuditRow = 15,
    Erased = 16,
    Practitioner = 17
};

// The plain text of an item.
struct Payload {
    ItemKind kind = ItemKind::Head;
    Fields fields;
    Bytes binary;
};

// Padded; `binary` is a zstd frame (RFC 8878) where that is smaller.
[[nodiscard]] Bytes encodePayload(const Payload& payload);
// Empty: not what encodePayload() makes.
[[nodiscard]] std::optional<Payload> decodePayload(ByteView plain);

}  // namespace palpate::records
