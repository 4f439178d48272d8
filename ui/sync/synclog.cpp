// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/synclog.h"

#include "base/whendone.h"
#include "sync/syncwords.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kRuns = 30;
constexpr int kWhenWidth = 190;
enum Column { When, Outcome, FirstFigure };

} // namespace

SyncLog::SyncLog(const PageContext& context, QWidget* parent)
    : QTreeWidget(parent)
    , m_context(context)
{
    setObjectName(u"syncLog"_s);
    setAccessibleName(tr("Log of the syncs, newest first"));
    setHeaderLabels({tr("When"), tr("Outcome"), tr("Read"), tr("New"), tr("Changed"), tr("Gone"), tr("Requests"), tr("Seconds")});
    for (int figure = FirstFigure; figure < columnCount(); ++figure)
        headerItem()->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Outcome, QHeaderView::Stretch);
    setColumnWidth(When, kWhenWidth);
}

void SyncLog::refresh()
{
    if (!m_context.workspace.isOpen())
        return;
    whenDone(m_context.workspace.syncRuns(kRuns), this, [this](const Result<QList<workspace::SyncRun>>& runs) {
        if (runs)
            showRuns(*runs);
    });
}

void SyncLog::showRuns(const QList<workspace::SyncRun>& runs)
{
    const Format format = m_context.format();
    clear();
    const auto fill = [&](QTreeWidgetItem* item, const QList<qint64>& counts, qint64 milliseconds) {
        for (int i = 0; i < counts.size(); ++i)
            item->setText(FirstFigure + i, counts.at(i) == 0 ? QString() : format.count(counts.at(i)));
        const int seconds = columnCount() - 1;
        item->setText(seconds, format.number(double(milliseconds) / 1000));
        for (int column = FirstFigure; column <= seconds; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    };
    for (const workspace::SyncRun& run : runs) {
        auto* item = new QTreeWidgetItem(this, {format.instant(run.startedAtUtc), wordForOutcome(run.outcome)});
        QList<qint64> sums {0, 0, 0, 0, 0};
        qint64 milliseconds = 0;
        for (const auto& kind : run.kinds) {
            milliseconds += kind.milliseconds;
            const QList<qint64> counts {kind.pulled, kind.created, kind.updated, kind.deleted, kind.requests};
            for (int i = 0; i < sums.size(); ++i)
                sums[i] += counts.at(i);
            if (std::ranges::all_of(counts, [](qint64 count) { return count == 0; }))
                continue;
            fill(new QTreeWidgetItem(item, {QString(), wordForKindName(kind.kind)}), counts, kind.milliseconds);
        }
        fill(item, sums, milliseconds);
    }
}

} // namespace lyceum::ui
