#!/usr/bin/python3
"""What the window program says when it cannot start: refusals.py PALPATE OUTPUT_FOLDER

Each time one clear sentence on standard error, nothing on standard output, and exit status 1. Where there can be a
window, a page in it says the same until somebody closes it.
"""
import os
import pathlib
import sqlite3
import subprocess
import sys
import time

from window_driver import PATIENCE, Display, Stuck, fresh_folder, need, wait_for


def refused(program, folder, display, arguments, words):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.update({"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), **display})
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False)
    said = done.stderr.strip()
    right = done.returncode == 1 and done.stdout == "" and len(said.splitlines()) == 1 and all(w in said for w in words)
    if not right:
        print(f"{arguments} {display}: left with {done.returncode}, said: {said!r}, wanted: {words}")
    return right


def close_page(process, environment, rects):
    """Presses the page's button until the program has left."""
    def place():
        lines = rects.read_text(encoding="utf-8").splitlines() if rects.exists() else []
        return next((line.split()[1:5] for line in lines if line.startswith("problem.close ")), None)
    x, y, width, height = (float(number) for number in wait_for("the page", place))
    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Palpate$"], env=environment,
                            capture_output=True, text=True, check=True).stdout.split()[0]
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        for words in (["mousemove", "--window", window, str(int(x + width / 2)), str(int(y + height / 2))],
                      ["mousedown", "1"], ["mouseup", "1"]):
            subprocess.run(["xdotool", *words], env=environment, capture_output=True, check=False)
            time.sleep(0.1)


def shown(program, folder, display, arguments, words, environment=None):
    """The same in a window: the page stays until it is closed."""
    rects = folder / "page.txt"
    rects.unlink(missing_ok=True)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "DISPLAY": display,
                   "LIBGL_ALWAYS_SOFTWARE": "1", **(environment or {})}
    environment.pop("WAYLAND_DISPLAY", None)
    process = subprocess.Popen([program, "--dump-ui-rects", str(rects), *arguments], env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        close_page(process, environment, rects)
        out, said = process.communicate(timeout=PATIENCE)
    except (Stuck, subprocess.SubprocessError) as stuck:
        process.kill()
        out, said = "", f"{stuck}\n{process.communicate()[1]}"
    said = said.strip()
    right = process.returncode == 1 and out == "" and len(said.splitlines()) == 1 and all(w in said for w in words)
    if not right:
        print(f"{arguments}: left with {process.returncode}, said: {said!r}, wanted: {words}")
    return right


def main():
    need("Xvfb", "xdotool")
    program, folder = sys.argv[1], fresh_folder(pathlib.Path(sys.argv[2]))
    other = folder / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("create table notes (text)")
    noise = folder / "noise.palpate"
    noise.write_bytes(b"this is no practice\n" * 100)
    server = Display(800, 600)
    try:
        there = {"DISPLAY": server.name}
        results = [
            refused(program, folder, {}, [], ["display"]),
            refused(program, folder, {"DISPLAY": ":4099"}, [], ["display"]),
            refused(program, folder, {**there, "MESA_GL_VERSION_OVERRIDE": "2.1", "LIBGL_ALWAYS_SOFTWARE": "1"}, [],
                    ["OpenGL 3.3"]),
            shown(program, folder, server.name, ["--vault", str(folder / "none.palpate")], ["none.palpate"]),
            shown(program, folder, server.name, ["--vault", str(other)], ["other.sqlite"]),
            shown(program, folder, server.name, ["--vault", str(noise)], ["noise.palpate"]),
            refused(program, folder, {**there, "PALPATE_RESOURCES": str(folder)}, [], [str(folder)]),
            shown(program, folder, server.name, ["--demo"], ["--vault"], {"XDG_DATA_HOME": str(noise)}),
        ]
    finally:
        server.close()
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
