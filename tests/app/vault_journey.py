#!/usr/bin/python3
"""A practice from the first start on, in a real window: vault_journey.py PALPATE OUTPUT_FOLDER

First start, create a practice, keep its recovery key, add a client, paint, lock, a wrong passphrase, unlock: the paint is
there. Then it locks by itself, the recovery key opens it, and the next start asks for the passphrase of the same file.
Screenshots stay in OUTPUT_FOLDER.
"""
import pathlib
import sys

from journey import check, on_picture
from window_driver import Display, Stuck, Window, fresh_folder, need

PASSPHRASE = "umbrella copper winter ladder"
CODE = "C-0001"


def into(window, name, text):
    window.click(name)
    window.type(text)


def create(window, output):
    window.screenshot(output / "first_run.png")
    window.click("welcome.create")
    window.rect("create.name")
    into(window, "create.name", "Hands on")
    into(window, "create.passphrase", PASSPHRASE)
    into(window, "create.again", PASSPHRASE)
    window.rect("create.make")
    window.screenshot(output / "create.png")
    window.click("create.make")
    window.rect("key.save")
    window.click("key.save")
    window.wait("the file of the key", lambda: any(window.folder.glob("**/*recovery key*.txt")))
    key_file = next(window.folder.glob("**/*recovery key*.txt"))
    check(key_file.stat().st_mode & 0o077 == 0, "nobody else may read the key")
    window.screenshot(output / "recovery_key.png")
    window.click("key.kept")
    window.click("key.done")
    window.wait_state(open=1)
    return next(line.strip() for line in key_file.read_text(encoding="utf-8").splitlines() if line.startswith("    "))


def paint(window):
    window.click("client.add")
    window.click("client.confirm")
    window.click("visit.today")
    window.wait_state(undo=0, redo=0, visit=1)
    window.click("author.therapist")
    window.key("7")
    window.drag([on_picture(window, 0.02 + share * 0.03, -0.12) for share in (0.0, 0.5, 1.0)])
    window.wait_state(undo=1, pending=0)


def check_locked(window):
    """Nothing of the client is in the window or its title."""
    window.wait_state(open=0)
    window.rect("unlock.passphrase")
    shown = "\n".join(window.lines())
    check(CODE not in shown and "viewport" not in window.rects(), f"nothing of the client is on the screen: {shown}")
    check(CODE not in window.title(), f"nothing of the client is in the title: {window.title()}")


def lock_and_unlock(window, output):
    window.key("ctrl+l")
    check_locked(window)
    window.screenshot(output / "unlock.png")
    into(window, "unlock.passphrase", "not this one")
    window.key("Return")
    window.wait("the wrong passphrase to be turned away",
                lambda: "unlock.go" not in window.rects() and "unlock.passphrase" in window.rects())
    window.screenshot(output / "wrong.png")
    into(window, "unlock.passphrase", PASSPHRASE)
    window.click("unlock.go")
    window.wait_state(open=1, visit=1, undo=1)
    window.screenshot(output / "unlocked.png")
    window.key("ctrl+z")
    window.wait_state(undo=0, redo=1, pending=0)
    window.key("ctrl+y")
    window.wait_state(undo=1, redo=0, pending=0)


def look_after(window, output):
    window.click("practice.open")
    window.click("backup.now")
    window.wait("the backup", lambda: "restore.1" in window.rects())
    window.screenshot(output / "backup.png")
    window.click("practice.tab.log")
    window.rect("log.kind")
    window.wait("rows of the log", lambda: window.state().get("log", 0) > 3)
    window.screenshot(output / "audit.png")
    window.click("practice.tab.check")
    window.click("check.now")
    window.wait_state(told=1)
    window.screenshot(output / "check.png")
    window.click("practice.tab.keys")
    window.rect("keys.passphrase")
    window.screenshot(output / "keys.png")
    window.click("practice.tab.lock")
    window.rect("lock.now")
    window.screenshot(output / "lock.png")
    window.key("Escape")
    window.wait("the dialog to close", lambda: "lock.now" not in window.rects())


def begin_again(program, display, folder, key, output):
    """The next start asks for the same file; the recovery key opens it; unused, it locks itself."""
    window = Window(program, display, folder, "--lock-after", "10", first="unlock.passphrase")
    try:
        window.click("unlock.other")
        into(window, "unlock.key", key.replace("-", ""))
        window.click("unlock.go")
        window.wait_state(open=1, visit=1, undo=1)
        check_locked(window)
        window.screenshot(output / "locked_itself.png")
        window.leave()
    finally:
        window.kill()


def main():
    need("Xvfb", "xdotool", "import")
    program, output = sys.argv[1], fresh_folder(pathlib.Path(sys.argv[2]))
    display = Display(1280, 800)
    try:
        folder = fresh_folder(output / "home")
        window = Window(program, display, folder, "--size", "1280x800", first="welcome.create")
        try:
            key = create(window, output)
            paint(window)
            lock_and_unlock(window, output)
            look_after(window, output)
            window.leave()
            check(window.said() == "", f"nothing was complained about, but: {window.said()}")
        finally:
            window.kill()
        check(any(folder.glob("**/Hands on backups/*.palpate")), "leaving made a backup")
        begin_again(program, display, folder, key, output)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)
    finally:
        display.close()


if __name__ == "__main__":
    main()
