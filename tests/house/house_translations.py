# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text a person reads is there in every language."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from layers import ROOT, sources
from translations import faults_of


class Translations(unittest.TestCase):
    maxDiff = None

    def test_every_text_of_the_source_is_translated(self) -> None:
        """Updates a copy of each file from the source, as a translator would: what is new there is unfinished."""
        files = sorted((ROOT / "translations").glob("*.ts"))
        with tempfile.TemporaryDirectory() as folder:
            copies = [Path(shutil.copy(path, folder)) for path in files] or [Path(folder) / "none.ts"]
            listed = Path(folder) / "sources.lst"
            roots = [f"-I{ROOT / layer}" for layer in ("models", "ui", "app")]
            listed.write_text("\n".join([*roots, *map(str, sources(ROOT))]), encoding="utf-8")
            for copy in copies:
                # English is the language of the source: its file holds only the plurals.
                only = ["-pluralonly"] if copy.name == "lyceum_en.ts" else []
                run = subprocess.run(
                    [os.environ["LYCEUM_LUPDATE"], "-silent", "-no-obsolete", "-locations", "none", *only,
                     f"@{listed}", "-ts", str(copy)],
                    check=True, capture_output=True, text=True,
                )
                # A class lupdate cannot place gets a context that the running program does not ask for.
                self.assertEqual([line for line in run.stderr.splitlines() if "Qualifying with unknown" in line], [])
            self.assertEqual([fault for copy in copies for fault in faults_of(copy)], [])


if __name__ == "__main__":
    unittest.main()
