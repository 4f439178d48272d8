// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/timelinemodel.h"

#include "base/whendone.h"
#include "words/names.h"

using namespace Qt::StringLiterals;

namespace lyceum::ui {

TimelineModel::TimelineModel(Format format, QObject* parent)
    : QAbstractListModel(parent)
    , m_format(std::move(format))
{
}

void TimelineModel::setSource(Ask ask, Format format)
{
    beginResetModel();
    ++m_generation;
    m_ask = std::move(ask);
    m_format = std::move(format);
    m_entries.clear();
    m_next.reset();
    m_more = true;
    m_loading = false;
    endResetModel();
    fetchMore({});
}

void TimelineModel::retry()
{
    m_more = true;
    fetchMore({});
}

int TimelineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

bool TimelineModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more && !m_loading && m_ask; }

void TimelineModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    whenDone(m_ask(m_next), this, [this, generation = m_generation](const Result<workspace::TimelinePage>& page) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!page) {
            m_more = false; // until retry(): a view would otherwise ask without end
            Q_EMIT loadFailed(page.error());
            return;
        }
        m_next = page->next;
        m_more = page->next.has_value();
        if (!page->entries.isEmpty()) {
            beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + page->entries.size()) - 1);
            m_entries += page->entries;
            endInsertRows();
        }
        Q_EMIT loaded();
    });
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const workspace::TimelineEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return what(entry);
    case Qt::AccessibleTextRole: {
        const QString more = detail(entry);
        return more.isEmpty() ? u"%1, %2"_s.arg(what(entry), m_format.instant(entry.atUtc))
                              : u"%1, %2, %3"_s.arg(what(entry), more, m_format.instant(entry.atUtc));
    }
    case Qt::ToolTipRole: return m_format.fullInstant(entry.atUtc);
    case WhenRole: return m_format.instant(entry.atUtc);
    case DetailRole: return detail(entry);
    case PostRole: return entry.post.value;
    case EntryRole: return QVariant::fromValue(entry);
    default: return {};
    }
}

QString TimelineModel::what(const workspace::TimelineEntry& entry) const
{
    if (const auto* comment = std::get_if<Comment>(&entry.what)) {
        return comment->status == Comment::Status::Published
            ? wordFor(EventKind::Comment)
            //: %1 is "Commented", %2 a state such as "Hidden"
            : tr("%1 (%2)").arg(wordFor(EventKind::Comment), wordFor(comment->status));
    }
    if (const auto* payment = std::get_if<Payment>(&entry.what))
        return tr("%1: %2", "kind of payment, amount").arg(wordFor(payment->kind), m_format.money({payment->amount, payment->currency}));
    const auto& happened = std::get<workspace::TimelineEvent>(entry.what);
    return happened.change ? wordFor(happened.change->type) : wordFor(happened.event.kind);
}

QString TimelineModel::detail(const workspace::TimelineEntry& entry) const
{
    if (const auto* comment = std::get_if<Comment>(&entry.what))
        return comment->text.simplified();
    if (const auto* payment = std::get_if<Payment>(&entry.what))
        return payment->source;
    const auto& happened = std::get<workspace::TimelineEvent>(entry.what);
    if (happened.change) {
        const SubscriptionChange& change = *happened.change;
        if (change.mrrDelta == 0)
            return change.tierName;
        const QString amount = m_format.money({change.mrrDelta, change.currency});
        return change.tierName.isEmpty() ? tr("%1 a month").arg(amount) : tr("%1, %2 a month").arg(change.tierName, amount);
    }
    if (!entry.postTitle.isEmpty())
        return entry.postTitle;
    switch (happened.event.kind) {
    case EventKind::NewsletterChange: return happened.event.amount > 0 ? tr("Subscribed") : tr("Unsubscribed");
    case EventKind::Click:
    case EventKind::EmailChange: return happened.event.text;
    default: return {}; // what else stands there is the store's own word for where it came from
    }
}

} // namespace lyceum::ui
