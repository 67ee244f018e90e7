#!/usr/bin/python3
"""Moving round the body in a real window: moving.py PALPATE OUTPUT_FOLDER

Cube, keys and buttons turn; a part shown alone keeps the pointer off the rest; what lies flat does not turn; looks are
kept; and the window seen as a colour-blind person sees it has the colours that the published matrix gives. Screenshots
stay in OUTPUT_FOLDER.
"""
import pathlib
import subprocess
import sys

from window_driver import Display, Stuck, Window, fresh_folder, need

# Machado, Oliveira and Fernandes 2009, green-blind, severity 1.0: rows upon linear red, green and blue.
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))


def check(condition, sentence):
    if not condition:
        raise Stuck("not so: " + sentence)


def middle(window, name="viewport"):
    x, y, width, height = window.rect(name)
    return (x + width / 2, y + height / 2)


def still(window, **wanted):
    window.wait_state(moving=0, **wanted)


def turn(window):
    x, y, width, height = window.rect("view.cube")
    window.key("alt+4")
    still(window, yaw=90)
    window.key("Left")
    still(window, yaw=75)
    window.click("pad.view.turn_right_far")
    still(window, yaw=120)
    window.key("alt+1")
    still(window, yaw=0)
    window.key("shift+Right")
    still(window, yaw=45)
    # The person's left side is on the right of the cube now, the front on its left.
    window.move(x + 0.75 * width, y + height / 2)
    window.button(True)
    window.button(False)
    still(window, yaw=90)
    window.key("alt+1")
    still(window, yaw=0)


def isolate(window, output):
    before = window.state()["undo"]
    window.move(*middle(window))
    window.key("h")
    still(window, part=1)
    window.screenshot(output / "trunk.png")
    window.click("view.parts")
    window.click("view.hidden_left_inner_leg")
    still(window, part=1, yaw=270)
    window.screenshot(output / "inner_leg.png")
    window.click("view.everything")
    still(window, part=0)
    check(window.state()["undo"] == before, "showing parts painted nothing")
    window.key("alt+1")
    still(window, yaw=0)


def flat(window, output):
    window.key("shift+f")
    still(window, flat=1)
    window.rect("viewport.back")
    x, y, _, height = window.rect("viewport.back")
    window.drag([(x + 8, y + height - 30), (x + 60, y + height - 60), (x + 90, y + height - 90)])
    check(window.state()["yaw"] in (0, 180), "a drag beside the flat body does not turn it")
    window.screenshot(output / "flat.png")
    window.key("shift+f")
    still(window, flat=0)


def pixels(path, places):
    found = []
    for x, y in places:
        done = subprocess.run(["convert", str(path), "-format", f"%[pixel:p{{{x},{y}}}]", "info:"], capture_output=True,
                              text=True, check=True)
        numbers = done.stdout.strip().split("(")[-1].rstrip(")").split(",")
        found.append(tuple(float(number.rstrip("%")) * (2.55 if "%" in number else 1.0) for number in numbers[:3]))
    return found


def seen_as(colour):
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    seen = [min(max(sum(m * c for m, c in zip(row, linear)), 0.0), 1.0) for row in DEUTAN]
    return [255 * (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055) for c in seen]


def look(program, display, folder, output):
    window = Window(program, display, folder)
    try:
        # The scale of levels holds ten colours, one below the other.
        window.wait_state(visit=1)
        x, y, width, height = window.rect("level.5")
        places = [(round(x + 6), round(y + height / 2))] + [(round(x + n * width * 1.16 + 6), round(y + height / 2)) for n in (-3, 2)]
        window.move(5, 5)
        window.screenshot(output / "full.png")
        window.click("look.options")
        window.click("look.vision_deutan")
        window.click("dialog.cross")
        window.move(5, 5)
        window.wait("the window without dialog", lambda: "dialog.cross" not in window.rects())
        window.screenshot(output / "deutan.png")
        for full, deutan in zip(pixels(output / "full.png", places), pixels(output / "deutan.png", places)):
            far = max(abs(a - b) for a, b in zip(seen_as(full), deutan))
            check(far <= 3, f"{full} looks like {seen_as(full)}, not {deutan}")
        window.click("look.options")
        window.click("look.vision_full")
        window.click("look.dark.on")
        window.click("look.contrast.on")
        window.wait_state(dark=1)
        window.screenshot(output / "looks.png")
        window.leave()
    finally:
        window.kill()
    window = Window(program, display, folder)
    try:
        window.wait_state(dark=1)
        window.leave()
    finally:
        window.kill()


def journey(program, output):
    display = Display(1280, 800)
    try:
        window = Window(program, display, fresh_folder(output / "home"))
        try:
            window.wait_state(visit=1)
            turn(window)
            isolate(window, output)
            flat(window, output)
            window.leave()
            check(window.said() == "", f"nothing was complained about, but: {window.said()}")
        finally:
            window.kill()
        look(program, display, output / "home", output)
    finally:
        display.close()


def main():
    need("Xvfb", "xdotool", "import", "convert")
    program, output = sys.argv[1], pathlib.Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    try:
        journey(program, output)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)


if __name__ == "__main__":
    main()
