# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree as it is follows the table, and so does the drawing of it."""

import re
import unittest

from layers import LAYERS, ROOT, QtHeaders, sources, violations


class Layers(unittest.TestCase):
    maxDiff = None

    def test_every_include_follows_the_table(self) -> None:
        qt = QtHeaders.installed()
        self.assertGreater(len(qt), 1000, "the headers of Qt were not found, so nothing about Qt was checked")
        self.assertEqual(violations(ROOT, qt), [])

    def test_the_arrows_go_one_way(self) -> None:
        above: set[str] = set()
        for folder, room in LAYERS.items():
            self.assertEqual([used for used in room.uses if used not in above], [], f"{folder} uses what comes after it")
            above.add(folder)

    def test_the_table_has_every_library_and_no_other_folder(self) -> None:
        named = set()
        for layer in ("models", "ui", "app"):
            for path in (ROOT / layer).rglob("CMakeLists.txt"):
                named.update(re.findall(r"^lyceum_library\((\S+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        self.assertEqual(sorted(named - set(LAYERS)), [], "libraries without a row")
        self.assertEqual([folder for folder in LAYERS if not (ROOT / folder).is_dir()], [], "rows without a folder")

    def test_the_drawing_says_the_same(self) -> None:
        text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `((?:models|ui|app)\S*)` \|[^|]*\|([^|]*)\|", text, re.MULTILINE)
        drawn = {folder: sorted(re.findall(r"`([^`]+)`", uses)) for folder, uses in rows if folder != "app"}
        table = {folder: sorted(room.uses) for folder, room in LAYERS.items() if folder != "app"}
        self.assertEqual(drawn, table)

    def test_there_is_something_to_check(self) -> None:
        self.assertGreater(len(sources(ROOT)), 20)


if __name__ == "__main__":
    unittest.main()
