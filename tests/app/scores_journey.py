#!/usr/bin/python3
"""Scores in a real window: scores_journey.py PALPATE PALPATE_CLI OUTPUT_FOLDER

A new client's first visit: nothing is scored before anything is painted; painting raises the widespread pain index; an area is
ticked by hand; the symptom questions are answered. Then a second start and the command line must know all of it. Screenshots
stay in OUTPUT_FOLDER.
"""

from journey import check, cli, on_picture
from window_driver import Display, Window, fresh_folder, run_journey

SYMPTOMS = {"fatigue": 2, "unrefreshed": 3, "cognitive": 1, "headache": 1, "cramps": 0, "depression": 1}


def begin(window):
    window.click("client.add")
    window.click("client.confirm")
    window.click("visit.today")
    window.wait_state(undo=0, redo=0, visit=1, answers=0)
    window.click("author.therapist")


def open_scores(window, output):
    window.key("ctrl+k")
    window.rect("scores.back")
    check("wpi" not in window.state(), "an unpainted map has no widespread pain index, not one of 0")
    window.screenshot(output / "not_recorded.png")


def paint(window, output):
    window.key("7")
    window.drag([on_picture(window, 0.02 + share * 0.04, -0.20) for share in (0.0, 0.3, 0.6, 1.0)])
    window.wait_state(undo=1, pending=0)
    first = window.wait("the index to rise", lambda: window.state().get("wpi"))
    window.drag([on_picture(window, 0.05, 0.10 + share * 0.06) for share in (0.0, 0.5, 1.0)])
    window.wait_state(undo=2, pending=0)
    window.wait("the index to rise once more", lambda: window.state().get("wpi", 0) > first)
    window.screenshot(output / "painted.png")
    return window.state()["wpi"]


def tick(window, output, painted):
    """An area that nobody painted hurts all the same, because the client says so."""
    window.click("others.wpi")
    window.click("tick.wpi_2016.jaw_L")
    window.wait_state(wpi=painted + 1, undo=2)
    window.screenshot(output / "ticked.png")


def measure(window, output):
    """How far the neck turns, typed from field to field as fast as fingers go, or faster."""
    window.click("ratings.motion")
    window.click("motion.neck_flexion")
    window.type("40\t50\t30\t35\t55\t62")
    window.wait("the last field to be kept", lambda: "motion.neck_rotation:right.less" in window.rects())
    window.screenshot(output / "motion.png")


def answer(window, output):
    window.key("ctrl+r")
    window.click("rate.pain_now.6")
    window.wait_state(answers=1)
    window.click("ratings.symptoms")
    for count, (question, number) in enumerate(SYMPTOMS.items(), start=2):
        window.click(f"rate.{question}.{number}")
        window.wait_state(answers=count)
    window.click("rate.months.6")
    window.wait_state(answers=len(SYMPTOMS) + 2)
    window.screenshot(output / "answered.png")
    measure(window, output)
    window.click("dialog.cross")
    window.wait("the questions to close", lambda: "rate.months.6" not in window.rects())
    window.screenshot(output / "scores.png")


def come_back(program, display, folder, output, index):
    window = Window(program, display, folder)
    try:
        window.wait_state(visit=1, undo=2, answers=len(SYMPTOMS) + 2)
        window.key("ctrl+k")
        window.wait_state(wpi=index)
        window.screenshot(output / "again.png")
        window.leave()
    finally:
        window.kill()


def check_vault(program, folder, index):
    vault = str(folder / "data" / "palpate" / "demo.palpate")
    clients = cli(program, "client", "list", "--vault", vault, "--json")["clients"]
    code = sorted(client["code"] for client in clients)[-1]
    visit = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"][-1]["id"]
    score = cli(program, "score", "--vault", vault, "--visit", str(visit), "--author", "therapist", "--json")
    check(score["wpi"]["score"] == index, f"the index is the window's: {score['wpi']['score']}, {index}")
    jaw = next(area for area in score["wpi"]["areas"] if area["id"] == "jaw_L")
    check(jaw["endorsed"] and not jaw["from_paint"] and jaw["by_hand"]["by"] == "therapist", f"the jaw was ticked: {jaw}")
    check(score["sss"]["score"] == sum(SYMPTOMS.values()), f"symptom severity is the sum of its answers: {score['sss']}")
    check(score["sss"]["months"] == 6 and score["ratings"]["pain_now"] == 6, "months and pain are kept")
    motions = cli(program, "visit", "show", "--vault", vault, "--visit", str(visit), "--json")["range_of_motion"]
    typed = {"neck_flexion": 40, "neck_extension": 50, "neck_lateral_flexion:left": 30, "neck_lateral_flexion:right": 35,
             "neck_rotation:left": 55, "neck_rotation:right": 62}
    check(motions == typed, f"each measurement is kept where it was typed: {motions}")
    check(score["distress"] == index + sum(SYMPTOMS.values()), "both add up")
    untouched = cli(program, "visit", "list", "--vault", vault, "--client", code, "--json")["visits"]
    check(len(untouched) == 1, "no visit was added on the way")


def journey(program, command_line, output):
    display = Display(1280, 800)
    folder = fresh_folder(output / "home")
    window = None
    try:
        window = Window(program, display, folder, "--demo", "--size", "1280x800")
        begin(window)
        open_scores(window, output)
        painted = paint(window, output)
        tick(window, output, painted)
        answer(window, output)
        window.leave()
        check(window.said() == "", f"nothing was complained about, but: {window.said()}")
        come_back(program, display, folder, output, painted + 1)
        check_vault(command_line, folder, painted + 1)
    finally:
        if window is not None:
            window.kill()
        display.close()


if __name__ == "__main__":
    run_journey(journey)
