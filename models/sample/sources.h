// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <span>

namespace lyceum::sample {

/// A way people come in, and how those who come that way differ.
struct Source {
    QStringView name; ///< empty: unknown
    QStringView medium;
    int weightChinese; ///< how often among Chinese readers
    int weightEnglish;
    double paying; ///< times as likely to start paying
    double leaving; ///< times as likely to leave at a renewal
};

[[nodiscard]] std::span<const Source> sources();

} // namespace lyceum::sample
