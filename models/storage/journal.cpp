// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "security/hashchain.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

/// Length and bytes; a null and an empty array are the same.
void frame(QDataStream& stream, const QByteArray& bytes)
{
    stream.writeBytes(bytes.constData() ? bytes.constData() : "", uint(bytes.size()));
}

/// A value as bytes, with its type, so that NULL, '' and 0 differ.
QByteArray serialised(const Scalar& value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << quint8(value.index());
    if (const auto* number = std::get_if<qint64>(&value))
        stream << *number;
    else if (const auto* fraction = std::get_if<double>(&value))
        stream << *fraction;
    else if (const auto* text = std::get_if<QString>(&value))
        frame(stream, text->toUtf8());
    else if (const auto* blob = std::get_if<QByteArray>(&value))
        frame(stream, *blob);
    return bytes;
}

QByteArray headerBytes(qint64 id, qint64 atUtc, const QString& author, const QString& origin, const QString& reason)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << id << atUtc;
    for (const QString& text : {author, origin, reason})
        frame(stream, text.toUtf8());
    return bytes;
}

QByteArray changeCommitment(const QByteArray& salt, qint64 entity, qint64 row, const QByteArray& operation, const QByteArray& field,
    const Scalar& before, const Scalar& after)
{
    return security::commitment(
        salt, QByteArray::number(entity) + ' ' + operation, row, field, serialised(before), serialised(after));
}

QByteArray arrivalCommitment(qint64 entity, qint64 count, qint64 firstId, qint64 lastId, const QByteArray& rows)
{
    security::Digest digest;
    digest.addNumber(entity);
    digest.addNumber(count);
    digest.addNumber(firstId);
    digest.addNumber(lastId);
    digest.add(rows);
    return digest.finish();
}

} // namespace

JournalWriter::JournalWriter(Connection& connection, const Author& author, qint64 atUtc)
    : m_connection(connection)
    , m_author(author)
    , m_atUtc(atUtc)
{
}

bool JournalWriter::newRowsInBulk() const
{
    switch (m_author.origin) {
    case Origin::Sync:
    case Origin::Import:
    case Origin::Sample: return true;
    case Origin::Person:
    case Origin::Settings:
    case Origin::Rule:
    case Origin::Undo: return false;
    }
    return false;
}

Result<void> JournalWriter::begin()
{
    if (m_entry > 0)
        return {};
    auto last = m_connection.cached("SELECT id, hash FROM journal_entry ORDER BY id DESC LIMIT 1");
    if (!last)
        return tl::unexpected(last.error());
    const auto row = (*last)->step();
    if (!row)
        return tl::unexpected(row.error());
    m_entry = *row ? (*last)->integer(0) + 1 : 1;
    m_previousHash = *row ? (*last)->blob(1) : security::chainStart();
    (*last)->reset();
    return {};
}

Result<void> JournalWriter::write(
    Entity entity, qint64 row, const char* operation, const QByteArray& field, const Scalar& before, const Scalar& after)
{
    if (auto begun = begin(); !begun)
        return begun;
    const QByteArray salt = security::randomBytes(security::kSaltBytes);
    const QByteArray commitment = changeCommitment(salt, qint64(entity), row, operation, field, before, after);
    auto insert = m_connection.cached("INSERT INTO journal_change (entry_id, entity, row_id, operation, field, old, new, salt, commitment)"
                                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    (*insert)
        ->bind(1, m_entry)
        .bind(2, qint64(entity))
        .bind(3, row)
        .bind(4, QString::fromLatin1(operation))
        .bind(5, QString::fromLatin1(field))
        .bind(6, before)
        .bind(7, after)
        .bind(8, salt)
        .bind(9, commitment);
    m_commitments.append(commitment);
    return (*insert)->run();
}

Result<void> JournalWriter::fieldChanged(
    Entity entity, qint64 row, const QByteArray& field, const Scalar& before, const Scalar& after)
{
    return write(entity, row, "update", field, before, after);
}

Result<void> JournalWriter::rowInserted(Entity entity, qint64 row, const QList<Scalar>& values)
{
    if (newRowsInBulk()) {
        auto& arrival = m_arrivals.at(std::size_t(entity));
        if (!arrival)
            arrival.emplace();
        arrival->firstId = arrival->count == 0 ? row : std::min(arrival->firstId, row);
        arrival->lastId = std::max(arrival->lastId, row);
        ++arrival->count;
        arrival->digest.addNumber(row);
        for (const Scalar& value : values)
            arrival->digest.add(serialised(value));
        return {};
    }
    const EntitySpec& spec = specOf(entity);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (auto written = write(entity, row, "insert", spec.columns.at(i), {}, values.at(i)); !written)
            return written;
    }
    return {};
}

Result<void> JournalWriter::rowRemoved(Entity entity, qint64 row, const QList<Scalar>& values)
{
    const EntitySpec& spec = specOf(entity);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (auto written = write(entity, row, "delete", spec.columns.at(i), values.at(i), {}); !written)
            return written;
    }
    return {};
}

Result<qint64> JournalWriter::finish()
{
    for (std::size_t entity = 0; entity < m_arrivals.size(); ++entity) {
        auto& arrival = m_arrivals.at(entity);
        if (!arrival)
            continue;
        if (auto begun = begin(); !begun)
            return tl::unexpected(begun.error());
        const QByteArray rows = arrival->digest.finish();
        m_commitments.append(arrivalCommitment(qint64(entity), arrival->count, arrival->firstId, arrival->lastId, rows));
        auto insert = m_connection.cached("INSERT INTO journal_arrival (entry_id, entity, row_count, first_id, last_id, digest)"
                                          " VALUES (?, ?, ?, ?, ?, ?)");
        if (!insert)
            return tl::unexpected(insert.error());
        (*insert)
            ->bind(1, m_entry)
            .bind(2, qint64(entity))
            .bind(3, arrival->count)
            .bind(4, arrival->firstId)
            .bind(5, arrival->lastId)
            .bind(6, rows);
        if (auto written = (*insert)->run(); !written)
            return tl::unexpected(written.error());
    }
    if (m_entry == 0)
        return 0;
    const QString origin = nameOf(m_author.origin);
    const QByteArray hash
        = security::link(m_previousHash, headerBytes(m_entry, m_atUtc, m_author.name, origin, m_author.reason), m_commitments);
    auto insert = m_connection.cached("INSERT INTO journal_entry (id, at, author, origin, reason, hash) VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    (*insert)->bind(1, m_entry).bind(2, m_atUtc).bind(3, m_author.name).bind(4, origin).bind(5, m_author.reason).bind(6, hash);
    if (auto written = (*insert)->run(); !written)
        return tl::unexpected(written.error());
    return m_entry;
}

Result<QStringList> verifyJournal(Connection& connection)
{
    QStringList problems;
    auto entries = connection.prepare("SELECT id, at, author, origin, reason, hash FROM journal_entry ORDER BY id");
    if (!entries)
        return tl::unexpected(entries.error());
    auto changes = connection.prepare("SELECT entity, row_id, operation, field, old, new, salt, commitment FROM journal_change"
                                      " WHERE entry_id = ? ORDER BY id");
    if (!changes)
        return tl::unexpected(changes.error());
    auto arrivals = connection.prepare(
        "SELECT entity, row_count, first_id, last_id, digest FROM journal_arrival WHERE entry_id = ? ORDER BY id");
    if (!arrivals)
        return tl::unexpected(arrivals.error());

    QByteArray previous = security::chainStart();
    qint64 expectedId = 1;
    for (;;) {
        const auto entry = entries->step();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            break;
        const qint64 id = entries->integer(0);
        if (id != expectedId)
            problems.append(u"journal entry %1 is missing"_s.arg(expectedId));
        expectedId = id + 1;

        QList<QByteArray> commitments;
        changes->reset().bind(1, id);
        for (;;) {
            const auto change = changes->step();
            if (!change)
                return tl::unexpected(change.error());
            if (!*change)
                break;
            const QByteArray stored = changes->blob(7);
            commitments.append(stored);
            if (changes->isNull(6)) // erased: the values and their salt are gone, the commitment stands for them
                continue;
            const QByteArray computed = changeCommitment(changes->blob(6), changes->integer(0), changes->integer(1),
                changes->textView(2).toByteArray(), changes->textView(3).toByteArray(), changes->scalar(4), changes->scalar(5));
            if (!security::equalInConstantTime(stored, computed))
                problems.append(u"a value in journal entry %1 is not the one that was written"_s.arg(id));
        }
        arrivals->reset().bind(1, id);
        for (;;) {
            const auto arrival = arrivals->step();
            if (!arrival)
                return tl::unexpected(arrival.error());
            if (!*arrival)
                break;
            commitments.append(arrivalCommitment(
                arrivals->integer(0), arrivals->integer(1), arrivals->integer(2), arrivals->integer(3), arrivals->blob(4)));
        }
        const QByteArray hash = entries->blob(5);
        const QByteArray computed = security::link(previous,
            headerBytes(id, entries->integer(1), entries->text(2), entries->text(3), entries->text(4)), commitments);
        if (!security::equalInConstantTime(hash, computed))
            problems.append(u"journal entry %1 does not fit the chain"_s.arg(id));
        previous = hash;
    }
    const auto orphans = connection.integerOf("SELECT count(*) FROM journal_change WHERE entry_id NOT IN (SELECT id FROM journal_entry)");
    if (!orphans)
        return tl::unexpected(orphans.error());
    if (orphans->value_or(0) > 0)
        problems.append(u"%1 changes belong to no journal entry"_s.arg(orphans->value_or(0)));
    return problems;
}

} // namespace lyceum::storage
