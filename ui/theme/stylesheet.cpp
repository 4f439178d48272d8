// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/stylesheet.h"

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

// Edits name no `color`: Qt would halve it for placeholders, and theirs must stay readable; the palette has both.
// @name is replaced by the token. Padding shrinks by one where the border grows to the 2 px ring, so that nothing moves.
constexpr char16_t kRules[] = uR"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }
QPushButton {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 5px 13px; min-height: 20px;
}
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @pressed; }
QPushButton:default, QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton:disabled { background: @canvas; color: @disabled; border-color: @line; }
QPushButton:checked { background: @pressed; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 12px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @raised; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:checked { border: 1px solid @edge; }
QToolButton:disabled { color: @disabled; }
QToolButton:focus, QToolButton:checked:focus { border: 2px solid @accent; padding: 3px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator { image: url(:/icons/arrow-down.svg); width: 12px; height: 12px; subcontrol-position: right center; right: 3px; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: @surface; border: 1px solid @edge; border-radius: 6px; padding: 4px 7px;
    selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 3px 6px; }
QLineEdit:disabled { background: @canvas; color: @disabled; border-color: @line; }
QComboBox {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 4px 8px; min-height: 22px;
}
QComboBox:hover { background: @raised; }
QComboBox:focus { border: 2px solid @accent; padding: 3px 7px; }
QComboBox:disabled { background: @canvas; color: @disabled; border-color: @line; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @edge; selection-background-color: @accent; selection-color: @onAccent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @edge; border-radius: 4px; background: @surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: @raised; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/@tick.svg); }
QRadioButton::indicator:checked { background: @onAccent; border: 5px solid @accent; width: 6px; height: 6px; }
QCheckBox:focus::indicator, QRadioButton:focus::indicator { border-color: @text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @canvas; border-color: @line; }
QTableView, QListView, QTreeView {
    background: @surface; alternate-background-color: @canvas; color: @text; border: 1px solid @line; border-radius: 6px;
    gridline-color: @line; selection-background-color: @accent; selection-color: @onAccent;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @accent; }
QListView[roomy="true"]::item { border: 1px solid transparent; padding: 5px 7px; }
QListView[roomy="true"]::item:selected { background: @accent; color: @onAccent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section {
    background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 8px;
}
QHeaderView::section:vertical { border-bottom: none; }
QTableView[quiet="true"], QTableView[quiet="true"]:focus { border: none; }
QHeaderView::section:hover { background: @raised; color: @text; }
QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @line; }
QMenu { background: @surface; color: @text; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[card="true"] QLabel { border: none; background: transparent; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

} // namespace

QString styleSheetFrom(const Tokens& tokens)
{
    // Edges of controls are seen without knowing they are there (WCAG 1.4.11 wants 3 : 1), borders of cards may be fainter.
    const QColor edge = withContrast(tokens.line, tokens.surface, 3.0);
    const std::pair<QLatin1StringView, QColor> names[] = {
        // The longer name first where one begins another.
        {"@accentHover"_L1, blend(tokens.accent, tokens.onAccent, 0.12)},
        {"@onAccent"_L1, tokens.onAccent},
        {"@accent"_L1, tokens.accent},
        {"@canvas"_L1, tokens.canvas},
        {"@surface"_L1, tokens.surface},
        {"@raised"_L1, tokens.raised},
        {"@line"_L1, tokens.line},
        {"@edge"_L1, edge},
        {"@text"_L1, tokens.text},
        {"@muted"_L1, tokens.muted},
        {"@faint"_L1, tokens.faint},
        {"@disabled"_L1, blend(tokens.muted, tokens.canvas, 0.45)},
        {"@pressed"_L1, blend(tokens.raised, tokens.text, 0.12)},
        {"@scroll"_L1, blend(tokens.line, tokens.faint, 0.5)},
    };
    QString sheet = QString::fromUtf16(kRules);
    sheet.replace("@tick"_L1, tokens.onAccent.lightness() > 127 ? "tick-light"_L1 : "tick-dark"_L1);
    for (const auto& [name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace lyceum::ui
