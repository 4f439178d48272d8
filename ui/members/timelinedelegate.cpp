// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/timelinedelegate.h"

#include "itemmodels/timelinemodel.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace lyceum::ui {
namespace {

constexpr int kDot = 8;

int whenWidth(const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("0000/00/00 00:00")) + space::kMedium;
}

} // namespace

TimelineDelegate::TimelineDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Tokens& tokens = m_theme.tokens();
    const QColor strong = selected ? option.palette.color(QPalette::HighlightedText) : tokens.text;
    const QColor quiet = selected ? strong : tokens.muted;
    const QFontMetrics metrics(option.font);
    const QRect area = option.rect.adjusted(space::kMedium, space::kTiny, -space::kMedium, -space::kTiny);
    const QRect when(area.left(), area.top(), whenWidth(metrics), metrics.height());
    const int left = when.right() + space::kSmall + kDot + space::kSmall;

    painter->save();
    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(when, Qt::AlignLeft | Qt::AlignVCenter, index.data(TimelineModel::WhenRole).toString());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? strong : tokens.accent);
    painter->drawEllipse(QPointF(when.right() + space::kSmall + kDot / 2.0, when.center().y() + 0.5), kDot / 2.0 - 1, kDot / 2.0 - 1);
    const QRect what(left, area.top(), area.right() - left, metrics.height());
    painter->setPen(strong);
    painter->drawText(what, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, what.width()));
    const QString detail = index.data(TimelineModel::DetailRole).toString();
    if (!detail.isEmpty()) {
        painter->setPen(quiet);
        const QRect below = what.translated(0, metrics.height() + 2);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(detail, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(option.font);
    const int lines = index.data(TimelineModel::DetailRole).toString().isEmpty() ? 1 : 2;
    return {option.rect.width(), lines * metrics.height() + 2 * (lines - 1) + 2 * space::kTiny};
}

} // namespace lyceum::ui
