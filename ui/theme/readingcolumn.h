// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace lyceum::ui {

/// A wrapping text, no wider than lines read well. A layout reckons how high it is by the width it gives away, whatever the text's own limit: so
/// the rest of the width must go to something else, or what stands below is squeezed.
inline QHBoxLayout* readingColumn(QLabel* text)
{
    text->setMaximumWidth(space::kReadingWidth);
    auto* row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addStretch(0);
    return row;
}

} // namespace lyceum::ui
