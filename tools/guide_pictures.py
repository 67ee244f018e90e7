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
    """The pointer on the program's name, where nothing answers it."""
    window.move(100, 28)


def close_list(window, start):
    """A press where nothing answers closes a list; `start` is how the names of its controls begin."""
    away(window)
    window.button(True)
    window.button(False)
    window.wait("the list to close", lambda: not any(name.startswith(start) for name in window.rects()))


def open_visit(window, client, view):
    window.click(client)
    window.wait_state(visit=1)
    window.click(f"view.{view}")
    still(window)
    away(window)


def todays(window, client=CLIENT):
    """The visit of today, which the therapist has not painted yet."""
    open_visit(window, client, "front")
    window.click("author.therapist")
    if "notice.avoid-before" in window.rects():  # of the visit before; these pictures paint their own
        window.click("notice.avoid-before")
    window.click("view.back")
    still(window)
    away(window)


def paint(window, layer, level, *places):
    window.click(f"layer.{layer}")
    if level is not None:
        window.click(f"level.{level}")
    window.drag([on_picture(window, *place) for place in places])
    window.wait_state(pending=0)


def paint_back(window):
    """All four layers on one back."""
    window.click("brush.palm")
    paint(window, "tension", 6, (0.060, -0.255), (0.072, -0.225))
    paint(window, "treated", 3, (-0.018, -0.19), (-0.014, -0.08))
    paint(window, "avoid", None, (0.040, 0.010), (0.042, 0.03))
    paint(window, "pain", 7, (-0.045, -0.225), (-0.04, -0.19))
    window.click("word.aching")
    window.click("brush.fingertip")
    paint(window, "pain", 4, (0.028, -0.10))
    away(window)


def consultation(window):
    todays(window)
    paint_back(window)
    take(window, "consultation")


def layers(window):
    todays(window)
    paint_back(window)
    take(window, "layers", crop="viewport")


def band(window):
    todays(window)
    window.click("view.front")
    window.click("tool.band")
    still(window)
    window.move(*on_picture(window, -0.055, 0.11))
    take(window, "band")


def edit(window):
    todays(window)
    paint_back(window)
    window.click("tool.edit")
    window.drag([on_picture(window, -0.043, -0.20)])
    window.click("depth.muscle")
    away(window)
    take(window, "edit")


def pins(window):
    todays(window)
    paint_back(window)
    window.click("tool.pin")
    window.click("pin.trigger point")
    window.drag([on_picture(window, -0.03, -0.275)])
    window.click("pin.scar")
    window.drag([on_picture(window, 0.02, -0.03)])
    window.click("pin.tender point")
    window.click("pin.grade.3")
    window.drag([on_picture(window, 0.045, -0.15)])
    window.wait_state(pending=0)
    take(window, "pins")


def regions(window):
    todays(window)
    paint_back(window)
    window.key("l")
    window.rect("regions.search")
    window.type("shoulder left")
    window.wait("the list to find it", lambda: "region.scapula_L" in window.rects() and
                "region.kneecap_L" not in window.rects())
    for _ in range(3):
        window.key("Down")
    still(window)
    take(window, "regions")


def moving(window):
    open_visit(window, CLIENT, "back")
    window.key("Left")
    take(window, "moving")


def only_inner_leg(window):
    open_visit(window, CLIENT, "front")
    window.click("view.parts")
    window.click("view.hidden_left_inner_leg")
    window.wait_state(part=1)
    away(window)
    take(window, "only_inner_leg")


def flat(window):
    open_visit(window, CLIENT, "front")
    window.key("shift+f")
    window.wait_state(flat=1)
    take(window, "flat")


def black_and_white(window):
    todays(window)
    paint_back(window)
    window.click("look.options")
    window.click("look.black_and_white.on")
    window.click("dialog.cross")
    away(window)
    take(window, "black_and_white")


def figure_choice(window):
    open_visit(window, CLIENT, "front")
    window.key("ctrl+b")
    window.rect("figure.child")
    time.sleep(8.0)  # a picture a frame
    take(window, "figure_choice")


def overlay_window(window):
    open_visit(window, OTHER, "back")
    window.click("overlay.pick")
    window.click("overlay.muscles")
    window.move(*on_picture(window, -0.05, -0.21))
    take(window, "overlay_window")


def compare(window):
    open_visit(window, CLIENT, "back")
    window.key("c")
    window.wait_state(compare=1, pictures=2)
    window.click("view.back")
    away(window)
    take(window, "compare")
    window.click("compare.rules")
    window.rect("compare.rule_levels.more")
    take(window, "compare_limits")
    close_list(window, "compare.rule_")
    window.click("compare.difference")
    away(window)
    take(window, "difference")
    window.key("w")
    take(window, "wipe")
    window.key("n")
    take(window, "onion")
    window.key("s")
    window.click("compare.ticks")
    ticks = sorted(name for name in window.rects() if name.startswith("compare.tick."))
    window.click(ticks[1])
    window.click(ticks[4])
    window.wait_state(pictures=4)
    close_list(window, "compare.tick.")
    take(window, "compare_four")


def over_time(window):
    open_visit(window, CLIENT, "back")
    window.key("ctrl+h")
    window.wait_state(history=1)
    time.sleep(2.0)  # the small pictures come one after the other
    take(window, "over_time")
    window.click("history.frequency")
    window.wait_state(history=2, counted=1)
    away(window)
    take(window, "how_often")
    window.click("history.treatment")
    window.wait_state(history=3)
    away(window)
    take(window, "treatment")


def scores(window):
    open_visit(window, CLIENT, "back")
    window.click("author.client")
    window.key("ctrl+k")
    window.rect("scores.back")
    window.click("score.choir")
    away(window)
    take(window, "scores")
    window.key("ctrl+k")
    window.key("ctrl+r")
    time.sleep(0.5)
    take(window, "ratings")


def check_in(window):
    window.click(CLIENT)
    window.click("checkin.open")
    window.wait_state(checkin=1, moving=0)
    window.click("checkin.view_front")
    still(window)
    window.drag([on_picture(window, 0.05, -0.20)])
    window.click("checkin.level_7")
    window.click("checkin.word_aching")
    window.drag([on_picture(window, -0.068, 0.185)])
    window.click("checkin.level_4")
    take(window, "check-in-mark")
    window.click("checkin.finish")
    window.wait_state(checkin=3)
    take(window, "check-in-read-back")
    window.click("checkin.yes")
    window.wait_state(checkin=6)
    take(window, "check-in-thanks")


def practice(window):
    take(window, "first_run")
    window.click("welcome.create")
    for field, text in (("name", "Hands on"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        window.click(f"create.{field}")
        window.type(text)
    window.click("create.make")
    window.rect("key.save")
    take(window, "recovery_key")
    window.click("key.save")
    window.click("key.kept")
    window.click("key.done")
    window.wait_state(open=1)
    window.key("ctrl+l")
    window.rect("unlock.passphrase")
    take(window, "unlock")
    window.click("unlock.passphrase")
    window.type(PASSPHRASE)
    window.key("Return")
    window.wait_state(open=1)
    window.click("practice.open")
    window.click("practice.tab.people")
    for name in ("Ada Example", "Bo Muster"):
        window.click("people.name")
        window.type(name)
        window.click("people.add")
    window.rect("people.now.2")
    take(window, "people")
    window.click("practice.tab.log")
    window.rect("log.kind")
    take(window, "audit")
    window.key("Escape")
    window.key("ctrl+l")
    window.click("unlock.passphrase")
    window.type(PASSPHRASE)
    window.key("Return")
    window.rect("who.1")
    take(window, "who")


DEMO = [consultation, layers, band, edit, pins, regions, moving, only_inner_leg, flat, black_and_white, figure_choice,
        overlay_window, compare, over_time, scores, check_in]


def body(cli):
    """The figures, and each overlay from the front and from the back."""
    with tempfile.TemporaryDirectory() as folder:
        def render(name, *arguments):
            path = f"{folder}/{name}.png"
            subprocess.run([cli, "render", "--output", path, *arguments], check=True, stdout=subprocess.DEVNULL)
            return path
        figures = [render(figure, "--figure", figure, "--view", "front", "--size", "400x480")
                   for figure in ("neutral", "female", "male", "larger", "older", "child")]
        join(figures, "body_figures")
        for overlay in ("regions", "muscles", "dermatomes"):
            join([render(view, "--overlay", overlay, "--view", view, "--size", "700x900") for view in ("front", "back")],
                 f"body_{overlay}")


def join(parts, name):
    subprocess.run(["convert", *parts, "+append", "-strip", "-define", "png:compression-level=9", PICTURES / f"{name}.png"],
                   check=True)
    print(name)


def main():
    need("Xvfb", "xdotool", "import", "convert")
    build = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "dev"
    wanted = sys.argv[2:]
    display = Display(1280, 800)
    try:
        with tempfile.TemporaryDirectory() as home:
            for scene in [*DEMO, practice]:
                if wanted and scene.__name__ not in wanted:
                    continue
                folder = fresh_folder(pathlib.Path(home) / "palpate")
                demo = [] if scene is practice else ["--demo"]
                window = Window(build / "bin" / "palpate", display, folder, "--size", "1280x800", *demo,
                                first="viewport" if demo else "welcome.create")
                try:
                    scene(window)
                finally:
                    window.kill()
        if not wanted or "body" in wanted:
            body(build / "bin" / "palpate-cli")
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)
    finally:
        display.close()


if __name__ == "__main__":
    main()
