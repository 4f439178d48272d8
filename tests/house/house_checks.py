# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks themselves find what they are there to find: each is shown a small tree with one planted fault."""

import tempfile
import unittest
from pathlib import Path

from layers import QtHeaders, violations
from sourcefiles import faults
from translations import faults_of

QT = {
    "QtCore": ["QString"],
    "QtGui": ["QImage"],
    "QtWidgets": ["QWidget"],
    "QtNetwork": ["QNetworkReply"],
    "QtSql": ["QSqlQuery"],
}


class Tree(unittest.TestCase):
    """A tree of its own per test: a few files, and a Qt of five classes."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "tree"
        includes = Path(folder.name) / "qt"
        for module, headers in QT.items():
            for header in headers:
                self.put(includes / module / header, "")
        self.qt = QtHeaders([includes])
        self.file("models/base/result.h", "")
        self.file("models/storage/connection.h", "")
        self.file("models/sync/engine/plan.h", "")
        self.file("ui/sync/syncpage.h", "")

    @staticmethod
    def put(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def file(self, name: str, text: str) -> None:
        self.put(self.root / name, text)


class Includes(Tree):
    def expect(self, name: str, line: str, part: str | None) -> None:
        self.file(name, line + "\n")
        found = violations(self.root, self.qt)
        if part is None:
            self.assertEqual(found, [])
        else:
            self.assertEqual(len(found), 1, found)
            self.assertIn(part, found[0])

    def test_an_arrow_down_is_allowed(self) -> None:
        self.expect("models/storage/x.cpp", '#include "base/result.h"', None)

    def test_an_arrow_up_is_found(self) -> None:
        self.expect("models/base/x.cpp", '#include "storage/connection.h"', "must not use models/storage")

    def test_ui_must_not_reach_past_the_door(self) -> None:
        self.expect("ui/members/x.cpp", '#include "storage/connection.h"', "must not use models/storage")

    def test_a_screen_and_a_model_of_the_same_name_are_told_apart(self) -> None:
        self.expect("ui/shell/x.cpp", '#include "sync/syncpage.h"', None)
        self.expect("ui/shell/y.cpp", '#include "sync/engine/plan.h"', "must not use models/sync/engine")

    def test_neighbours_and_generated_files_are_allowed(self) -> None:
        self.file("models/base/x.h", "")
        self.expect("models/base/x.cpp", '#include "x.h"\n#include "moc_x.cpp"\n#include "x.moc"', None)

    def test_an_unknown_file_is_found(self) -> None:
        self.expect("models/base/x.cpp", '#include "base/gone.h"', "no file of ours")

    def test_widgets_in_models_are_found(self) -> None:
        self.expect("models/insights/x.cpp", "#include <QWidget>", "must not use Qt Widgets")

    def test_widgets_in_item_models_are_found(self) -> None:
        self.expect("ui/itemmodels/x.h", "#include <QWidget>", "must not use Qt Widgets")

    def test_network_in_ui_is_found(self) -> None:
        self.expect("ui/sync/x.cpp", "  #  include <QNetworkReply>", "must not use Qt Network")

    def test_qt_sql_is_found_everywhere(self) -> None:
        self.expect("models/storage/x.cpp", "#include <QSqlQuery>", "must not use Qt Sql")
        self.file("models/storage/x.cpp", "")
        self.expect("app/x.cpp", "#include <QSqlQuery>", "must not use Qt Sql")

    def test_qt_in_analytics_is_found(self) -> None:
        self.expect("models/analytics/survival/x.cpp", "#include <QString>", "must not use Qt Core")

    def test_a_named_module_is_found(self) -> None:
        self.expect("models/base/x.cpp", "#include <QtCore/QString>", "names the Qt module")

    def test_a_library_in_the_wrong_place_is_found(self) -> None:
        self.expect("models/storage/x.cpp", "#include <sqlite3.h>", None)
        self.expect("models/insights/x.cpp", "#include <sqlite3.h>", "must not use sqlite")

    def test_an_unknown_library_is_found(self) -> None:
        self.expect("models/base/x.cpp", "#include <curl/curl.h>", "must not use <curl/curl.h>")

    def test_the_standard_library_is_allowed(self) -> None:
        self.expect("models/analytics/x.cpp", "#include <vector>\n#include <cmath>", None)

    def test_a_folder_without_a_row_is_found(self) -> None:
        self.expect("models/unheard/x.cpp", "", "not in the table")


class Sources(Tree):
    def expect(self, name: str, text: str, part: str | None) -> None:
        self.file(name, text)
        found = [fault for fault in faults(self.root) if name in fault]
        if part is None:
            self.assertEqual(found, [])
        else:
            self.assertEqual(len(found), 1, found)
            self.assertIn(part, found[0])

    def test_licence_lines(self) -> None:
        good = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.expect("app/good.cpp", good, None)
        self.expect("app/bad.cpp", "\n" + good, "first line")
        self.expect("tests/x/bad.cpp", "// MIT\n", "first line")
        self.expect("tests/x/good.py", "# SPDX-License-Identifier: GPL-3.0-or-later\n", None)
        self.expect("tests/x/script.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n", None)
        self.expect("tests/x/bad.py", "import os\n", "first line")

    def test_headers_are_included_once(self) -> None:
        good = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.expect("app/good.h", good + "#pragma once\n", None)
        self.expect("app/bad.h", good + "#ifndef X\n", "#pragma once")


class Translations(Tree):
    def expect(self, message: str, part: str | None) -> None:
        text = f'<?xml version="1.0"?><TS version="2.1" language="zh_CN"><context><name>C</name>{message}</context></TS>'
        path = self.root / "x.ts"
        self.put(path, text)
        found = faults_of(path)
        if part is None:
            self.assertEqual(found, [])
        else:
            self.assertEqual(len(found), 1, found)
            self.assertIn(part, found[0])

    def test_a_finished_message_is_fine(self) -> None:
        self.expect("<message><source>%1 of %2</source><translation>%2 中的 %1</translation></message>", None)

    def test_an_unfinished_message_is_found(self) -> None:
        self.expect('<message><source>A</source><translation type="unfinished">甲</translation></message>', "unfinished")

    def test_an_empty_message_is_found(self) -> None:
        self.expect("<message><source>A</source><translation></translation></message>", "empty")

    def test_a_lost_place_is_found(self) -> None:
        self.expect("<message><source>%1 of %2</source><translation>%1</translation></message>", "places")

    def test_a_place_too_many_is_found(self) -> None:
        self.expect("<message><source>A</source><translation>%1</translation></message>", "places")

    def test_counts_are_understood(self) -> None:
        self.expect(
            '<message numerus="yes"><source>%n member(s)</source>'
            "<translation><numerusform>%n 位会员</numerusform></translation></message>",
            None,
        )
        self.expect(
            '<message numerus="yes"><source>%n member(s)</source>'
            "<translation><numerusform></numerusform></translation></message>",
            "empty",
        )

    def test_what_is_no_longer_used_is_ignored(self) -> None:
        self.expect('<message><source>A</source><translation type="vanished"></translation></message>', None)


if __name__ == "__main__":
    unittest.main()
