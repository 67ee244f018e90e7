#!/usr/bin/python3
"""What is done with a practice as a whole, in a real window: practice_journey.py PALPATE OUTPUT_FOLDER

Locks while the map of after the treatment, a client's form and a check-in are open, and finds each of them again; limits of
a comparison outlive it. Then: back up, erase a client, restore, change the passphrase, rotate all keys, leave.
Screenshots stay in OUTPUT_FOLDER.
"""
import pathlib
import sys

from journey import check, on_picture
from vault_journey import PASSPHRASE, check_locked, create, into, paint
from window_driver import Display, Stuck, Window, fresh_folder, need

NEXT = "ribbon harvest engine pebble"
LAST = "lantern orchard button tunnel"
SIZE = ("--size", "1280x800")


def unlock(window, passphrase):
    into(window, "unlock.passphrase", passphrase)
    window.click("unlock.go")
    window.wait_state(open=1)


def limits(folder):
    """A file of looks with a limit that somebody set."""
    looks = folder / "config" / "palpate" / "looks"
    looks.parent.mkdir(parents=True)
    looks.write_text("change_levels = 3.00\n", encoding="utf-8")
    return looks


def lock_after_treatment(window, looks):
    window.click("moment.after")
    window.wait_state(moment=1, undo=0)
    window.drag([on_picture(window, 0.02 + share * 0.03, -0.02) for share in (0.0, 0.5, 1.0)])
    window.wait_state(undo=1, pending=0)
    window.key("ctrl+l")
    check_locked(window)
    unlock(window, PASSPHRASE)
    window.wait_state(visit=1, moment=1, undo=1)
    window.key("ctrl+shift+d")
    window.wait_state(dark=1)
    window.wait("the looks to be kept", lambda: "dark = 1" in looks.read_text(encoding="utf-8"))
    check("change_levels = 3.00" in looks.read_text(encoding="utf-8"), "the limits outlive a lock")
    window.key("ctrl+shift+d")
    window.wait_state(dark=0)
    window.click("moment.before")
    window.wait_state(moment=0, undo=1)


def back_up_and_erase(window, output):
    """The backup holds the client; the practice does not; restored, the client stays erased."""
    window.click("practice.open")
    window.click("backup.now")
    window.wait_state(told=1)
    window.wait("the backup", lambda: "restore.1" in window.rects())
    window.key("Escape")
    window.key("ctrl+shift+i")
    window.rect("record.code")
    window.screenshot(output / "record.png")
    window.click("record.erase")
    into(window, "erase.code", "C-0001")
    window.screenshot(output / "erase.png")
    window.click("erase.confirm")
    window.wait_state(clients=0, visit=0)


def restore(window, output):
    window.click("practice.open")
    window.click("restore.1")
    window.rect("restore.confirm")
    window.screenshot(output / "restore.png")
    window.click("restore.confirm")
    window.wait_state(open=1, told=1, clients=0)
    window.key("Escape")


def restore_painted(window):
    """What was painted after the backup is gone with a restore, and the same visit is open."""
    window.click("practice.open")
    window.click("backup.now")
    window.wait_state(told=1)
    window.key("Escape")
    before = window.state()["undo"]
    window.drag([on_picture(window, -0.04 + share * 0.03, -0.12) for share in (0.0, 0.5, 1.0)])
    window.wait_state(undo=before + 1, pending=0)
    window.click("practice.open")
    window.click("restore.1")
    window.click("restore.confirm")
    window.wait_state(open=1, told=1, visit=1, undo=before)
    window.key("Escape")


def keys(window, output):
    window.click("practice.open")
    window.click("practice.tab.keys")
    # Who does not know the passphrase of today changes nothing.
    into(window, "keys.present", NEXT)
    into(window, "keys.passphrase", NEXT)
    into(window, "keys.again", NEXT)
    window.screenshot(output / "change.png")
    window.click("keys.change")
    window.wait_state(trouble=1)
    window.screenshot(output / "not_theirs.png")
    into(window, "keys.present", PASSPHRASE)
    window.click("keys.change")
    window.wait_state(told=1, trouble=0)
    into(window, "keys.present", NEXT)
    into(window, "keys.passphrase", LAST)
    into(window, "keys.again", LAST)
    window.click("keys.rotate")
    window.rect("keys.confirm")
    window.screenshot(output / "rotate.png")
    window.click("keys.cancel")
    window.click("keys.rotate")
    window.click("keys.confirm")
    window.rect("key.kept")
    window.screenshot(output / "rotated.png")
    window.key("ctrl+q")  # the key is on the screen and nowhere else
    window.wait_state(trouble=1)
    window.screenshot(output / "not_kept.png")
    window.click("key.kept")
    window.click("key.done")
    window.rect("keys.passphrase")
    window.key("Escape")


def whole_practice(program, display, output):
    folder = fresh_folder(output / "home")
    looks = limits(folder)
    window = Window(program, display, folder, *SIZE, first="welcome.create")
    try:
        create(window, output)
        paint(window)
        lock_after_treatment(window, looks)
        check(any(folder.glob("**/Hands on backups/*.palpate")), "a lock made a backup")
        restore_painted(window)
        back_up_and_erase(window, output)
        restore(window, output)
        keys(window, output)
        window.leave()
    finally:
        window.kill()
    window = Window(program, display, folder, *SIZE, first="unlock.passphrase")
    try:
        into(window, "unlock.passphrase", NEXT)
        window.key("Return")
        window.wait("the old passphrase to be turned away",
                    lambda: "unlock.go" not in window.rects() and "unlock.passphrase" in window.rects())
        unlock(window, LAST)
        window.wait_state(clients=0)
        window.leave()
    finally:
        window.kill()


def locks_by_itself(program, display, output):
    """Nobody touches the window while a form and then a check-in are open."""
    folder = fresh_folder(output / "idle_home")
    window = Window(program, display, folder, *SIZE, first="welcome.create")
    try:
        create(window, output)
        window.leave()
    finally:
        window.kill()
    window = Window(program, display, folder, *SIZE, "--lock-after", "12", first="unlock.passphrase")
    try:
        unlock(window, PASSPHRASE)
        window.key("ctrl+n")
        into(window, "client.name", "Ada")
        window.wait_state(open=0)
        window.screenshot(output / "locked_with_form.png")
        unlock(window, PASSPHRASE)
        window.rect("client.name")
        window.screenshot(output / "form_again.png")
        window.click("client.confirm")
        window.wait_state(clients=1)
        window.click("checkin.open")
        window.wait_state(checkin=1, visit=1, moving=0)
        window.move(*on_picture(window, 0.06, -0.23))
        window.button(True)
        window.button(False)
        window.wait_state(pending=0, open=0)
        unlock(window, PASSPHRASE)
        window.wait_state(checkin=0, visit=1)
        window.rect("notice.lock")
        window.screenshot(output / "after_check_in.png")
        window.leave()
    finally:
        window.kill()


def main():
    need("Xvfb", "xdotool", "import")
    program, output = sys.argv[1], fresh_folder(pathlib.Path(sys.argv[2]))
    display = Display(1280, 800)
    try:
        whole_practice(program, display, output)
        locks_by_itself(program, display, output)
    except Stuck as stuck:
        print(stuck)
        sys.exit(1)
    finally:
        display.close()


if __name__ == "__main__":
    main()
