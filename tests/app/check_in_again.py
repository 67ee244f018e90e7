#!/usr/bin/python3
"""A check-in that is changed, in a real window: check_in_again.py PALPATE PALPATE_CLI OUTPUT_FOLDER

A client says that nothing hurts, comes again, reads that back and marks two places after all: by the list, which asks for the side, and by touch. A number on the
body takes its place up again; what was removed is put back; what was started again is undone. palpate-cli reads what was stored. Screenshots stay in OUTPUT_FOLDER.
"""
from journey import MARK, READ_BACK, THANKS, check, cli, newest_client, on_picture
from window_driver import Display, Window, fresh_folder, run_journey

REGIONS, NOTHING, START_AGAIN = 2, 4, 5


def take_back(window):
    """The therapist holds the key."""
    x, y, width, height = window.rect("checkin.hold")
    window.move(x + width / 2, y + height / 2)
    window.button(True)
    window.wait_state(checkin=0)
    window.button(False)
    window.rect("viewport")


def shown_name(window, output, name):
    """The corner of the picture where the program's name stands, but in the client's pages."""
    return window.pixels(output / f"{name}.png", 0, 0, 120, 56)


def nothing(window, output):
    desk = shown_name(window, output, "desk")
    window.click("checkin.open")
    window.wait_state(checkin=MARK, visit=1, moving=0)
    window.wait("the client's page to be seen", lambda: shown_name(window, output, "client") != desk)
    window.click("checkin.nothing")
    window.wait_state(checkin=NOTHING)
    window.click("checkin.yes")
    window.wait_state(checkin=THANKS)
    take_back(window)
    window.wait("the desk to be seen again", lambda: shown_name(window, output, "desk_again") == desk)
    window.click("checkin.open")
    window.wait_state(checkin=NOTHING)
    window.screenshot(output / "nothing_again.png")
    window.click("checkin.back")
    window.wait_state(checkin=MARK, moving=0)


def from_list(window, output):
    window.click("checkin.list")
    window.wait_state(checkin=REGIONS)
    window.screenshot(output / "parts.png")
    window.click("checkin.part_2")  # the back
    window.wait("the sides to be asked for", lambda: "checkin.side_left" in window.rects())
    check("checkin.region_scapula_L" not in window.rects(), "a shoulder blade waits for its side")
    window.screenshot(output / "asks_side.png")
    window.click("checkin.side_left")
    window.click("checkin.region_scapula_L")
    window.wait_state(checkin=MARK, undo=1, pending=0, moving=0, yaw=180)
    window.screenshot(output / "from_list.png")


def badges(window):
    return sorted(name for name in window.rects() if name.startswith("checkin.badge."))


def by_number(window, output):
    window.click("checkin.view_front")
    window.wait_state(moving=0, yaw=0)
    window.drag([on_picture(window, 0.06, -0.23)])
    window.wait_state(undo=2, pending=0)
    window.click("checkin.another")
    window.drag([on_picture(window, -0.05, 0.22)])
    window.wait_state(undo=3, pending=0)
    numbers = window.wait("the numbers of chest and knee", lambda: badges(window) if len(badges(window)) == 2 else None)
    window.screenshot(output / "numbers.png")
    window.click(numbers[0])
    window.click("checkin.level_9")
    window.wait_state(undo=4, pending=0)
    window.screenshot(output / "by_number.png")


def undone(window, output):
    window.click("checkin.again")
    window.wait_state(checkin=START_AGAIN)
    window.click("checkin.clear")
    window.wait_state(checkin=MARK, undo=5, pending=0)
    window.screenshot(output / "started_again.png")
    window.click("checkin.undo")
    window.wait_state(undo=4, pending=0)
    window.click("checkin.finish")
    window.wait_state(checkin=READ_BACK)
    rows = sorted(name for name in window.rects() if name.startswith("checkin.remove_"))
    check(len(rows) == 3, f"three places are read back: {rows}")
    window.click(rows[1])
    window.wait_state(undo=5, pending=0)
    window.screenshot(output / "removed.png")
    window.click("checkin.undo")
    window.wait_state(undo=4, pending=0)
    window.wait("the place to be back", lambda: rows[1] in window.rects())
    window.click("checkin.yes")
    window.wait_state(checkin=THANKS)
    take_back(window)


def check_stored(program, vault, code):
    visits = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    maps = [entry for entry in visits[0]["maps"] if entry["author"] == "client"]
    check(len(maps) == 1 and maps[0]["completed"], f"the client's map is finished: {maps}")
    measured = cli(program, "map", "measure", "--vault", vault, "--visit", str(visits[0]["id"]), "--author", "client", "--json")
    places = {place["region"]: round(place["peak"]) for place in measured["layers"]["pain"]["places"]}
    check(len(places) == 3, f"three places: {places}")
    check(places.get("scapula_L") == 5, f"the shoulder blade of the list: {places}")
    check([level for region, level in places.items() if region.startswith("chest")] == [9], f"the chest, by its number: {places}")


def journey(program, cli_program, output):
    display = Display(1280, 800)
    folder = fresh_folder(output / "home")
    window = Window(program, display, folder)
    try:
        window.click("client.add")
        window.click("client.confirm")
        window.wait_state(visit=0)
        code = newest_client(window).removeprefix("client.")
        nothing(window, output)
        from_list(window, output)
        by_number(window, output)
        undone(window, output)
        window.leave()
        check(window.said() == "", f"nothing was complained about, but: {window.said()}")
    finally:
        window.kill()
        display.close()
    check_stored(cli_program, str(folder / "data" / "palpate" / "demo.palpate"), code)


if __name__ == "__main__":
    run_journey(journey)
