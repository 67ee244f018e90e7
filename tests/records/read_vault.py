#!/usr/bin/python3
"""Reads a vault of format 1 as docs/file-format.md describes it and prints its clients, visits and maps as JSON.

    read_vault.py VAULT (--passphrase TEXT | --recovery-key TEXT | --demo)

Written from the description alone, as somebody without Palpate's sources would. Needs only PyNaCl and zstandard.
"""
import argparse
import hashlib
import json
import sqlite3
import struct
import sys

import nacl.bindings
import nacl.exceptions
import nacl.pwhash
import zstandard

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def blake(message, key=b""):
    return hashlib.blake2b(message, key=key, digest_size=32).digest()


def open_sealed(sealed, key, associated):
    """nonce, ciphertext and tag in one; None if it does not open."""
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], associated, sealed[:24], key)
    except nacl.exceptions.CryptoError:
        return None


def times_a(value):
    value <<= 1
    return value ^ 0b100101 if value & 32 else value


def recovery_key(text):
    values = [LETTERS.index(c) for c in text.upper().replace("O", "0").replace("I", "1").replace("L", "1") if c not in "- "]
    if len(values) != 65:
        raise ValueError("a recovery key has 65 letters and digits")
    number = 0
    for group in range(13):
        data, check = values[group * 5:group * 5 + 4], 0
        for value in reversed(data):
            check = times_a(check ^ value)
        if check ^ group != values[group * 5 + 4]:
            raise ValueError(f"group {group + 1} has a slip in it")
        for value in data:
            number = number << 5 | value
    return (number >> 4).to_bytes(32, "big")


def slot_key(slot, secret):
    kind, salt, passes, kilobytes, _ = slot
    if kind == "passphrase":
        return nacl.bindings.crypto_pwhash_alg(32, secret, salt, passes, kilobytes * 1024,
                                               nacl.bindings.crypto_pwhash_ALG_ARGON2ID13)
    return blake(b"palpate slot key" + salt, secret) if kind == "recovery" else blake(b"palpate slot key" + salt + secret)


def cbor(data, at=0):
    """The value at `at` and where the next one begins."""
    kind, info = data[at] >> 5, data[at] & 31
    at += 1
    if kind == 7:
        return struct.unpack_from(">d", data, at)[0], at + 8
    number = info
    if info >= 24:
        size = 1 << (info - 24)
        number = int.from_bytes(data[at:at + size], "big")
        at += size
    if kind in (0, 1):
        return (number if kind == 0 else -1 - number), at
    if kind in (2, 3):
        raw = bytes(data[at:at + number])
        return (raw if kind == 2 else raw.decode("utf-8")), at + number
    items = []
    for _ in range(number * (2 if kind == 5 else 1)):
        value, at = cbor(data, at)
        items.append(value)
    return (dict(zip(items[::2], items[1::2])) if kind == 5 else items), at


class Vault:
    def __init__(self, path, kinds, secret):
        self.file = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        if self.file.execute("PRAGMA user_version").fetchone()[0] != 1:
            raise ValueError("not a vault of format 1")
        self.id = self.file.execute("SELECT id FROM vault").fetchone()[0]
        self.key = self.unlock(kinds, secret)
        if self.key is None:
            raise ValueError("the key does not fit")
        self.practice, self.client_keys, self.index, self.head_key = (
            blake(b"palpate 1 " + use, self.key) for use in (b"practice", b"client keys", b"index", b"head"))

    def unlock(self, kinds, secret):
        for slot in self.file.execute("SELECT kind, salt, passes, kilobytes, sealed FROM slot ORDER BY number"):
            kind, salt, passes, kilobytes, sealed = slot
            if kind not in kinds:
                continue
            associated = (b"palpate slot" + struct.pack("<I", 1) + self.id + kind.encode() + salt +
                          struct.pack("<QQ", passes, kilobytes * 1024))
            key = open_sealed(sealed, slot_key(slot, secret), associated)
            if key is not None:
                return key
        return None

    def item(self, name, key, kind):
        """Fields and binary; None if there is no such item or it does not open."""
        item = blake(name.encode(), self.index)[:16]
        row = self.file.execute("SELECT version, tag, bytes FROM item JOIN body ON number = body WHERE id = ?", (item,)).fetchone()
        if row is None:
            return None
        version, tag, sealed = row
        associated = b"palpate item" + struct.pack("<I", 1) + self.id + item + struct.pack("<Q", version)
        plain = open_sealed(sealed + tag, key, associated)
        if plain is None or plain[0] != kind:
            return None
        fields_size, binary_size = struct.unpack_from("<II", plain, 2)
        fields, _ = cbor(plain[10:10 + fields_size])
        binary = plain[10 + fields_size:10 + fields_size + binary_size]
        return fields, (zstandard.ZstdDecompressor().decompress(binary) if plain[1] == 1 else binary)

    def fits_its_head(self):
        head, _ = self.item("head", self.head_key, 1)
        skip, total = blake(b"head", self.index)[:16], 0
        for item, version, tag in self.file.execute("SELECT id, version, tag FROM item"):
            if item != skip:
                total += int.from_bytes(blake(item + struct.pack("<Q", version) + tag, self.head_key), "little")
        return total % 2**256 == int.from_bytes(head["items"], "little") and self.log_fits(head)

    def log_fits(self, head):
        chain = bytes(32)
        for number in range(1, head["audit_rows"] + 1):
            row, _ = self.item(f"audit/{number}", self.practice, 15)
            if row["before"] != chain:
                return False
            who = row.get("practitioner", 0)
            chain = blake(chain + struct.pack("<QqH", number, row["utc_ms"], row["offset_min"] & 0xffff) +
                          row["kind"].encode() + (struct.pack("<BQ", 1, who) if who else b"\0") + row["subject"].encode())
        return chain == head["audit_chain"]

    def maps(self, visit, key):
        for author in ("client", "therapist"):
            for moment in ("before", "after"):
                name = f"{visit}/{author}/{moment}"
                found = self.item("map/" + name, key, 9)
                if found is None:
                    continue
                steps = [self.item(f"step/{name}/{n + 1}", key, 10) for n in range(found[0]["entries"])]
                snapshot = self.item("snapshot/" + name, key, 11)
                yield {"author": author, "moment": moment, "completed": bool(found[0]["completed"]),
                       "changed": [found[0]["utc_ms"], found[0]["offset_min"]],
                       "steps": [[s[0]["kind"], s[1].decode("utf-8")] for s in steps],
                       "snapshot_after": snapshot[0]["entries"] if snapshot else 0,
                       "snapshot": hashlib.blake2b(snapshot[1], digest_size=32).hexdigest() if snapshot else ""}

    def everything(self):
        head, _ = self.item("head", self.head_key, 1)
        practice, _ = self.item("practice", self.practice, 2)
        practitioners = [self.item(f"practitioner/{number}", self.practice, 17)[0]
                         for number in range(1, head.get("last_practitioner", 0) + 1)]
        log = [self.item(f"audit/{number}", self.practice, 15)[0].get("practitioner", 0)
               for number in range(1, head["audit_rows"] + 1)]
        clients, visits = [], []
        for number in range(1, head["last_client"] + 1):
            sealed_key = self.item(f"client-key/{number}/1", self.client_keys, 3)
            if sealed_key is None:
                continue  # erased
            key = sealed_key[1]
            clients.append(self.item(f"client/{number}", key, 4)[0])
            for visit in self.item(f"visits-of-client/{number}", key, 6)[0]["visits"]:
                fields, _ = self.item(f"visit/{visit}", key, 8)
                visits.append({**fields, "maps": list(self.maps(visit, key))})
        visits.sort(key=lambda visit: visit["id"])
        return {"practice": practice["name"], "demo": bool(practice["demo"]), "sound": self.fits_its_head(),
                "practitioners": practitioners, "logged_by": log, "clients": clients, "visits": visits}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("vault")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--passphrase")
    way.add_argument("--recovery-key")
    way.add_argument("--demo", action="store_true")
    options = parser.parse_args()
    try:
        if options.recovery_key:
            vault = Vault(options.vault, ("recovery",), recovery_key(options.recovery_key))
        elif options.demo:
            vault = Vault(options.vault, ("published",), b"demo")
        else:
            vault = Vault(options.vault, ("passphrase",), options.passphrase.encode())
    except ValueError as error:
        sys.exit(str(error))
    json.dump(vault.everything(), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
