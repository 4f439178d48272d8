# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table of who may use whom, and the check of every #include against it.

docs/architecture.md shows the same table to people; house_layers.py holds the two together.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(os.environ.get("LYCEUM_SOURCE", Path(__file__).resolve().parents[2]))


@dataclass(frozen=True)
class Room:
    """What the files of one folder may include, besides the folder itself and the standard library."""

    uses: tuple[str, ...] = ()
    qt: tuple[str, ...] = ("Core",)
    libraries: tuple[str, ...] = field(default=())


_VALUES = ("models/base", "models/community", "models/insights", "models/workspace")
_PARTS = ("ui/words", "ui/theme", "ui/charts", "ui/widgets", "ui/page", "ui/itemmodels", "ui/tables")
_FOUNDATIONS = _PARTS + ("ui/reports",)
_WIDGETS = ("Core", "Gui", "Widgets", "Svg", "SvgWidgets")
_SCREEN = Room(uses=_VALUES + _FOUNDATIONS, qt=_WIDGETS)

# In order: a folder may only use folders above it.
LAYERS: dict[str, Room] = {
    "models/base": Room(libraries=("expected",)),
    "models/community": Room(uses=("models/base",), libraries=("icu",)),
    "models/analytics": Room(qt=(), libraries=("boost", "eigen", "expected", "nlopt")),
    "models/analytics/forecast": Room(qt=(), uses=("models/analytics",), libraries=("boost", "expected")),
    "models/analytics/growth": Room(
        qt=(), uses=("models/analytics", "models/analytics/forecast"), libraries=("boost", "eigen", "expected")
    ),
    "models/analytics/network": Room(qt=(), uses=("models/analytics",), libraries=("eigen", "expected")),
    "models/analytics/customers": Room(qt=(), uses=("models/analytics",), libraries=("boost", "eigen", "expected")),
    "models/analytics/privacy": Room(qt=(), uses=("models/analytics",), libraries=("boost", "expected")),
    "models/analytics/activity": Room(qt=(), uses=("models/analytics",), libraries=("expected",)),
    "models/analytics/revenue": Room(qt=(), uses=("models/analytics",), libraries=("boost", "expected")),
    "models/analytics/competing": Room(qt=(), uses=("models/analytics",), libraries=("expected",)),
    "models/analytics/cox": Room(qt=(), uses=("models/analytics",), libraries=("eigen", "expected")),
    "models/analytics/churn": Room(qt=(), uses=("models/analytics",), libraries=("eigen", "expected")),
    "models/analytics/markov": Room(qt=(), uses=("models/analytics",), libraries=("eigen", "expected")),
    "models/analytics/experiment": Room(qt=(), uses=("models/analytics",), libraries=("boost", "expected")),
    "models/security": Room(uses=("models/base",), libraries=("sodium", "qtkeychain")),
    "models/storage": Room(
        uses=("models/base", "models/community", "models/security"), libraries=("sqlite", "icu", "system")
    ),
    "models/editing": Room(uses=("models/base", "models/community", "models/storage")),
    "models/sync/engine": Room(uses=("models/base", "models/community", "models/storage")),
    "models/sync/http": Room(uses=("models/base", "models/community", "models/sync/engine"), qt=("Core", "Network")),
    "models/sync/ghost": Room(
        uses=("models/base", "models/community", "models/sync/engine", "models/sync/http"), qt=("Core", "Network")
    ),
    "models/sample": Room(uses=("models/base", "models/community", "models/sync/engine")),
    "models/exchange": Room(
        uses=("models/base", "models/community"), qt=("Core", "Gui", "Svg"), libraries=("icu", "uchardet", "zlib")
    ),
    "models/insights": Room(
        uses=("models/base", "models/community", "models/analytics", "models/analytics/privacy", "models/storage")
    ),
    "models/workspace": Room(
        uses=(
            "models/base", "models/community", "models/analytics", "models/security", "models/storage", "models/editing",
            "models/sync/engine", "models/sync/http", "models/sync/ghost", "models/sample", "models/exchange",
            "models/insights",
        )
    ),
    "ui/words": Room(uses=_VALUES),
    "ui/theme": Room(uses=("models/base",), qt=_WIDGETS),
    "ui/charts": Room(uses=("models/base", "ui/words", "ui/theme"), qt=_WIDGETS + ("Charts", "PrintSupport")),
    "ui/widgets": Room(uses=("models/base", "ui/words", "ui/theme"), qt=_WIDGETS),
    "ui/page": Room(uses=_VALUES + ("ui/words", "ui/theme"), qt=_WIDGETS),
    "ui/itemmodels": Room(uses=_VALUES + ("ui/words",), qt=("Core", "Gui")),
    "ui/tables": Room(
        uses=_VALUES + ("ui/words", "ui/theme", "ui/widgets", "ui/page", "ui/itemmodels"), qt=_WIDGETS
    ),
    "ui/reports": Room(uses=_VALUES + ("models/exchange",) + _PARTS, qt=_WIDGETS + ("PrintSupport",)),
    "ui/today": _SCREEN,
    "ui/members": _SCREEN,
    "ui/tiers": _SCREEN,
    "ui/content": _SCREEN,
    "ui/discussions": _SCREEN,
    "ui/retention": _SCREEN,
    "ui/sync": _SCREEN,
    "ui/journal": _SCREEN,
    "ui/settings": _SCREEN,
    "ui/shell": Room(
        uses=_VALUES
        + _FOUNDATIONS
        + ("ui/today", "ui/members", "ui/tiers", "ui/content", "ui/discussions", "ui/retention", "ui/sync", "ui/journal",
           "ui/settings"),
        qt=_WIDGETS,
    ),
}
LAYERS["app"] = Room(uses=tuple(LAYERS), qt=_WIDGETS + ("Charts", "PrintSupport", "Network"), libraries=("system",))

# Headers of other libraries, by how their path begins.
_LIBRARIES = {
    "boost/": "boost",
    "Eigen/": "eigen",
    "nlopt": "nlopt",
    "qt6keychain/": "qtkeychain",
    "sodium.h": "sodium",
    "sodium/": "sodium",
    "sqlite3": "sqlite",
    "tl/": "expected",
    "uchardet": "uchardet",
    "unicode/": "icu",
    "zlib.h": "zlib",
}
_INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"(?P<own>[^"]+)"|<(?P<other>[^>]+)>)', re.MULTILINE)
_GENERATED = re.compile(r"(^|/)(moc_[^/]+\.cpp|[^/]+\.moc|ui_[^/]+\.h)$")


def sources(root: Path, top: tuple[str, ...] = ("models", "ui", "app")) -> list[Path]:
    """Every C++ file below these folders, in order."""
    found = [path for name in top for kind in ("*.h", "*.cpp") for path in (root / name).rglob(kind)]
    return sorted(found)


def folder_of(path: Path, root: Path) -> str | None:
    """The row of the table a file belongs to: the deepest folder that has one."""
    for parent in path.relative_to(root).parents:
        if parent.as_posix() in LAYERS:
            return parent.as_posix()
    return None


class QtHeaders:
    """Says to which Qt module a header belongs, by asking the installed Qt."""

    def __init__(self, include_directories: list[Path]) -> None:
        self._modules: dict[str, str] = {}
        for directory in include_directories:
            for folder in sorted(directory.glob("Qt*")):
                module = folder.name.removesuffix(".framework").removeprefix("Qt")
                headers = folder / "Headers" if folder.suffix == ".framework" else folder
                if headers.is_dir():
                    for header in headers.iterdir():
                        self._modules.setdefault(header.name, module)

    @staticmethod
    def installed() -> "QtHeaders":
        return QtHeaders([Path(name) for name in os.environ["LYCEUM_QT_INCLUDES"].split("|") if name])

    def __len__(self) -> int:
        return len(self._modules)

    def module_of(self, header: str) -> str | None:
        return self._modules.get(header)


def _own_target(include: str, path: Path, root: Path) -> Path | None:
    """Our file an #include "..." means: beside the including file, or from the root of a layer."""
    for base in (path.parent, root / "models", root / "ui", root / "app"):
        candidate = base / include
        if candidate.is_file():
            return candidate.resolve()
    return None


def violations(root: Path, qt: QtHeaders) -> list[str]:
    """One sentence per #include that the table does not allow, in order of the files."""
    root = root.resolve()
    wrong: list[str] = []
    for path in sources(root):
        here = folder_of(path, root)
        name = path.relative_to(root).as_posix()
        if here is None:
            wrong.append(f"{name}: its folder is not in the table of tests/house/layers.py")
            continue
        room = LAYERS[here]
        for match in _INCLUDE.finditer(path.read_text(encoding="utf-8")):
            if own := match["own"]:
                wrong.extend(_own_violations(own, path, name, here, root))
            else:
                wrong.extend(_other_violations(match["other"], name, here, room, qt))
    return wrong


def _own_violations(include: str, path: Path, name: str, here: str, root: Path) -> list[str]:
    if _GENERATED.search(include):
        return []
    target = _own_target(include, path, root)
    if target is None:
        return [f'{name}: "{include}" is no file of ours']
    there = folder_of(target, root)
    if there == here or there in LAYERS[here].uses:
        return []
    return [f'{name}: {here} must not use {there} ("{include}")']


def _other_violations(include: str, name: str, here: str, room: Room, qt: QtHeaders) -> list[str]:
    if re.match(r"Qt[A-Z]\w*/", include):
        return [f"{name}: <{include}> names the Qt module; write <{include.split('/', 1)[1]}>"]
    if module := qt.module_of(include):
        return [] if module in room.qt else [f"{name}: {here} must not use Qt {module} (<{include}>)"]
    for prefix, library in _LIBRARIES.items():
        if include.startswith(prefix):
            return [] if library in room.libraries else [f"{name}: {here} must not use {library} (<{include}>)"]
    if include.endswith(".h") or "/" in include:  # the standard library's headers have neither
        return [] if "system" in room.libraries else [f"{name}: {here} must not use <{include}>"]
    return []
