#!/usr/bin/python3
"""The main job in a real window: journey.py PALPATE PALPATE_CLI OUTPUT_FOLDER

A client checks in, with two places. Then: a new client, today's visit, two strokes with the pointer, undo, redo, undo; leave; then the vault must hold exactly
that, and a second start must show it and be able to undo and redo it. Screenshots stay in OUTPUT_FOLDER.
"""
import json
import pathlib
import subprocess
import sys

from window_driver import Display, Stuck, Window, fresh_folder, need


# The pages of the check-in as the program says them.
MARK, READ_BACK, THANKS = 1, 3, 6


def check(condition, sentence):
    if not condition:
        raise Stuck("not so: " + sentence)


def cli(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"palpate-cli {' '.join(arguments)} works: {done.stderr.strip()}")
    return json.loads(done.stdout)


def on_picture(window, right, down):
    """A place on the picture of the body, as shares of its height from its middle."""
    x, y, width, height = window.rect("viewport")
    return (x + width / 2 + right * height, y + height / 2 + down * height)


def begin(window):
    """A new client with a visit of today: nothing is painted yet."""
    window.click("client.add")
    window.click("client.confirm")
    window.click("visit.today")
    window.wait_state(undo=0, redo=0, visit=1)
    window.click("author.therapist")
    window.key("7")


def paint(window, output):
    # The picture shows the body from the front; its middle is the trunk, a bit above the navel.
    chest = [on_picture(window, 0.02 + share * 0.03, -0.12) for share in (0.0, 0.3, 0.6, 1.0)]
    thigh = [on_picture(window, 0.05, 0.10 + share * 0.05) for share in (0.0, 0.5, 1.0)]
    window.drag(chest)
    window.wait_state(undo=1, redo=0, pending=0)
    window.key("3")
    window.drag(thigh)
    window.wait_state(undo=2, redo=0, pending=0)
    window.screenshot(output / "painted.png")
    window.key("ctrl+z")
    window.wait_state(undo=1, redo=1, pending=0)
    window.click("map.redo")
    window.wait_state(undo=2, redo=0, pending=0)
    window.click("map.undo")
    window.wait_state(undo=1, redo=1, pending=0)


def rest_on(window, name):
    """The tip of a control comes while nothing else happens."""
    x, y, width, height = window.rect(name)
    window.move(x + width / 2, y + height / 2)
    window.wait(f"the tip of {name}", lambda: any(line.startswith("tip ") for line in window.lines()))


def second_window(program, window):
    """The practice is open already: a page in a window of its own says so, and the first one goes on."""
    rects = window.folder / "second.txt"
    rects.unlink(missing_ok=True)
    second = subprocess.Popen([program, "--demo", "--dump-ui-rects", str(rects)], env=window.environment,
                              stderr=subprocess.DEVNULL)
    try:
        window.wait("the page of the second window",
                    lambda: rects.exists() and "problem.again " in rects.read_text(encoding="utf-8"))
    finally:
        second.terminate()
        second.wait()


def check_vault(program, vault):
    clients = cli(program, "client", "list", "--vault", vault, "--json")["clients"]
    check(len(clients) == 4, "the demo's three clients and the new one are there")
    code = sorted(client["code"] for client in clients)[-1]
    visits = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    check(len(visits) == 1, "the new client has one visit")
    measured = cli(program, "map", "measure", "--vault", vault, "--visit", str(visits[0]["id"]),
                   "--author", "therapist", "--json")
    pain = measured["layers"]["pain"]
    check(pain["peak"] == 7 and len(pain["places"]) == 1, "one place at level 7 is left; the stroke at 3 was undone")
    check(5 < pain["extent_cm2"] < 120, f"a stroke of 3 cm was painted, not {pain['extent_cm2']} cm2")
    check(all(not region["id"].startswith("quad") for region in pain["regions"]), "the thigh is bare")
    return pain


def come_back(program, display, folder, output):
    """The client, the map and what can be undone are there again."""
    window = Window(program, display, folder)
    try:
        window.wait_state(undo=1, redo=1, visit=1)
        window.screenshot(output / "again.png")
        window.key("ctrl+y")
        window.wait_state(undo=2, redo=0, pending=0)
        window.key("ctrl+z")
        window.wait_state(undo=1, redo=1, pending=0)
        window.leave()
    finally:
        window.kill()


def newest_client(window):
    names = [name for name in window.rects() if name.startswith("client.C-")]
    check(names, "the clients are listed")
    return sorted(names)[-1]


def check_in(program, cli_program, display, output):
    """A client marks the chest 7 aching in the muscle and a thigh 4, reads it back, says yes; the therapist unlocks."""
    folder = fresh_folder(output / "check_in_home")
    window = Window(program, display, folder)
    try:
        window.click("client.add")
        window.click("client.confirm")
        window.wait_state(visit=0)
        code = newest_client(window).removeprefix("client.")
        window.click("checkin.open")
        window.wait_state(checkin=MARK, visit=1, moving=0)
        check(not [name for name in window.rects() if name.startswith(("client.", "visit."))],
              "no other client and no visit is in reach")
        for place, level in ((on_picture(window, 0.06, -0.23), 7), (on_picture(window, -0.07, 0.12), 4)):
            undo = window.state()["undo"]
            window.move(*place)
            window.button(True)
            window.button(False)
            window.wait_state(undo=undo + 1, pending=0)
            window.click(f"checkin.level_{level}")
            window.wait_state(undo=undo + 2, pending=0)
            if level == 7:
                window.click("checkin.word_aching")
                window.click("checkin.depth_muscle")
                window.wait_state(undo=undo + 4, pending=0)
        window.screenshot(output / "check_in_marked.png")
        window.key("ctrl+n")  # nothing of the therapist's answers
        window.key("ctrl+q")
        window.click("checkin.finish")
        window.wait_state(checkin=READ_BACK)
        window.screenshot(output / "check_in_read_back.png")
        window.click("checkin.yes")
        window.wait_state(checkin=THANKS)
        window.screenshot(output / "check_in_thanks.png")
        title = window.xdotool("getwindowname", window.id)
        check(title.startswith("Palpate") and code not in title, f"the title says nothing of the client, but {title}")
        check([name for name in window.rects()] == ["checkin.hold"], "the last page has the therapist's key only")
        window.click("checkin.hold")  # too short
        window.wait_state(checkin=THANKS, held=0)
        window.button(True)
        window.wait_state(checkin=0)
        window.button(False)
        window.rect("viewport")
        window.leave()
        check(window.said() == "", f"nothing was complained about, but: {window.said()}")
    finally:
        window.kill()
    check_checked_in(cli_program, str(folder / "data" / "palpate" / "demo.palpate"), code)


def check_checked_in(program, vault, code):
    visits = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    check(len(visits) == 1, "today's visit was made")
    maps = [entry for entry in visits[0]["maps"] if entry["author"] == "client"]
    check(len(maps) == 1 and maps[0]["completed"], f"the client's map is finished: {maps}")
    measured = cli(program, "map", "measure", "--vault", vault, "--visit", str(visits[0]["id"]), "--author", "client", "--json")
    places = measured["layers"]["pain"]["places"]
    check(sorted(round(place["peak"]) for place in places) == [4, 7], f"two places, 7 and 4: {places}")
    chest = max(places, key=lambda place: place["peak"])
    check("aching" in chest["words"], f"the words are there: {chest}")


def journey(program, cli_program, output):
    folder = fresh_folder(output / "home")
    display = Display(1280, 800)
    try:
        check_in(program, cli_program, display, output)
        window = Window(program, display, folder)
        try:
            begin(window)
            paint(window, output)
            rest_on(window, "tool.mirror")
            second_window(program, window)
            window.leave()
            check(window.said() == "", f"nothing was complained about, but: {window.said()}")
        finally:
            window.kill()
        vault = str(folder / "data" / "palpate" / "demo.palpate")
        before = check_vault(cli_program, vault)
        come_back(program, display, folder, output)
        check(check_vault(cli_program, vault) == before, "coming back, redoing and undoing left the map as it was")
    finally:
        display.close()


def main():
    need("Xvfb", "xdotool", "import")
    program, cli_program, output = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    try:
        journey(program, cli_program, output)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)


if __name__ == "__main__":
    main()
