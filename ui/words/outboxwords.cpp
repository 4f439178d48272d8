// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/outboxwords.h"

#include "words/fieldwords.h"

#include <QCoreApplication>

namespace lyceum::ui {
namespace {

struct OutboxWords {
    Q_DECLARE_TR_FUNCTIONS(OutboxWords)
};

/// The site's own words end as they like.
QString asSentence(const QString& text)
{
    const QString reason = text.trimmed();
    if (reason.isEmpty() || reason.back().isPunct())
        return reason;
    //: %1 is a sentence of the site without its full stop
    return OutboxWords::tr("%1.").arg(reason);
}

} // namespace

QString wordFor(workspace::OutboxState state)
{
    using State = workspace::OutboxState;
    switch (state) {
    case State::Pending: return OutboxWords::tr("Waiting");
    case State::Sending: return OutboxWords::tr("On its way");
    case State::Paused: return OutboxWords::tr("Paused");
    case State::Parked: return OutboxWords::tr("Refused");
    case State::Local: return OutboxWords::tr("Kept here");
    }
    return {};
}

QString kindTitle(workspace::Entity entity)
{
    const QString word = entityWord(entity, 1);
    return word.left(1).toUpper() + word.mid(1);
}

QString sentenceOf(const workspace::OutboxItem& item, const Format& format)
{
    using State = workspace::OutboxState;
    if (item.held && item.state != State::Paused)
        return OutboxWords::tr("Held by a conflict: it was changed on the site too. Decide under Conflicts; what is not in conflict goes on.");
    switch (item.state) {
    case State::Pending:
        if (item.attempts == 0)
            return OutboxWords::tr("Waiting for the next sync.");
        return item.nextAttemptAtUtc
            ? OutboxWords::tr("It did not get through %n time(s); the next attempt is at %1.", nullptr, item.attempts).arg(format.instant(item.nextAttemptAtUtc))
            : OutboxWords::tr("It did not get through %n time(s); it goes with the next sync.", nullptr, item.attempts);
    case State::Sending: return OutboxWords::tr("It was sent, and the site's answer is not known yet. The next sync looks first whether it arrived.");
    case State::Paused: return OutboxWords::tr("Paused by you. It goes when you resume it.");
    case State::Parked:
        return item.problem.isEmpty() ? OutboxWords::tr("The site refused it and gave no reason.")
                                      : OutboxWords::tr("The site refused it: %1", "the site's reason").arg(asSentence(item.problem));
    case State::Local: return OutboxWords::tr("The site cannot hold this. It stays in this workspace, and no sync overwrites it.");
    }
    return {};
}

QString changeOf(const workspace::OutboxItem& item, const Format& format)
{
    switch (item.operation) {
    case workspace::OutboxItem::Operation::Make: return OutboxWords::tr("To be made there");
    case workspace::OutboxItem::Operation::Remove: return OutboxWords::tr("To be removed there");
    case workspace::OutboxItem::Operation::Change: break;
    }
    QStringList fields;
    for (const QByteArray& field : item.fields)
        fields.append(fieldWord(item.entity, field));
    return format.names(fields);
}

QString waitingOf(const workspace::OutboxCounts& counts)
{
    const qint64 waiting = counts.items - counts.local;
    return waiting > 0 ? OutboxWords::tr("%Ln change(s) wait", nullptr, int(waiting)) : QString();
}

} // namespace lyceum::ui
