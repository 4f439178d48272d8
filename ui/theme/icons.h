// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace lyceum::ui {

/// Our own drawings on a 20 px grid. The file is `:/icons/<name>.svg`.
enum class Icon {
    Today, Members, Tiers, Content, Discussions, Insights, Reports, Journal, Sync, Settings,
    Search, Filter, Close, Back, Copy, Export, Table, Chart, Warning, Ok, Info, Offline, Key,
    Play, Stop, Refresh, Light, Dark, Add, More, Help, ZoomIn, ZoomOut, ZoomReset, Undo, ChevronDown, ChevronRight,
    External, Folder, Pin,
};

/// The file's base name, e.g. "zoom-in".
[[nodiscard]] QString iconName(Icon icon);

/// Drawn in the palette's text colour (selected and disabled states included) at whatever size and scale is asked for.
/// Ask again when the palette changes.
[[nodiscard]] QIcon icon(Icon icon, const QPalette& palette);
/// In one given colour, for signs that carry a tone.
[[nodiscard]] QIcon icon(Icon icon, const QColor& colour);

/// The program's own icon, every size.
[[nodiscard]] QIcon applicationIcon();

/// Resources of a static library are linked only when asked for. Safe to call more than once; `icon()` calls it itself.
void initResources();

} // namespace lyceum::ui
