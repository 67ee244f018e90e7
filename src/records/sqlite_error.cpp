#include "records/sqlite_error.h"

#include "core/text.h"

#include <sqlite3.h>

namespace palpate::records {

namespace {

constexpr const char* kBusy = "The practice is already open in another window";

}  // namespace

using core::tr;
using core::trf;

core::Error sqliteError(int code, const std::string& detail, const std::filesystem::path& vault) {
    const std::string where = vault.string();
    switch (code & 0xff) {
        case SQLITE_FULL:
            return {
                tr("The disk is full, so this could not be saved; everything saved before is still there"),
                where, tr("Free some space on that disk and try again.")};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {tr(kBusy), where, tr("Go on in that window, or close it and try again.")};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {tr("A part of the practice's file is damaged and cannot be read"), where,
                    tr("Keep this file as it is and go on with the latest backup.")};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return {
                tr("The practice cannot be written to"), where,
                tr("Check that the disk is connected and that you may write to the file and its folder.")};
        case SQLITE_IOERR:
            return {trf("The disk could not be read or written ({0})", {sqlite3_errstr(code)}), where,
                    tr("Check that the disk is connected and sound, then try again; everything saved before "
                       "is still "
                       "there.")};
        case SQLITE_NOMEM:
            return {tr("There is not enough memory"), where, tr("Close other programs and try again.")};
        case SQLITE_TOOBIG:
            return {tr("A record is too large to be kept"), where, tr("Shorten what was entered.")};
        default:
            return {trf("The practice's file could not be used: {0}", {detail}), where,
                    tr("Try again; if it happens again, keep the file as it is and go on with the latest "
                       "backup.")};
    }
}

bool isBusy(const core::Error& error) {
    return error.what == tr(kBusy);
}

}  // namespace palpate::records
