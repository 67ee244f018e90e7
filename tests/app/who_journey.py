#!/usr/bin/python3
"""Two practitioners at one desk, in a real window: who_journey.py PALPATE PALPATE_CLI OUTPUT_FOLDER

Unlocking asks who works before anything of a client is shown; the one who is chosen is named in the log and in the visit; the
other takes over from the top bar; after a lock Enter takes the one who was last; a restored practice that does not know who works asks as
well. Names are in no file but sealed.
Screenshots stay in OUTPUT_FOLDER.
"""
import json
import os
import subprocess

from journey import check
from window_driver import Display, Stuck, Window, run_journey

PASSPHRASE = "umbrella copper winter ladder"
ADA, BO = "Ada Example", "Bo Muster"


def cli(program, vault, *words):
    done = subprocess.run([program, *words, "--vault", str(vault)], capture_output=True, text=True, check=False,
                          env=dict(os.environ, PALPATE_PASSPHRASE=PASSPHRASE, PALPATE_NEW_PASSPHRASE=PASSPHRASE))
    if done.returncode != 0:
        raise Stuck(f"{words} left with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout) if "--json" in words else done.stdout


def make(program, vault):
    cli(program, vault, "vault", "create", "--name", "Shared desk", "--practitioner", ADA,
        "--recovery-key-output", str(vault.with_suffix(".key")))
    cli(program, vault, "practitioner", "add", "--name", BO)
    cli(program, vault, "client", "add", "--code", "C-0001", "--practitioner", ADA)


def unlock(window):
    window.click("unlock.passphrase")
    window.type(PASSPHRASE)
    window.key("Return")
    window.rect("who.1")
    check("visit.today" not in window.rects(), "nothing of a client is open before it is said who works")


def first_day(window, output):
    unlock(window)
    window.screenshot(output / "who.png")
    window.click("who.2")
    window.click("visit.today")
    window.wait_state(visit=1)
    window.screenshot(output / "bo_works.png")
    window.click("practice.who")
    window.rect("who.1")
    window.screenshot(output / "take_over.png")
    window.click("who.1")
    window.wait("Ada to work", lambda: "who.1" not in window.rects())


def after_lock(window, output):
    window.key("ctrl+l")
    unlock(window)
    window.screenshot(output / "who_again.png")
    window.key("Return")
    window.wait_state(visit=1)
    window.screenshot(output / "ada_works.png")
    window.click("practice.open")
    window.click("practice.tab.people")
    window.rect("people.now.2")
    window.screenshot(output / "people.png")
    window.click("people.pencil.2")
    window.rect("people.keep")
    window.screenshot(output / "rename.png")
    window.click("people.cancel")
    window.click("practice.tab.log")
    window.wait("rows of the log", lambda: window.state().get("log", 0) > 3)
    window.screenshot(output / "log.png")
    window.key("Escape")


def after_restore(window):
    """A backup of before somebody came does not know them: it is asked who works, and no client is open until then."""
    unlock(window)
    window.click("who.1")
    window.wait_state(visit=1)
    window.click("practice.open")
    window.click("backup.now")
    window.wait_state(told=1)
    window.click("practice.tab.people")
    window.click("people.name")
    window.type("Cy Newcomer")
    window.click("people.add")
    window.click("people.now.3")
    window.click("practice.tab.backup")
    window.click("restore.1")
    window.click("restore.confirm")
    window.rect("who.2")
    check(window.state()["visit"] == 0, "nothing of a client is open before it is said who works")
    window.click("who.2")
    window.wait_state(told=1, visit=0)
    window.key("Escape")
    window.wait_state(visit=1)


def check_records(program, vault, folder):
    rows = cli(program, vault, "vault", "audit", "--json", "--count", "1000")["log"]
    looked = [row["practitioner"] for row in rows if row["kind"] == "viewed"]
    check(looked and None not in looked, f"every row of looking says who it was: {looked}")
    check([row["practitioner"] for row in rows if row["subject"] == "who is at work"] == [BO, ADA, ADA],
          "taking over is in the log")
    visits = cli(program, vault, "visit", "list", "--json")["visits"]
    check([visit["practitioner"] for visit in visits] == [BO], f"the visit says who made it: {visits}")
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            check(ADA.encode() not in content and BO.encode() not in content, f"{file} holds no name")


def in_window(program, display, folder, vault, steps):
    window = Window(program, display, folder, str(vault), first="unlock.passphrase")
    try:
        steps(window)
        window.leave()
    finally:
        window.kill()


def journey(program, cli_program, output):
    sizes = {"small": (1280, 800), "large": (1920, 1080)}
    for name, (width, height) in sizes.items():
        shots, folder = output / name, output / (name + "_home")
        shots.mkdir()
        folder.mkdir()
        vault = folder / "desk.palpate"
        make(cli_program, vault)
        display = Display(width, height)
        try:
            window = Window(program, display, folder, str(vault), "--size", f"{width}x{height}", first="unlock.passphrase")
            try:
                first_day(window, shots)
                after_lock(window, shots)
                window.leave()
                check(window.said() == "", f"nothing was complained about, but: {window.said()}")
            finally:
                window.kill()
            check_records(cli_program, vault, folder)
            if name == "small":
                in_window(program, display, folder, vault, after_restore)
        finally:
            display.close()


if __name__ == "__main__":
    run_journey(journey)
