#!/usr/bin/python3
"""The view over time in a real window: over_time.py PALPATE PALPATE_CLI OUTPUT_FOLDER

On the demo practice: the course of a client, the slider, every page, files of what is shown, a comparison from there and back.
Screenshots stay in OUTPUT_FOLDER.
"""
import sys

from window_driver import Display, Stuck, Window, fresh_folder, need


def check(condition, sentence):
    if not condition:
        raise Stuck("not so: " + sentence)


def saved(window, folder, command, ending):
    before = set(folder.rglob("*" + ending))
    window.click(command)
    return window.wait(f"a file {ending}", lambda: next(iter(set(folder.rglob("*" + ending)) - before), None))


def course(window, output):
    window.key("ctrl+h")
    window.wait_state(history=1)
    visits = window.wait("the visits", lambda: window.state().get("read", 0) > 1 and window.state()["read"])
    window.wait("all visits", lambda: len([name for name in window.rects() if name.startswith("history.visit.")]) >= 4)
    window.screenshot(output / "course.png")
    shown = window.state()["shown"]
    window.key("bracketleft")
    window.wait_state(shown=shown - 1)
    x, y, width, height = window.rect("history.slider")
    window.drag([(x + width - 3, y + height / 2), (x + width / 2, y + height / 2), (x + 3, y + height / 2)])
    window.wait_state(shown=0)
    window.screenshot(output / "first_visit.png")
    return visits


def files(window, output):
    table = saved(window, window.folder, "history.save_table", ".csv").read_bytes()
    check(table.startswith(b"client,visit,visit_id,at"), "the table has its columns")
    check(table.endswith(b"\r\n"), "the table ends its lines as RFC 4180 says")
    picture = saved(window, window.folder, "history.save_picture", ".png")
    check(picture.read_bytes().startswith(b"\x89PNG"), "the picture is a PNG")
    check(picture.stat().st_mode & 0o077 == 0, "only its owner reads the picture")


def pages(window, output):
    window.click("history.frequency")
    window.wait_state(history=2, counted=1)
    window.screenshot(output / "how_often.png")
    window.click("history.count_everybody")
    window.wait_state(counted=1)
    window.click("history.treatment")
    window.wait_state(history=3)
    window.screenshot(output / "treatment.png")
    window.click("history.timeline")
    window.wait_state(history=1)


def compare(window, output):
    window.click("history.visit.1")
    window.wait_state(compare=1)
    window.screenshot(output / "compared.png")
    window.key("Escape")
    window.wait_state(compare=0, history=1)
    window.key("Escape")
    window.wait_state(history=0)


def journey(program, output):
    display = Display(1280, 800)
    window = None
    try:
        window = Window(program, display, output, "--demo", "--size", "1280x800")
        course(window, output)
        files(window, output)
        pages(window, output)
        compare(window, output)
        window.leave()
    finally:
        if window is not None:
            window.kill()
        display.close()


def main():
    need("Xvfb", "xdotool", "import")
    program, _, folder = sys.argv[1:]
    output = fresh_folder(folder)
    try:
        journey(program, output)
    except Stuck as stuck:
        sys.exit(f"over_time: {stuck}")


if __name__ == "__main__":
    main()
