#include "records/seal.h"

#include "core/random.h"
#include "records/key_slots.h"
#include "records/padding.h"
#include "records/payload.h"
#include "records/recovery_key.h"
#include "records/vault_keys.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::records;

namespace {

core::Secret keyOf(int number) {
    core::Secret key(kKeySize);
    key.bytes()[0] = static_cast<std::byte>(number);
    return key;
}

std::string hex(ByteView bytes) {
    std::string text;
    for (const std::byte byte : bytes) {
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) >> 4U];
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

Bytes randomBytes(core::Random& random, std::size_t size) {
    Bytes bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random.next());
    return bytes;
}

}  // namespace

TEST_CASE("what is sealed opens with the same key, tag and associated bytes and with nothing else") {
    const core::Secret key = keyOf(1), other = keyOf(2);
    const Bytes plain(100, std::byte{7});
    const Sealed sealed = seal(plain, records::keyOf(key), viewOf("here"));
    Bytes opened;
    REQUIRE(openSealed(sealed.bytes, sealed.tag, records::keyOf(key), viewOf("here"), opened));
    CHECK(opened == plain);
    CHECK_FALSE(openSealed(sealed.bytes, sealed.tag, records::keyOf(other), viewOf("here"), opened));
    CHECK_FALSE(openSealed(sealed.bytes, sealed.tag, records::keyOf(key), viewOf("there"), opened));
    CHECK(opened.empty());
    for (std::size_t bit = 0; bit < sealed.bytes.size() * 8; ++bit) {
        Bytes changed = sealed.bytes;
        changed[bit / 8] ^= std::byte{1} << (bit % 8);
        CHECK_FALSE(openSealed(changed, sealed.tag, records::keyOf(key), viewOf("here"), opened));
    }
    CHECK(seal(plain, records::keyOf(key), viewOf("here")).bytes != sealed.bytes);
}

TEST_CASE("hashes are those of the standard") {
    // BLAKE2b with 32 bytes of output, as Python's hashlib computes it.
    CHECK(hex(hashOf(viewOf("abc"))) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(hex(hashOf(viewOf("abc"), viewOf("key"))) ==
          "0330531d097355a3f72e80d55c1245ccf79f1704431c6e3887938320442c23c0");
}

TEST_CASE("padding hides all but a few bits of a size and adds at most an eighth") {
    CHECK(paddedSize(0) == 128);
    CHECK(paddedSize(128) == 128);
    CHECK(paddedSize(129) == 144);
    CHECK(paddedSize(1000) == 1024);
    CHECK(paddedSize(1025) == 1088);
    std::size_t last = 0, sizes = 0;
    for (std::size_t size = 129; size < 100000; ++size) {
        const std::size_t padded = paddedSize(size);
        REQUIRE(padded >= size);
        REQUIRE(static_cast<double>(padded - size) <= 0.12 * static_cast<double>(size));
        REQUIRE(padded >= last);
        if (padded != last) ++sizes;
        last = padded;
    }
    CHECK(sizes < 180);
}

TEST_CASE("fields of every kind come back as they were") {
    Fields fields;
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{23}, std::int64_t{24}, std::int64_t{255}, std::int64_t{65536},
          std::int64_t{-1}, std::int64_t{-300}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()})
        fields.set("n" + std::to_string(number), number);
    fields.set("real", 168.25);
    fields.set("text", std::string("M\xc3\xbcller\0 \xff", 11));
    fields.set("bytes", Bytes(300, std::byte{9}));
    fields.set("numbers", Fields::Numbers{1, -5, 1000000});
    fields.set("names", Fields::Texts{"a", ""});
    fields.set("no names", Fields::Texts{});
    Bytes encoded;
    fields.encode(encoded);
    auto read = Fields::decode(encoded);
    REQUIRE(read.has_value());
    CHECK(read->number("n-300") == -300);
    CHECK(read->number("n" + std::to_string(std::numeric_limits<std::int64_t>::min())) ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(read->fraction("real") == 168.25);
    CHECK(read->text("text") == std::string("M\xc3\xbcller\0 \xff", 11));
    CHECK(read->bytes("bytes") == Bytes(300, std::byte{9}));
    CHECK(read->numbers("numbers") == Fields::Numbers{1, -5, 1000000});
    CHECK(read->texts("names") == Fields::Texts{"a", ""});
    CHECK(read->texts("no names").empty());
    CHECK(read->fit());
    CHECK(read->text("real").empty());
    CHECK_FALSE(read->fit());
    for (std::size_t size = 0; size < encoded.size(); ++size)
        CHECK_FALSE(Fields::decode(ByteView(encoded).first(size)).has_value());
}

TEST_CASE("random bytes in place of fields or of a record are refused and never read past") {
    core::Random random(5);
    for (int round = 0; round < 20000; ++round) {
        const Bytes bytes = randomBytes(random, random.below(60));
        if (const auto payload = decodePayload(bytes)) CHECK(payload->binary.size() <= bytes.size());
        (void)Fields::decode(bytes);
    }
}

TEST_CASE("a record comes back as it was, compressed where that helps, and looks like others of its size") {
    core::Random random(6);
    for (const std::size_t size : {0, 1, 63, 64, 1000, 70000}) {
        Payload even{ItemKind::Snapshot, {}, Bytes(size, std::byte{3})};
        even.fields.set("entries", std::int64_t{4});
        Payload noise{ItemKind::Step, {}, randomBytes(random, size)};
        for (const Payload& payload : {even, noise}) {
            const Bytes encoded = encodePayload(payload);
            CHECK(encoded.size() == paddedSize(encoded.size()));
            const auto read = decodePayload(encoded);
            REQUIRE(read.has_value());
            CHECK(read->kind == payload.kind);
            CHECK(read->binary == payload.binary);
        }
        if (size >= 1000) CHECK(encodePayload(even).size() < 200);
    }
}

TEST_CASE("a recovery key is 13 groups and comes back from what a person types") {
    core::Secret key(kKeySize);
    fillRandomly(key.bytes());
    const core::Secret printed = recoveryKeyText(key);
    const std::string text(printed.text());
    CHECK(text.size() == 13 * 5 + 12);
    const auto sameAs = [&](const std::string& typed) {
        const auto read = recoveryKeyFromText(typed);
        REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().message()));
        return std::equal(read->bytes().begin(), read->bytes().end(), key.bytes().begin());
    };
    CHECK(sameAs(text));
    std::string small = text, loose;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    CHECK(sameAs(small));
    for (const char c : text)
        loose += c == '0' ? "O" : c == '1' ? "l" : c == '-' ? "  " : std::string(1, c);
    CHECK(sameAs(loose));
}

TEST_CASE("a slip in a recovery key is found in the group where it is") {
    core::Secret key(kKeySize);
    fillRandomly(key.bytes());
    const std::string text(recoveryKeyText(key).text());
    const auto namesGroup = [](const std::string& typed, std::size_t group) {
        const auto read = recoveryKeyFromText(typed);
        return !read && read.error().what.find("Group " + std::to_string(group) + " ") == 0;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-') continue;
        for (const char wrong : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ?")) {
            std::string typed = text;
            typed[i] = wrong;
            if (wrong != text[i]) CHECK_MESSAGE(namesGroup(typed, i / 6 + 1), typed);
        }
        std::string exchanged = text;
        if (i % 6 < 4) std::swap(exchanged[i], exchanged[i + 1]);
        if (exchanged != text) CHECK(namesGroup(exchanged, i / 6 + 1));
    }
    const std::string swapped = text.substr(6, 6) + text.substr(0, 6) + text.substr(12);
    if (swapped != text) CHECK(namesGroup(swapped, 1));
    CHECK(recoveryKeyFromText(text.substr(0, 71)).error().what.find("60 were typed") != std::string::npos);
    CHECK(recoveryKeyFromText(text + "A").error().what.find("66 were typed") != std::string::npos);
    CHECK_FALSE(recoveryKeyFromText("").has_value());
}

TEST_CASE("each way to unlock gives the key, and only with its own secret") {
    VaultId vault{};
    fillRandomly(vault);
    const VaultKey key(keyOf(5));
    const auto opens = [&](const Slot& slot, const core::Secret& secret) {
        const auto opened = openSlot(vault, slot, secret);
        return opened && *opened &&
               std::equal((*opened)->secret().bytes().begin(), (*opened)->secret().bytes().end(),
                          key.secret().bytes().begin());
    };
    const auto passphrase = core::Secret::copyOf("correct horse");
    const auto slot = passphraseSlot(vault, key, passphrase, kSmallestKeyCost);
    REQUIRE(slot.has_value());
    CHECK(opens(*slot, passphrase));
    CHECK_FALSE(opens(*slot, core::Secret::copyOf("correct house")));
    const core::Secret recovery = keyOf(9);
    CHECK(opens(recoverySlot(vault, key, recovery), recovery));
    CHECK_FALSE(opens(recoverySlot(vault, key, recovery), keyOf(8)));
    CHECK(opens(publishedSlot(vault, key), core::Secret::copyOf(kDemoPassphrase)));
    Slot moved = recoverySlot(vault, key, recovery);
    vault[0] ^= std::byte{1};
    CHECK_FALSE(opens(moved, recovery));
}

TEST_CASE("a passphrase that would take too little or absurdly much work is refused") {
    const VaultKey key(keyOf(5));
    const auto passphrase = core::Secret::copyOf("x");
    for (const KeyCost cost : {KeyCost{2, std::size_t{64} << 20U}, KeyCost{3, std::size_t{63} << 20U},
                               KeyCost{3, std::size_t{5} << 30U}, KeyCost{65, std::size_t{64} << 20U}}) {
        CHECK_FALSE(passphraseSlot({}, key, passphrase, cost).has_value());
        Slot slot;
        slot.cost = cost;
        CHECK_FALSE(openSlot({}, slot, passphrase).has_value());
    }
}

TEST_CASE("a note to a vault is read with the vault's key only") {
    const VaultKeys keys{VaultKey(keyOf(1))}, others{VaultKey(keyOf(2))};
    const Bytes sealed = sealNote(viewOf("wrong passphrase"), keys.inboxPublicKey());
    Bytes note;
    CHECK(keys.openNote(sealed, note));
    CHECK(note == Bytes(viewOf("wrong passphrase").begin(), viewOf("wrong passphrase").end()));
    CHECK_FALSE(others.openNote(sealed, note));
    CHECK(note.empty());
    CHECK(keys.idOf("client/1") != keys.idOf("client/2"));
    CHECK(keys.idOf("client/1") != others.idOf("client/1"));
}
