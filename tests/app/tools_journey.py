#!/usr/bin/python3
"""Every tool in a real window: tools_journey.py PALPATE PALPATE_CLI OUTPUT_FOLDER

Brush, mirror, softener, band, region fill, pins, editing and taking away a place, the eraser while Ctrl is held, the
double click that comes nearer, the list of regions by keys alone, and a program that is killed in the middle of a
drag. Then "left shoulder blade 7 aching and both knees 4" with as few presses as it takes. Screenshots stay in
OUTPUT_FOLDER.
"""
import pathlib
import sys
import time

from journey import check, cli, on_picture
from window_driver import Display, Stuck, Window, fresh_folder, need


class Hand:
    """Counts what the pointer does."""

    def __init__(self, window):
        self.window, self.actions = window, 0

    def press(self, name):
        self.window.click(name)
        self.actions += 1

    def dab(self, place):
        self.window.drag([place])
        self.actions += 1


def begin(window):
    window.click("client.add")
    window.click("client.confirm")
    window.click("visit.today")
    window.wait_state(undo=0, redo=0, visit=1)
    window.click("author.therapist")


def therapists(program, vault):
    clients = cli(program, "client", "list", "--vault", vault, "--json")["clients"]
    code = sorted(client["code"] for client in clients)[-1]
    visits = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    return cli(program, "map", "measure", "--vault", vault, "--visit", str(visits[0]["id"]), "--author", "therapist",
               "--json")


def settle(window):
    """The camera sets out and arrives."""
    window.wait_state(moving=1)
    window.wait_state(moving=0)


def chest(window):
    return on_picture(window, 0.03, -0.20)


def use_brushes(window, output):
    """Painting, leaving the skin and coming back, softening, erasing and the mirror."""
    window.key("7")
    off = on_picture(window, 0.33, -0.45)
    window.drag([chest(window), on_picture(window, 0.04, -0.15), off, on_picture(window, 0.05, 0.10)])
    window.wait_state(undo=1, pending=0)
    window.screenshot(output / "brush.png")
    window.click("tool.soften")
    window.drag([chest(window), on_picture(window, 0.04, -0.15)])
    window.wait_state(undo=2, pending=0)
    window.click("tool.brush")
    window.click("tool.mirror")
    window.drag([on_picture(window, 0.06, 0.24)])
    window.wait_state(undo=3, pending=0)
    window.move(*on_picture(window, 0.055, 0.12))
    window.screenshot(output / "mirror.png")
    window.click("tool.mirror")
    window.xdotool("keydown", "ctrl")
    window.drag([on_picture(window, 0.06, 0.24)])
    window.xdotool("keyup", "ctrl")
    window.wait_state(undo=4, pending=0)


def use_band_and_fill(window, output):
    window.click("tool.band")
    thigh = on_picture(window, -0.06, 0.10)
    window.move(*thigh)
    time.sleep(0.2)
    window.screenshot(output / "band_preview.png")
    window.drag([thigh])
    window.wait_state(undo=5, pending=0)
    window.click("tool.fill")
    belly = on_picture(window, -0.03, -0.09)
    window.move(*belly)
    time.sleep(0.2)
    window.screenshot(output / "fill_preview.png")
    window.drag([belly])
    window.wait_state(undo=6, pending=0)


def use_pins(window, output):
    window.click("tool.pin")
    window.click("pin.tender point")
    window.click("pin.grade.3")
    place = on_picture(window, -0.045, -0.21)
    window.drag([place])
    window.wait_state(undo=7, pending=0)
    window.click("pin.scar")
    window.drag([on_picture(window, -0.055, 0.22)])
    window.wait_state(undo=8, pending=0)
    window.drag([place])
    window.click("pin.grade.1")
    window.wait_state(undo=9, pending=0)
    window.screenshot(output / "pins.png")
    window.key("Delete")
    window.wait_state(undo=10, pending=0)
    window.key("ctrl+z")
    window.wait_state(undo=9, redo=1, pending=0)


def use_edit(window, output):
    window.click("tool.edit")
    window.drag([chest(window)])
    window.key("3")
    window.wait_state(undo=10, pending=0)
    window.click("word.burning")
    window.wait_state(undo=11, pending=0)
    window.click("place.note")
    window.xdotool("type", "--delay", "60", "since May")
    window.wait_state(undo=12, pending=0)
    window.screenshot(output / "edit.png")
    window.key("Escape")
    window.key("Escape")


def use_double_click(window):
    window.click("tool.brush")
    before = window.state()["undo"]
    window.move(*on_picture(window, 0.03, -0.02))
    window.xdotool("click", "1")
    window.wait_state(undo=before + 1, pending=0)  # a click paints, and its number lies below the pointer
    window.key("ctrl+z")
    window.wait_state(undo=before, pending=0)
    time.sleep(0.5)  # what follows is no second half of that click
    window.xdotool("click", "--repeat", "2", "--delay", "60", "1")
    window.wait("the double click to come nearer", lambda: window.state().get("moving") == 1)
    window.wait_state(undo=before, moving=0, pending=0)
    window.key("Home")
    window.wait_state(moving=0)


def use_list(window, output):
    """Keys alone: nothing is dragged and nothing is pressed."""
    before = window.state()["undo"]
    window.key("4")
    window.key("l")
    window.rect("regions.search")
    window.xdotool("type", "--delay", "60", "shoulder blade left")
    window.wait("the list to find it", lambda: "region.scapula_L" in window.rects() and
                "region.kneecap_L" not in window.rects())
    window.key("Down")
    window.key("Down")
    window.wait_state(moving=0)
    time.sleep(0.3)
    window.screenshot(output / "regions.png")
    window.key("Return")
    window.wait_state(undo=before + 1, pending=0)
    window.key("Escape")
    window.wait("the list to close", lambda: "regions.search" not in window.rects())


def check_vault(program, vault):
    measured = therapists(program, vault)
    pain = measured["layers"]["pain"]
    regions = {region["id"]: region for region in pain["regions"]}
    check(any(name.startswith("scapula") and name.endswith("_L") for name in regions), "the list painted the back")
    check(any("burning" in region["words"] for region in pain["regions"]), "the edited place burns")
    return measured


def kill_in_a_drag(program, cli_program, display, folder, vault):
    """What was painted until a quarter of a second before is there again, as one step."""
    before = therapists(cli_program, vault)["layers"]["pain"]["extent_cm2"]
    window = Window(program, display, folder)
    try:
        window.click(sorted(name for name in window.rects() if name.startswith("client.C-"))[-1])
        window.wait("the map with its steps", lambda: window.state().get("undo", 0) > 0)
        steps = window.state()["undo"]
        window.key("9")
        window.move(*on_picture(window, 0.02, -0.03))
        window.button(True)
        window.move(*on_picture(window, 0.03, -0.01))
        time.sleep(1.0)
    finally:
        window.kill()
    window = Window(program, display, folder)
    try:
        window.click(sorted(name for name in window.rects() if name.startswith("client.C-"))[-1])
        window.wait_state(visit=1, undo=steps + 1)
        window.leave()
    finally:
        window.kill()
    after = therapists(cli_program, vault)["layers"]["pain"]
    check(after["extent_cm2"] > before and after["peak"] == 9, "the drag that was cut off is there")


def mark_quickly(window, output):
    """"Left shoulder blade 7 aching, both knees 4": at most 12 presses and drags."""
    hand = Hand(window)
    hand.press("brush.palm")
    hand.press("level.7")
    hand.press("word.aching")
    hand.press("view.back")
    settle(window)
    hand.dab(on_picture(window, -0.045, -0.225))
    window.wait_state(undo=1, pending=0)
    hand.press("word.aching")
    hand.press("level.4")
    hand.press("tool.mirror")
    hand.press("view.front")
    settle(window)
    hand.dab(on_picture(window, 0.062, 0.205))
    window.wait_state(undo=2, pending=0)
    window.screenshot(output / "twelve.png")
    check(hand.actions <= 12, f"{hand.actions} pointer actions are at most 12")
    print(f"{hand.actions} pointer actions")


def check_marks(program, vault):
    pain = therapists(program, vault)["layers"]["pain"]
    levels = {region["id"]: round(region["peak"]) for region in pain["regions"]}
    check(levels.get("scapula_L") == 7, f"the left shoulder blade is at 7: {levels}")
    check(levels.get("kneecap_L") == 4 and levels.get("kneecap_R") == 4, f"both knees are at 4: {levels}")
    words = {word for region in pain["regions"] if region["id"] == "scapula_L" for word in region["words"]}
    check(words == {"aching"}, "the shoulder blade aches")


def run(program, cli_program, display, folder, steps, output):
    window = Window(program, display, folder)
    try:
        begin(window)
        for step in steps:
            step(window, output)
        window.leave()
        check(window.said() == "", f"nothing was complained about, but: {window.said()}")
    finally:
        window.kill()


def journeys(program, cli_program, output):
    display = Display(1280, 800)
    try:
        folder = fresh_folder(output / "tools")
        vault = str(folder / "data" / "palpate" / "demo.palpate")
        run(program, cli_program, display, folder,
            [use_brushes, use_band_and_fill, use_pins, use_edit, lambda window, _: use_double_click(window), use_list],
            output)
        check_vault(cli_program, vault)
        kill_in_a_drag(program, cli_program, display, folder, vault)
        folder = fresh_folder(output / "marks")
        run(program, cli_program, display, folder, [mark_quickly], output)
        check_marks(cli_program, str(folder / "data" / "palpate" / "demo.palpate"))
    finally:
        display.close()


def main():
    need("Xvfb", "xdotool", "import")
    program, cli_program, output = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    try:
        journeys(program, cli_program, output)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)


if __name__ == "__main__":
    main()
