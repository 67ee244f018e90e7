#!/usr/bin/python3
"""Checks who includes whom: check_layers.py [ROOT]

A library may include only libraries of a lower level, and a third-party header only where it is allowed. Prints
FILE:LINE and the rule for everything that breaks one, and exits with 1 if anything did.
"""
import pathlib
import re
import sys

LEVELS = {
    "core": 0,
    "body": 1, "clinic": 1, "image": 1, "platform": 1,
    "map": 2, "gesture": 2,
    "analysis": 3, "records": 3, "render": 3,
    "document": 4, "report": 4,
    "commands": 5,
    "ui": 6,
    "app": 7, "cli": 7,
}

# Beyond the levels.
FORBIDDEN = {
    "ui": {"render", "records", "platform"},
    "cli": {"ui", "app"},
    "render": {"records"},
    "report": {"records", "document"},
}

# Third-party headers and the libraries that may include them; where the second item is True, only in a .cpp.
THIRD_PARTY = [
    (r"glad/", {"render"}, True),
    (r"GLFW/", {"platform"}, True),
    (r"EGL/", {"platform"}, True),
    (r"imgui|backends/imgui", {"ui", "app"}, False),
    (r"assimp/", {"body"}, True),
    (r"sqlite3\.h", {"records"}, False),
    (r"sodium\.h", {"core", "records"}, True),
    (r"zstd\.h", {"records"}, True),
    (r"png\.h", {"image"}, True),
    (r"cairo", {"report"}, False),
    (r"GL/|GLES|KHR/", set(), True),
    (r"X11/", {"platform"}, True),
    (r"ft2build\.h|freetype", {"report", "ui"}, True),
    (r"stb_", set(), True),
    (r"nlohmann/", {"body", "map", "records", "cli", "document", "app"}, True),
    (r"CLI/", {"cli", "app"}, False),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def broken_rule(library, is_source, target):
    """The sentence that says what is wrong with `library` including `target`, or None."""
    other = target.split("/")[0]
    if "/" in target and other in LEVELS and other != library:
        if LEVELS[other] >= LEVELS[library]:
            return f"{library} (level {LEVELS[library]}) may not include {other} (level {LEVELS[other]})"
        if other in FORBIDDEN.get(library, ()):
            return f"{library} may not include {other}"
    for pattern, allowed, source_only in THIRD_PARTY:
        if re.match(pattern, target):
            if library not in allowed:
                return f"{library} may not include <{target}>: only {', '.join(sorted(allowed)) or 'nobody'} may"
            if source_only and not is_source:
                return f"<{target}> belongs in a .cpp, not in a header"
    return None


def check(root):
    broken = []
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        library = path.relative_to(root / "src").parts[0]
        if library not in LEVELS:
            broken.append(f"{path.relative_to(root)}:1: {library} has no level: add it to tools/check_layers.py")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            rule = match and broken_rule(library, path.suffix == ".cpp", match.group(1))
            if rule:
                broken.append(f"{path.relative_to(root)}:{number}: {rule}")
    return broken


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    broken = check(root.resolve())
    for line in broken:
        print(line)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
