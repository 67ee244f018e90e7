#!/usr/bin/python3
"""The view over time in a real window: over_time.py PALPATE PALPATE_CLI OUTPUT_FOLDER

On the demo practice: the course of a client, the slider, every page, files of what is shown, a comparison from there and back.
Screenshots stay in OUTPUT_FOLDER.
"""
import csv
import io
import json
import subprocess

from window_driver import Display, Stuck, Window, run_journey


def check(condition, sentence):
    if not condition:
        raise Stuck("not so: " + sentence)


def saved(window, folder, command, ending):
    before = set(folder.rglob("*" + ending))
    window.click(command)
    return window.wait(f"a file {ending}", lambda: next(iter(set(folder.rglob("*" + ending)) - before), None))


def all_read(window):
    """How many visits there are; 0 until all are read."""
    pictures = [name for name in window.rects() if name.startswith("history.visit.")]
    return len(pictures) if window.state().get("read", 0) == len(pictures) > 1 else 0


def course(window, output):
    window.key("ctrl+h")
    window.wait_state(history=1)
    # Visits are read one after the other; each has a small picture from the start.
    visits = window.wait("all visits to be read, with a small picture each", lambda: all_read(window))
    window.screenshot(output / "course.png")
    shown = window.state()["shown"]
    window.key("bracketleft")
    window.wait_state(shown=shown - 1)
    x, y, width, height = window.rect("history.slider")
    window.drag([(x + width - 3, y + height / 2), (x + width / 2, y + height / 2), (x + 3, y + height / 2)])
    window.wait_state(shown=0)
    window.screenshot(output / "first_visit.png")
    return visits


def files(window, visits):
    """Saves both; the rows of the table."""
    table = saved(window, window.folder, "history.save_table", ".csv").read_bytes()
    check(table.startswith(b"client,visit,visit_id,at"), "the table has its columns")
    check(table.endswith(b"\r\n"), "the table ends its lines as RFC 4180 says")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))
    check(len({row["visit_id"] for row in rows}) == len(rows) == visits, f"a row for each of {visits} visits, not {len(rows)}")
    picture = saved(window, window.folder, "history.save_picture", ".png")
    header = picture.read_bytes()[:24]
    check(header.startswith(b"\x89PNG"), "the picture is a PNG")
    check(int.from_bytes(header[16:20], "big") >= 1000, "the picture is large enough to print")
    check(picture.stat().st_mode & 0o077 == 0, "only its owner reads the picture")
    return rows


def check_table(command_line, folder, rows):
    """The table says what the vault says."""
    vault = folder / "data" / "palpate" / "demo.palpate"
    done = subprocess.run([command_line, "history", "--vault", str(vault), "--client", rows[0]["client"], "--author",
                           rows[0]["author"], "--json"], capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"the command line reads the vault: {done.stderr}")
    told = {str(visit["visit"]): visit for visit in json.loads(done.stdout)["visits"]}
    check(set(told) == {row["visit_id"] for row in rows}, "both name the same visits")
    for row in rows:
        visit = told[row["visit_id"]]
        check(row["record"].replace(" ", "_") == visit["record"], f"both say the same of visit {row['visit']}")
        known = visit["worst"] is not None
        check(bool(row["worst"]) == known, f"a level of visit {row['visit']} where there is one")
        check(not known or abs(float(row["worst"]) - visit["worst"]) < 0.06, f"the worst level of visit {row['visit']}")
    check(any(row["worst"] for row in rows), "something is recorded at all")


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
    """From there and back: the visit that is open stays open, with what can be taken back."""
    before = window.state()
    window.click("history.visit.1")
    window.wait_state(compare=1)
    state = window.state()
    check(0 < state["from"] < state["to"], f"two visits, the earlier one first: {state['from']}, {state['to']}")
    window.screenshot(output / "compared.png")
    window.key("Escape")
    window.wait_state(compare=0, history=1)
    window.key("Escape")
    window.wait_state(history=0, visit=before["visit"], undo=before["undo"])


def journey(program, command_line, output):
    display = Display(1280, 800)
    window = None
    try:
        window = Window(program, display, output, "--demo", "--size", "1280x800")
        visits = course(window, output)
        rows = files(window, visits)
        pages(window, output)
        compare(window, output)
        window.leave()
        check_table(command_line, window.folder, rows)
    finally:
        if window is not None:
            window.kill()
        display.close()


if __name__ == "__main__":
    run_journey(journey)
