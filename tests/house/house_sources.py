# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours begins as it should."""

import unittest

from layers import ROOT
from sourcefiles import faults


class Sources(unittest.TestCase):
    maxDiff = None

    def test_every_file_begins_with_its_licence(self) -> None:
        self.assertEqual(faults(ROOT), [])


if __name__ == "__main__":
    unittest.main()
