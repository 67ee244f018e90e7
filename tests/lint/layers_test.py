#!/usr/bin/python3
"""Plants violations in a copy of a small tree and expects tools/check_layers.py to name file and line of each."""
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import check_layers  # noqa: E402

PLANTED = {
    "src/body/upward.cpp": ('#include "body/mesh.h"\n#include "map/layer.h"\n', 2),
    "src/map/sideways.h": ('#include <string>\n\n#include "render/scene.h"\n', 3),
    "src/analysis/equal.cpp": ('#include "records/practice.h"\n', 1),
    "src/ui/picture.cpp": ('#include "render/scene.h"\n', 1),
    "src/core/window.cpp": ("#include <GLFW/glfw3.h>\n", 1),
    "src/render/loader.h": ("#include <glad/gl.h>\n", 1),
    "src/map/raw_gl.cpp": ("#include <GL/gl.h>\n", 1),
    "src/cli/panel.cpp": ("#include <imgui.h>\n", 1),
    "src/unheard_of/a.cpp": ("", 1),
}
ALLOWED = {
    "src/map/fine.cpp": '#include "map/layer.h"\n#include "body/mesh.h"\n#include "core/result.h"\n#include <vector>\n',
    "src/render/gl.cpp": "#include <glad/gl.h>\n",
}

with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    for name, text in [(n, t) for n, (t, _) in PLANTED.items()] + list(ALLOWED.items()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    found = check_layers.check(root)

expected = sorted(f"{name}:{line}" for name, (_, line) in PLANTED.items())
actual = sorted(line.split(": ")[0] for line in found)
if expected != actual:
    print("expected", *expected, "found", *found, sep="\n  ")
    sys.exit(1)
