#!/usr/bin/python3
"""Comparing in a real window: compare_journey.py PALPATE PALPATE_CLI OUTPUT_FOLDER [WIDTHxHEIGHT]

The demo practice's newest visit against the one before: side by side and unlinked, four visits, difference, wipe dragged
and moved with the keys, onion skin, the table of regions sorted and pointed at, limits, client against therapist; then a map
painted after the treatment against the one before it. Screenshots stay in OUTPUT_FOLDER.
"""
import json
import pathlib
import subprocess
import sys

from window_driver import Display, Stuck, Window, fresh_folder, need

SIDE, DIFFERENCE, WIPE, ONION = 0, 1, 2, 3
VISITS, AUTHORS, MOMENTS = 0, 1, 2


def check(condition, sentence):
    if not condition:
        raise Stuck("not so: " + sentence)


def middle(rect):
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2


def away(window):
    """Where nothing is pointed at: the top bar."""
    window.move(5, 5)


def pictured(window, output, name):
    away(window)
    window.screenshot(output / f"{name}.png")


def close_list(window):
    """A press beside a list closes it."""
    window.move(600, 28)
    window.button(True)
    window.button(False)
    window.wait("the list to close", lambda: not named(window, "compare.tick.") and not named(window, "compare.rule_"))


def turn(window, picture, pixels):
    """Drags beside the body."""
    x, y, _, height = window.rect(picture)
    window.drag([(x + 20, y + height * 0.7), (x + 20 + pixels / 2, y + height * 0.7), (x + 20 + pixels, y + height * 0.7)])


def named(window, start):
    return [name for name in window.rects() if name.startswith(start)]


def side_by_side(window, output):
    window.key("c")
    window.wait_state(compare=1, mode=SIDE, pictures=2, linked=1)
    window.click("view.back")
    window.wait_state(yaw=180, moving=0)
    pictured(window, output, "side_by_side")
    yaw = window.state()["yaw"]
    window.click("compare.link")
    window.wait_state(linked=0)
    turn(window, "viewport.to", 120)
    check(window.state()["yaw"] != yaw, "the second picture turned")
    pictured(window, output, "unlinked")
    window.move(*middle(window.rect("viewport.from")))
    window.wait_state(yaw=yaw)
    window.key("l")
    window.wait_state(linked=1, yaw=yaw)
    window.click("compare.ticks")
    ticks = window.wait("the list of visits", lambda: named(window, "compare.tick."))
    ticks.sort(key=lambda name: -int(name.rsplit(".", 1)[1]))
    window.click(ticks[3])
    window.wait_state(pictures=3)
    window.click(ticks[5])
    window.wait_state(pictures=4)
    window.rect("viewport.between2")
    close_list(window)
    pictured(window, output, "four_visits")


def one_place(window, output):
    window.click("compare.difference")
    window.wait_state(mode=DIFFERENCE)
    pictured(window, output, "difference")
    window.key("w")
    window.wait_state(mode=WIPE, share=50)
    pictured(window, output, "wipe")
    x, y, width, _ = window.rect("viewport.wipe")
    line = middle(window.rect("compare.divider"))
    window.drag([(line[0], line[1] + 150), (x + width * 0.4, line[1] + 150), (x + width * 0.3, line[1] + 150)])
    window.wait("the line at 30 %", lambda: 28 <= window.state()["share"] <= 32)
    before = window.state()["share"]
    away(window)
    window.key("Right")
    window.wait_state(share=before + 5)
    window.key("Left")
    window.wait_state(share=before)
    pictured(window, output, "wipe_dragged")
    window.key("n")
    window.wait_state(mode=ONION, share=50)
    pictured(window, output, "onion")
    window.click("overlay.pick")
    window.click("overlay.muscles")
    pictured(window, output, "onion_muscles")
    window.click("overlay.pick")
    window.click("overlay.none")


def table(window, output):
    window.key("s")
    window.wait_state(mode=SIDE)
    rows = window.wait("the rows of the table", lambda: named(window, "compare.row."))
    away(window)
    shown = next(name for name in rows if window.rects()[name][1] + 30 < 780)
    x, y, width, _ = window.rect(shown)
    window.move(x + width / 2, y + 12)
    window.wait_state(region=int(shown.rsplit(".", 1)[1]) + 1)
    window.screenshot(output / "row_pointed_at.png")
    window.click("compare.sort_name")
    away(window)
    window.wait_state(region=0)
    window.click("compare.rules")
    window.click("compare.rule_levels.more")
    window.rect("compare.rules_usual")
    window.screenshot(output / "limits.png")
    window.click("compare.rules_usual")
    close_list(window)


def pairs(window, output):
    window.click("compare.pair")
    window.click("compare.authors")
    window.wait_state(pair=AUTHORS, pictures=2)
    pictured(window, output, "client_and_therapist")
    window.click("compare.pair")
    window.click("compare.moments")
    window.wait_state(pair=MOMENTS)
    window.key("Escape")
    window.wait_state(compare=0)


def after_treatment(window, output):
    window.click("author.therapist")
    window.click("moment.after")
    window.wait_state(moment=1, undo=0)
    window.key("3")
    x, y, width, height = window.rect("viewport")
    chest = [(x + width / 2 + 0.02 * height + step, y + height / 2 - 0.12 * height) for step in (0, 10, 20)]
    window.drag(chest)
    window.wait_state(undo=1, pending=0)
    pictured(window, output, "painted_after")
    window.key("c")
    window.wait_state(compare=1)
    window.click("compare.pair")
    window.click("compare.moments")
    window.wait_state(pair=MOMENTS)
    pictured(window, output, "before_and_after")


def journey(program, cli_program, output, size):
    folder = fresh_folder(output / "home")
    display = Display(*size)
    try:
        window = Window(program, display, folder, "--demo", "--size", f"{size[0]}x{size[1]}")
        try:
            side_by_side(window, output)
            one_place(window, output)
            table(window, output)
            pairs(window, output)
            after_treatment(window, output)
            visit = window.state()["to"]
            window.leave()
            check(window.said() == "", f"nothing was complained about, but: {window.said()}")
        finally:
            window.kill()
        vault = str(folder / "data" / "palpate" / "demo.palpate")
        done = subprocess.run([cli_program, "map", "measure", "--vault", vault, "--visit", str(visit), "--author", "therapist",
                               "--moment", "after", "--json"], capture_output=True, text=True, check=False)
        check(done.returncode == 0, f"the map of after the treatment is in the vault: {done.stderr}")
        check(json.loads(done.stdout)["layers"]["pain"]["peak"] == 3, "it holds what was painted")
    finally:
        display.close()


def main():
    need("Xvfb", "xdotool", "import")
    output = pathlib.Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    size = tuple(int(side) for side in sys.argv[4].split("x")) if len(sys.argv) > 4 else (1280, 800)
    try:
        journey(sys.argv[1], sys.argv[2], output, size)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)


if __name__ == "__main__":
    main()
