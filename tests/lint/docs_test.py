#!/usr/bin/python3
"""Plants mistakes in a small tree and expects tools/check_docs.py to name file and line of each, and nothing else."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

README = """A [picture](docs/there.png) and [another](docs/missing.png).
The file `src/there.cpp` and the file `src/gone.cpp`; `tools/any*.sh` is a pattern.
Call `palpate-cli map paint` or `palpate-cli juggle`.
See [a page](https://example.org/docs).
It lies in %s.
""" % ("/ho" + "me/somebody/palpate")
EXPECTED = ["README.md:1: docs/missing.png", "README.md:2: src/gone.cpp", "README.md:3: palpate-cli has no", "README.md:5: names"]

with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    files = {"README.md": README, "docs/there.png": "", "src/there.cpp": "", "src/cli/a.cpp": '"map" "paint"'}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    run = subprocess.run([ROOT / "tools/check_docs.py", root], capture_output=True, text=True)

lines = run.stdout.splitlines()
if run.returncode != 1 or len(lines) != len(EXPECTED) or not all(a.startswith(b) for a, b in zip(lines, EXPECTED)):
    print(run.stdout, run.stderr)
    sys.exit(1)
