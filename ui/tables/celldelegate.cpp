// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/celldelegate.h"

#include "itemmodels/pagedtablemodel.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kChipMargin = 6;

} // namespace

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the row is the unit; its selection shows where the keyboard is
    if (index.column() == 0)
        option->font.setWeight(QFont::DemiBold);
    else
        option->palette.setColor(QPalette::Text, m_theme.tokens().muted);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant raw = index.data(RawRole);
    if (raw.typeId() != QMetaType::QStringList) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintChips(painter, ground, raw.toStringList());
}

void CellDelegate::paintChips(QPainter* painter, const QStyleOptionViewItem& option, const QStringList& texts) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Tokens& tokens = m_theme.tokens();
    const QFontMetrics metrics(option.font);
    const int height = metrics.height() + 2;
    int x = option.rect.left() + space::kTiny;
    const int right = option.rect.right() - space::kTiny;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        // The last chip that has room is followed by how many there are beside it.
        const QString rest = i + 1 < texts.size() ? u"+%1"_s.arg(texts.size() - i - 1) : QString();
        const int room = right - x - (rest.isEmpty() ? 0 : metrics.horizontalAdvance(rest) + space::kTiny);
        const QString text = metrics.elidedText(texts.at(i), Qt::ElideRight, room - 2 * kChipMargin);
        const int width = metrics.horizontalAdvance(text) + 2 * kChipMargin;
        if (i > 0 && (text != texts.at(i) || room < width)) {
            painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tokens.muted);
            painter->drawText(QRect(x, option.rect.top(), right - x, option.rect.height()), Qt::AlignVCenter,
                u"+%1"_s.arg(texts.size() - i));
            break;
        }
        const QRectF chip(x, option.rect.center().y() - height / 2.0 + 0.5, width, height);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.surface : tokens.raised);
        painter->drawRoundedRect(chip, space::kCorner, space::kCorner);
        painter->setPen(tokens.text);
        painter->drawText(chip, Qt::AlignCenter, text);
        x += width + space::kTiny;
    }
    painter->restore();
}

} // namespace lyceum::ui
