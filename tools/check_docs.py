#!/usr/bin/python3
"""Checks that what the documents name exists: check_docs.py [ROOT]

In README.md, CONTRIBUTING.md and docs/**/*.md: relative links and pictures, paths in `code` that begin with a folder of
the project, and `palpate-cli NOUN VERB` calls (each must stand in the CLI's sources). Also that no file names a
folder of somebody's machine. Prints FILE:LINE and what is wrong, and exits with 1 if anything is.
"""
import pathlib
import re
import subprocess
import sys

FOLDERS = ("src", "shaders", "models", "third_party", "tests", "bench", "tools", "docs", "cmake", ".ci")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")
CLI = re.compile(r"palpate-cli ((?:[a-z]+ )?[a-z]+)")
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:home|work|root|Users)/[A-Za-z]")


def tracked(root):
    listing = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    if listing.returncode == 0:
        return [root / line for line in listing.stdout.splitlines()]
    return [p for p in root.rglob("*") if p.is_file() and "build" not in p.relative_to(root).parts[:1]]


def missing_path(root, document, target):
    if re.match(r"[a-z]+:", target):
        return False
    return not (document.parent / target).exists() and not (root / target).exists()


def named_paths(line):
    for code in CODE.findall(line):
        word = code.split()[0].removeprefix("./")
        looks_plain = not any(c in word for c in "*<>{}$|") and "..." not in word
        if looks_plain and word.split("/")[0] in FOLDERS and "/" in word:
            yield word.rstrip("/,.:")


def check_document(root, document, commands):
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{document.relative_to(root)}:{number}"
        for target in LINK.findall(line):
            if missing_path(root, document, target):
                yield f"{where}: {target} does not exist"
        for path in named_paths(line):
            if not (root / path).exists():
                yield f"{where}: {path} does not exist"
        for words in CLI.findall(line):
            if commands and words.split()[0] not in commands:
                yield f"{where}: palpate-cli has no command \"{words}\""


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    cli_text = "".join(p.read_text() for p in (root / "src/cli").glob("*.cpp")) if (root / "src/cli").exists() else ""
    commands = set(re.findall(r'"([a-z]+)"', cli_text))
    wrong = []
    files = tracked(root)
    for path in files:
        relative = path.relative_to(root)
        if path.suffix == ".md" and (relative.parts[0] == "docs" or len(relative.parts) == 1):
            wrong += check_document(root, path, commands)
        if path.suffix in (".md", ".cpp", ".h", ".py", ".cmake", ".sh", ".txt", ".json", ".glsl", "") and path.is_file():
            if path.stat().st_size < 1_000_000 and relative.name != "check_docs.py":
                for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                    if MACHINE_PATH.search(line):
                        wrong.append(f"{relative}:{number}: names a folder of somebody's machine")
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
