#!/usr/bin/python3
"""Takes the pictures of docs/guide anew: tools/guide_pictures.py [BUILD_FOLDER [PICTURE...]]

The window runs on a display that nobody sees (Xvfb, xdotool, ImageMagick) and is driven as the journeys of tests/app drive it, always over the demo
practice. Everything that stands in a folder of its own is thrown away afterwards. Look at what it made before it is kept.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "app"))

from journey import on_picture  # noqa: E402
from window_driver import Display, Stuck, Window, fresh_folder, need  # noqa: E402

PICTURES = ROOT / "docs" / "guide" / "pictures"
CLIENT = "client.C-0098"
OTHER = "client.C-0142"
PASSPHRASE = "umbrella copper winter ladder"


def still(window, **wanted):
    window.wait_state(moving=0, **wanted)
    time.sleep(0.4)  # tooltips and fades go


def take(window, name, crop=None):
    """Without the pointer on anything; `crop` names a control that alone is wanted."""
    still(window)
    path = PICTURES / f"{name}.png"
    window.screenshot(path)
    region = []
    if crop is not None:
        x, y, width, height = window.rect(crop)
        region = ["-crop", f"{width:.0f}x{height:.0f}+{x:.0f}+{y:.0f}", "+repage"]
    subprocess.run(["convert", path, *region, "-strip", "-define", "png:compression-level=9", path], check=True)
    print(name)


def away(window):
    """The pointer beside the body, where nothing answers it."""
    window.move(*on_picture(window, -0.30, 0.40))


def open_visit(window, client, view):
    window.click(client)
    window.wait_state(visit=1)
    window.click(f"view.{view}")
    still(window)
    away(window)


def todays(window, client=CLIENT):
    open_visit(window, client, "front")
    window.click("visit.today")
    window.click("author.therapist")
    window.click("view.back")
    still(window)
    away(window)
