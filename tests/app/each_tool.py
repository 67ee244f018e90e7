#!/usr/bin/python3
"""Every tool by itself in a real window: each_tool.py PALPATE PALPATE_CLI OUTPUT_FOLDER

A client for each tool, whose map holds what that tool did and nothing else. Afterwards palpate-cli reads the maps from the practice's file: where it was
painted, how large and at what level. Screenshots stay in OUTPUT_FOLDER.
"""
import os
import signal

from journey import check, cli, newest_client, on_picture
from window_driver import Display, Window, fresh_folder, run_journey

# On the left chest, from the front: 11 cm along the skin, with the therapist's 3 cm.
TOP, BOTTOM = (0.03, -0.20), (0.04, -0.15)


def begin(window):
    """A new client with a visit of today, the therapist's hand with a brush of 3 cm and level 7."""
    window.click("client.add")
    window.click("client.confirm")
    window.click("visit.today")
    window.wait_state(undo=0, redo=0, visit=1)
    window.click("author.therapist")
    window.click("tool.brush")
    window.key("7")
    return newest_client(window).removeprefix("client.")


def dab(window, place, undo):
    window.drag([on_picture(window, *place)])
    window.wait_state(undo=undo, pending=0)


def stroke(window, undo):
    window.drag([on_picture(window, *TOP), on_picture(window, *BOTTOM)])
    window.wait_state(undo=undo, pending=0)


def brush(window):
    stroke(window, 1)


def eraser(window):
    stroke(window, 1)
    window.click("tool.erase")
    dab(window, BOTTOM, 2)


def soften(window):
    stroke(window, 1)
    window.click("tool.soften")
    stroke(window, 2)


def band(window):
    window.click("tool.band")
    dab(window, (-0.06, 0.10), 1)


def fill(window):
    window.click("tool.fill")
    dab(window, (-0.03, -0.09), 1)


def pins(window):
    window.click("tool.pin")
    window.click("pin.tender point")
    window.click("pin.grade.3")
    dab(window, (-0.045, -0.21), 1)
    window.click("pin.scar")
    dab(window, (-0.055, 0.22), 2)
    window.key("ctrl+z")
    window.wait_state(undo=1, redo=1, pending=0)


def mirror(window):
    window.click("tool.mirror")
    stroke(window, 1)
    # Another layer is painted on one side until the mirror is asked for there.
    window.click("layer.tension")
    window.drag([on_picture(window, 0.06, 0.10)])
    window.wait_state(undo=2, pending=0)
    window.click("layer.pain")


def edit(window):
    stroke(window, 1)
    window.click("tool.edit")
    window.drag([on_picture(window, *TOP)])
    window.key("3")
    window.wait_state(undo=2, pending=0)
    window.click("word.burning")
    window.click("depth.joint")
    window.wait_state(undo=4, pending=0)
    window.key("Escape")


def number(window):
    """A press on the number of a place with the brush in hand."""
    stroke(window, 1)
    name = window.wait("the number on the body", lambda: next((n for n in window.rects() if n.startswith("badge.pain_")), None))
    window.click(name)
    window.key("2")
    window.wait_state(undo=2, pending=0)
    window.key("Escape")


def slow_machine(window):
    """The button goes down and up and the pointer goes on, all before the program looks again."""
    window.move(*on_picture(window, *TOP))
    os.kill(window.process.pid, signal.SIGSTOP)
    try:
        window.xdotool("mousedown", "1", "mouseup", "1")
        x, y = on_picture(window, *BOTTOM)
        window.xdotool("mousemove", "--window", window.id, str(round(x)), str(round(y)))
    finally:
        os.kill(window.process.pid, signal.SIGCONT)
    window.wait_state(undo=1, pending=0, x=round(x), y=round(y))


TOOLS = [brush, eraser, soften, band, fill, pins, mirror, edit, number, slow_machine]


def near(number, wanted, share):
    return abs(number - wanted) <= share * wanted


def regions(layer):
    return {region["id"]: region for region in layer["regions"]}


def check_brushes(pain):
    line, wiped, soft = pain["brush"], pain["eraser"], pain["soften"]
    check(len(line["places"]) == 1 and line["clusters"] == 1 and line["peak"] == 7, f"one place at 7: {line['places']}")
    check(near(line["extent_cm2"], 39.5, 0.1), f"a line of 11 cm that is 3 cm wide, not {line['extent_cm2']} cm2")
    check(all(name.endswith("_L") or name == "sternum" for name in regions(line)), f"on the left chest: {regions(line).keys()}")
    gone = line["extent_cm2"] - wiped["extent_cm2"]
    check(near(gone, 7.1, 0.4), f"a dab of 3 cm was wiped from its end, not {gone} cm2")
    check(wiped["peak"] == 7 and wiped["clusters"] == 1, "the rest is as it was")
    check(soft["mean"] < line["mean"] - 0.2, f"softened it is milder on average: {soft['mean']} after {line['mean']}")
    check(soft["peak"] <= 7 and len(soft["places"]) == 1, "and still one place")


def check_wholes(pain):
    around = regions(pain["band"])
    check(pain["band"]["clusters"] == 1 and pain["band"]["extent_cm2"] > 100, "the band is one patch round the thigh")
    check(all(name.endswith("_R") for name in around), f"of the right leg alone: {around.keys()}")
    check(any(name.startswith("ham_") for name in around) and any(name.startswith("quad_") for name in around),
          f"at its front and at its back: {around.keys()}")
    filled = list(regions(pain["fill"]).values())
    check(len(filled) == 1 and filled[0]["percent_of_region"] > 99, f"one region and all of it: {filled}")
    check(filled[0]["peak"] == 7 and filled[0]["mean"] == 7, "evenly")


def check_mirror(measured, line):
    twins = measured["layers"]["pain"]
    check(near(twins["extent_cm2"], 2 * line["extent_cm2"], 0.05) and twins["clusters"] == 2, "the stroke has its twin")
    check(near(twins["left_right_ratio"], 1, 0.03), f"as large as itself: {twins['left_right_ratio']}")
    tension = measured["layers"]["tension"]
    check(tension["extent_cm2"] > 0 and all(name.endswith("_L") for name in regions(tension)),
          f"the mirror was off on the next layer: {regions(tension).keys()}")


def check_places(pain):
    for tool, level in (("edit", 3), ("number", 2)):
        whole = pain[tool]
        check(len(whole["places"]) == 1 and whole["peak"] == level, f"{tool}: the place is at {level} as a whole")
        check(near(whole["extent_cm2"], pain["brush"]["extent_cm2"], 0.03), f"{tool}: and as large as it was")
    place = pain["edit"]["places"][0]
    check(place["words"] == ["burning"] and place["depth"] == "joint", f"its words and depth were changed: {place}")
    late = pain["slow_machine"]
    check(near(late["extent_cm2"], 7.1, 0.3), f"a dab, not a line to where the pointer went: {late['extent_cm2']} cm2")
    check(list(regions(late)) == ["chest_L"], f"where the button went down: {regions(late).keys()}")


def check_pins(measured):
    found = [(pin["kind"], pin["grade"]) for pin in measured["pins"]]
    check(found == [("tender point", 3)], f"one pin; the scar was undone: {found}")
    check(measured["pins"][0]["region"].endswith("_R"), f"on the right: {measured['pins']}")
    check(all(layer["extent_cm2"] == 0 for layer in measured["layers"].values()), "a pin is no paint")


def measure(program, vault, code):
    visits = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    return cli(program, "map", "measure", "--vault", vault, "--visit", str(visits[0]["id"]), "--author", "therapist", "--json")


def journey(program, cli_program, output):
    display = Display(1280, 800)
    folder = fresh_folder(output / "home")
    window = Window(program, display, folder)
    codes = {}
    try:
        for tool in TOOLS:
            codes[tool.__name__] = begin(window)
            tool(window)
            window.screenshot(output / f"{tool.__name__}.png")
        window.leave()
        check(window.said() == "", f"nothing was complained about, but: {window.said()}")
    finally:
        window.kill()
        display.close()
    vault = str(folder / "data" / "palpate" / "demo.palpate")
    measured = {tool: measure(cli_program, vault, code) for tool, code in codes.items()}
    pain = {tool: found["layers"]["pain"] for tool, found in measured.items()}
    check_brushes(pain)
    check_wholes(pain)
    check_places(pain)
    check_mirror(measured["mirror"], pain["brush"])
    check_pins(measured["pins"])


if __name__ == "__main__":
    run_journey(journey)
