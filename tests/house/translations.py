# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a translation file (Qt Linguist's .ts)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

_PLACE = re.compile(r"%(?:L?\d+|n)")


def _places(text: str) -> set[str]:
    return set(_PLACE.findall(text))


def faults_of(path: Path) -> list[str]:
    """One sentence per message that is unfinished, empty, or whose places (%1, %n) are not those of the source."""
    wrong: list[str] = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            name = f"{path.name}, {context.findtext('name')}, “{source}”"
            translation = message.find("translation")
            state = None if translation is None else translation.get("type")
            if state in ("vanished", "obsolete"):
                continue
            if translation is None or state == "unfinished":
                wrong.append(f"{name}: unfinished")
                continue
            texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if not all(text.strip() for text in texts):
                wrong.append(f"{name}: empty")
            elif any(_places(text) != _places(source) for text in texts):
                wrong.append(f"{name}: other places than its source")
    return wrong
