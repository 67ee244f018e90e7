#!/usr/bin/python3
"""Pictures of the fifteen ways to show the four layers together, in three looks: tools/layer_sheet.py OUTPUT_FOLDER [BUILD_FOLDER]

In colour, as a green-blind person sees it and in black and white, over one back of the demo practice on which all four lie beside and over each other. OUTPUT_FOLDER
then holds a picture for each way, and one sheet for each look to be looked at: each layer has to be told from the others, and read.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

from guide_pictures import ROOT, paint, still, todays
from window_driver import Display, Stuck, Window, fresh_folder, need

LAYERS = ("pain", "tension", "treated", "avoid")
LOOKS = {"colour": [], "green-blind": ["look.vision_deutan"], "black-and-white": ["look.vision_full", "look.black_and_white.on"]}


def combinations():
    return [ways for size in range(1, len(LAYERS) + 1) for ways in itertools.combinations(LAYERS, size)]


def look(window, choices):
    if not choices:
        return
    window.click("look.options")
    for choice in choices:
        window.click(choice)
    window.click("dialog.cross")
    window.wait("the window without dialog", lambda: "dialog.cross" not in window.rects())


def show(window, wanted, shown):
    """The last of them is the one in hand, so that its scale and its numbers are there."""
    for layer in LAYERS:
        if (layer in wanted) != (layer in shown):
            window.click(f"layer.show_{layer}")
    window.click(f"layer.{wanted[-1]}")
    return set(wanted)


def overlapping(window):
    """Every layer lies alone somewhere, over each other one, and all four over each other."""
    window.click("brush.palm")
    paint(window, "pain", 8, (-0.045, -0.24), (-0.035, -0.09))
    window.click("depth.muscle")
    paint(window, "tension", 4, (-0.06, -0.16), (0.06, -0.16))
    paint(window, "treated", 3, (-0.015, -0.24), (-0.02, -0.07))
    paint(window, "avoid", None, (-0.05, -0.115), (0.05, -0.115))
    paint(window, "pain", 2, (0.045, -0.25), (0.045, -0.10))


def crop(window, path):
    window.move(100, 28)
    still(window)
    window.screenshot(path)
    x, y, width, height = window.rect("viewport")
    # The back is what is painted.
    side = height * 0.34
    region = f"{side * 0.9:.0f}x{side:.0f}+{x + width / 2 - side * 0.45:.0f}+{y + height * 0.17:.0f}"
    subprocess.run(["convert", str(path), "-crop", region, "+repage", str(path)], check=True)


def sheet(folder, name, font):
    pictures = []
    for ways in combinations():
        pictures += ["-label", " + ".join(ways), str(folder / f"{name}-{'-'.join(ways)}.png")]
    subprocess.run(["montage", "-font", str(font), "-pointsize", "15", *pictures, "-tile", "5x3", "-geometry", "+6+6", str(folder / f"{name}.png")],
                   check=True)
    print(folder / f"{name}.png")


def pictures(window, folder, font):
    todays(window)
    overlapping(window)
    shown = set(LAYERS)
    for name, choices in LOOKS.items():
        look(window, choices)
        for ways in combinations():
            shown = show(window, ways, shown)
            crop(window, folder / f"{name}-{'-'.join(ways)}.png")
        sheet(folder, name, font)


def main():
    need("Xvfb", "xdotool", "import", "convert", "montage")
    folder = fresh_folder(sys.argv[1])
    build = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "build" / "dev"
    display = Display(1920, 1080)
    with tempfile.TemporaryDirectory() as home:
        window = Window(str(build / "bin" / "palpate"), display, home, "--demo", "--size", "1920x1080")
        try:
            pictures(window, folder, next((build / "share").rglob("Inter-Regular.otf")))
            window.leave()
        except Stuck as stuck:
            sys.exit(str(stuck))
        finally:
            window.kill()
            display.close()


if __name__ == "__main__":
    main()
