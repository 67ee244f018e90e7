#!/usr/bin/python3
"""Pictures of the main pages at large text: tools/scale_pictures.py OUTPUT_FOLDER [BUILD_FOLDER [SCALE...]]

At 200 and 300 per cent unless stated otherwise, in windows of 1280x800 and 1920x1080, over the demo practice. Says of each page which of its controls are cut off
or lie outside of the window. Pages are reached by their keys, since that always works.
"""
import pathlib
import sys
import tempfile

from guide_pictures import ROOT, on_picture, still
from window_driver import Display, Stuck, Window, fresh_folder, need

SIZES = ((1280, 800), (1920, 1080))


def studio(window, take):
    take("studio")
    for drawer in ("people", "tools"):
        if f"drawer.{drawer}" in window.rects():
            window.click(f"drawer.{drawer}")
            take(f"studio_{drawer}")
            window.key("Escape")
    window.key("l")
    window.rect("regions.search")
    take("regions")
    window.key("Escape")


def dialogs(window, take):
    for name, keys, first in (("help", "F1", "dialog.cross"), ("new_client", "ctrl+n", "client.code"), ("ratings", "ctrl+r", "dialog.cross"),
                              ("export", "ctrl+e", "sheet.folder"), ("figures", "ctrl+b", "dialog.cross")):
        window.key(keys)
        try:
            window.wait(name, lambda: first in window.rects())
        except Stuck:
            print(f"{name}: {keys} does not open it")
            continue
        take(name)
        window.key("Escape")
        window.wait("the dialog to close", lambda: "dialog.cross" not in window.rects())


def other_views(window, take):
    window.key("c")
    window.wait_state(compare=1)
    take("compare")
    window.key("Escape")
    window.wait_state(compare=0)
    window.key("ctrl+h")
    window.wait_state(history=1)
    take("over_time")
    window.key("ctrl+h")
    window.wait_state(history=0)


def check_in(window, take):
    window.key("ctrl+i")
    window.wait_state(checkin=1, moving=0)
    take("check_in")
    window.key("l")
    window.wait_state(checkin=2)
    take("check_in_list")
    window.click("checkin.part_0")
    take("check_in_regions")
    window.key("Escape")
    window.key("Escape")
    window.wait_state(checkin=1)
    window.drag([on_picture(window, 0.06, -0.23)])
    take("check_in_mark")
    window.click("checkin.finish")
    window.wait_state(checkin=3)
    take("check_in_read_back")


def pages(window, take):
    window.wait_state(visit=1, moving=0)
    studio(window, take)
    dialogs(window, take)
    other_views(window, take)
    check_in(window, take)


def report(name, window, width, height):
    """A control that is only partly seen cannot be read; lists that scroll are meant to be cut."""
    for line in window.lines():
        if line.startswith("#"):
            continue
        control, x, y, wide, high, *_ = line.split(" ") if line.count(" ") <= 5 else line.rsplit(" ", 4)
        x, y, wide, high = float(x), float(y), float(wide), float(high)
        if wide > 0 and high > 0 and (x < 0 or y < 0 or x + wide > width + 1 or y + high > height + 1):
            print(f"{name}: {control} lies outside of the window")


def run(build, folder, scale, width, height):
    display = Display(width, height)
    with tempfile.TemporaryDirectory() as home:
        looks = pathlib.Path(home) / "config" / "palpate" / "looks"
        looks.parent.mkdir(parents=True)
        looks.write_text(f"scale = {scale / 100:.2f}\nreduce_motion = 1\n", encoding="utf-8")
        window = Window(str(build / "bin" / "palpate"), display, home, "--demo", "--size", f"{width}x{height}")

        def take(page):
            still(window)
            name = f"{page}-{scale}-{width}x{height}"
            window.screenshot(folder / f"{name}.png")
            report(name, window, width, height)
        try:
            pages(window, take)
        finally:
            window.kill()
            display.close()


def main():
    need("Xvfb", "xdotool", "import")
    folder = fresh_folder(sys.argv[1])
    build = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "build" / "dev"
    try:
        for scale in [int(word) for word in sys.argv[3:]] or [200, 300]:
            for width, height in SIZES:
                run(build, folder, scale, width, height)
    except Stuck as stuck:
        sys.exit(str(stuck))


if __name__ == "__main__":
    main()
