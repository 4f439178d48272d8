# SPDX-License-Identifier: GPL-3.0-or-later
"""How every file of ours begins."""

from __future__ import annotations

from pathlib import Path

from layers import sources

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
_TOPS = ("models", "ui", "app", "tests")


def faults(root: Path) -> list[str]:
    """One sentence per file without licence line or include guard."""
    wrong: list[str] = []
    for path in sources(root, _TOPS):
        name = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()[:2]
        if lines[:1] != [f"// {LICENCE}"]:
            wrong.append(f"{name}: its first line is not // {LICENCE}")
        elif path.suffix == ".h" and lines[1:] != ["#pragma once"]:
            wrong.append(f"{name}: its second line is not #pragma once")
    for path in _scripts(root):
        name = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()[:2]
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if lines[:1] != [f"# {LICENCE}"]:
            wrong.append(f"{name}: its first line (after #!) is not # {LICENCE}")
    return wrong


def _scripts(root: Path) -> list[Path]:
    found = [path for top in (*_TOPS, "packaging") for kind in ("*.py", "*.sh") for path in (root / top).rglob(kind)]
    return sorted(path for path in found if "node_modules" not in path.parts) + sorted(root.glob("*.sh"))
