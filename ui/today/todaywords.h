// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/keyfiguretile.h"
#include "insights/today.h"
#include "words/format.h"

#include <QString>

namespace lyceum::ui {

/// The figures of an answer as tiles, in the order shown.
[[nodiscard]] QList<KeyFigure> keyFiguresOf(const insights::TodayAnswer& answer, const Format& format);

/// The one sentence that matters.
[[nodiscard]] QString sentenceOf(const insights::TodayAnswer& answer, const Format& format);

/// What needs somebody, as a sentence with its count, and the verb of the button beside it.
struct AttentionWords {
    QString sentence;
    QString action;
};
[[nodiscard]] AttentionWords wordsFor(const insights::TodayAnswer::Attention& attention);

} // namespace lyceum::ui
