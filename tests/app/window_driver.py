"""Drives Palpate in a real window on a display of its own. Everything waits for a condition, never for a while."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

PATIENCE = 60.0  # seconds that anything may take on a slow machine before it counts as stuck


class Stuck(Exception):
    """Something did not happen in time, or happened otherwise than it should."""


def wait_for(what, condition):
    """The first true answer of `condition`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.02)
    raise Stuck(f"waited {PATIENCE:.0f} s for {what}")


class Display:
    """An X server that nobody sees."""

    def __init__(self, width, height):
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Stuck("Xvfb did not start")
        self.name = ":" + number

    def close(self):
        self.process.terminate()
        self.process.wait()


class Window:
    """One run of the program."""

    def __init__(self, program, display, folder, *arguments, first="viewport"):
        """With the demo practice unless arguments say otherwise; `first` is a control of the first picture."""
        self.folder = pathlib.Path(folder)
        self.rects_file = self.folder / "rects.txt"
        self.rects_file.unlink(missing_ok=True)
        self.environment = dict(os.environ, DISPLAY=display.name, HOME=str(self.folder),
                                XDG_DATA_HOME=str(self.folder / "data"),
                                XDG_CONFIG_HOME=str(self.folder / "config"), LIBGL_ALWAYS_SOFTWARE="1")
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.errors = open(self.folder / "stderr.txt", "w+", encoding="utf-8")
        self.process = subprocess.Popen([program, "--dump-ui-rects", str(self.rects_file), *(arguments or ["--demo"])],
                                        env=self.environment, stderr=self.errors)
        self.wait("the first picture", lambda: first in self.rects())
        self.id = wait_for("the window", lambda: self.xdotool("search", "--onlyvisible", "--name", "^Palpate")).split()[0]
        self.xdotool("windowfocus", "--sync", self.id)

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def lines(self):
        try:
            return self.rects_file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []

    def state(self):
        """What the program says of itself: {"undo": 2, "redo": 0, "pending": 0, "visit": 1, "x": 640, ...}."""
        words = next((line.split()[1:] for line in self.lines() if line.startswith("#state ")), [])
        return {name: int(number) for name, number in (word.split("=") for word in words)}

    def rects(self):
        """Where every control is: {name: (x, y, width, height)}; disabled ones are left out."""
        found = {}
        for line in self.lines():
            if line.startswith("#") or line.endswith(" disabled"):
                continue
            name, *numbers = line.rsplit(" ", 4)
            found.setdefault(name, tuple(float(number) for number in numbers))
        return found

    def wait(self, what, condition):
        def alive_and():
            if self.process.poll() is not None:
                raise Stuck(f"the program left with {self.process.returncode} while waiting for {what}: {self.said()}")
            return condition()
        return wait_for(what, alive_and)

    def wait_state(self, **wanted):
        self.wait(f"the state {wanted}, it is {self.state()}",
                  lambda: all(self.state().get(name) == number for name, number in wanted.items()))

    def rect(self, name):
        return self.wait(f"the control {name}", lambda: self.rects().get(name))

    def click(self, name):
        # A dialog that has just opened may still be finding its place.
        while True:
            before = self.rect(name)
            self.move(before[0] + before[2] / 2, before[1] + before[3] / 2)
            if self.rect(name) == before:
                break
        self.button(True)
        self.button(False)

    def move(self, x, y):
        """The pointer, in pixels of the window; returns once the program has seen it there."""
        self.xdotool("mousemove", "--window", self.id, str(round(x)), str(round(y)))
        self.wait_state(x=round(x), y=round(y))

    def button(self, down):
        if down:  # what is pressed while a page is new to the eye was meant for the one before
            self.wait("the page to settle", lambda: not self.state().get("settling"))
        self.xdotool("mousedown" if down else "mouseup", "1")
        self.wait_state(held=int(down))

    def drag(self, places):
        self.move(*places[0])
        self.button(True)
        for place in places[1:]:
            self.move(*place)
        self.button(False)

    def key(self, keys):
        self.wait("the page to settle", lambda: not self.state().get("settling"))
        self.xdotool("key", "--clearmodifiers", keys)

    def type(self, text):
        self.xdotool("type", "--delay", "40", text)

    def title(self):
        return self.xdotool("getwindowname", self.id)

    def screenshot(self, path):
        subprocess.run(["import", "-window", self.id, str(path)], env=self.environment, check=True)

    def pixels(self, path, x, y, width, height):
        """What a part of the window shows; the whole picture stays in `path`."""
        self.screenshot(path)
        return subprocess.run(["convert", str(path), "-crop", f"{width}x{height}+{x}+{y}", "rgb:-"], check=True,
                              capture_output=True).stdout

    def leave(self):
        self.key("ctrl+q")
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            raise Stuck("the program did not leave") from late
        if status != 0:
            raise Stuck(f"the program left with {status}: {self.said()}")

    def said(self):
        self.errors.seek(0)
        return self.errors.read().strip()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            # Killed in the middle of a drag, it leaves the display with a button down: the next window would hear
            # of no press.
            self.xdotool("mouseup", "1")
        self.errors.close()


def fresh_folder(path):
    path = pathlib.Path(path)
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def need(*programs):
    """Leaves with ctest's status for a skipped test if one of the programs is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(77)


def run_journey(journey):
    """journey(*PROGRAMS, OUTPUT_FOLDER) with the words of the command line; leaves with 1 and says what got stuck."""
    need("Xvfb", "xdotool", "import", "convert")
    *programs, folder = sys.argv[1:]
    try:
        journey(*programs, fresh_folder(folder))
    except Stuck as stuck:
        sys.exit(str(stuck))
