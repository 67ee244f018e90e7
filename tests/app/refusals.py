#!/usr/bin/python3
"""What the window program says when it cannot start: refusals.py PALPATE OUTPUT_FOLDER

Each time one clear sentence on standard error, nothing on standard output, and exit status 1.
"""
import os
import pathlib
import sqlite3
import subprocess
import sys

from window_driver import Display, fresh_folder, need


def refused(program, folder, display, arguments, words):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.update({"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), **display})
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False)
    said = done.stderr.strip()
    right = done.returncode == 1 and done.stdout == "" and len(said.splitlines()) == 1 and all(w in said for w in words)
    if not right:
        print(f"{arguments} {display}: left with {done.returncode}, said: {said!r}, wanted: {words}")
    return right


def main():
    need("Xvfb")
    program, folder = sys.argv[1], fresh_folder(pathlib.Path(sys.argv[2]))
    other = folder / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("create table notes (text)")
    noise = folder / "noise.palpate"
    noise.write_bytes(b"this is no practice\n" * 100)
    server = Display(640, 480)
    try:
        shown = {"DISPLAY": server.name}
        results = [
            refused(program, folder, {}, [], ["display"]),
            refused(program, folder, {"DISPLAY": ":4099"}, [], ["display"]),
            refused(program, folder, {**shown, "MESA_GL_VERSION_OVERRIDE": "2.1", "LIBGL_ALWAYS_SOFTWARE": "1"}, [],
                    ["OpenGL 3.3"]),
            refused(program, folder, shown, ["--vault", str(folder / "none.palpate")], ["none.palpate"]),
            refused(program, folder, shown, ["--vault", str(other)], ["other.sqlite"]),
            refused(program, folder, shown, ["--vault", str(noise)], ["noise.palpate"]),
            refused(program, folder, {**shown, "PALPATE_RESOURCES": str(folder)}, [], [str(folder)]),
            refused(program, folder, {**shown, "XDG_DATA_HOME": str(noise)}, [], ["--vault"]),
        ]
    finally:
        server.close()
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
