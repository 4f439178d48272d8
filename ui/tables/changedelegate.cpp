// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/changedelegate.h"

#include "itemmodels/changelistmodel.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace lyceum::ui {
namespace {

constexpr int kMostLines = 3; // of one change; the tool tip has it whole

/// How wide a line may be: the view's, because a list asks for sizes before it gives rows theirs.
int lineWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return std::max(80, width - 2 * space::kMedium);
}

int textHeight(const QFontMetrics& metrics, const QString& text, int width)
{
    const int height = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWrapAnywhere | Qt::TextWordWrap, text).height();
    return std::min(height, kMostLines * metrics.lineSpacing());
}

} // namespace

ChangeDelegate::ChangeDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ChangeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Tokens& tokens = m_theme.tokens();
    const QColor strong = selected ? option.palette.color(QPalette::HighlightedText) : tokens.text;
    const QFontMetrics metrics(option.font);
    const QString what = index.data(Qt::DisplayRole).toString();
    const QString below = index.data(ChangeListModel::DetailRole).toString();
    const int width = lineWidth(option);
    const QRect first(option.rect.left() + space::kMedium, option.rect.top() + space::kTiny, width, textHeight(metrics, what, width));
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    painter->setPen(strong);
    painter->drawText(first, Qt::TextWrapAnywhere | Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, what);
    if (!below.isEmpty()) {
        painter->setPen(selected ? strong : tokens.muted);
        const QRect second(first.left(), first.bottom() + 3, width, metrics.height());
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(below, Qt::ElideRight, width));
    }
    painter->restore();
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(option.font);
    const int width = lineWidth(option);
    int height = textHeight(metrics, index.data(Qt::DisplayRole).toString(), width) + 2 * space::kTiny;
    if (!index.data(ChangeListModel::DetailRole).toString().isEmpty())
        height += metrics.height() + 2;
    return {width, height};
}

} // namespace lyceum::ui
