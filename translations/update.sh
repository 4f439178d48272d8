#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the texts of the source over into the translation files. New ones come in as unfinished; the tests want none of those.
set -eu
cd "$(dirname "$0")/.."
lupdate=$(command -v lupdate6 || command -v lupdate-qt6 || echo /usr/lib/qt6/bin/lupdate)
common=(app ui models -I models -I ui -I app -locations none -no-obsolete)
"$lupdate" "${common[@]}" -target-language zh_CN -ts translations/lyceum_zh_CN.ts
"$lupdate" "${common[@]}" -pluralonly -target-language en -ts translations/lyceum_en.ts
