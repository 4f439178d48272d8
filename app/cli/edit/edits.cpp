// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/edit/edits.h"

#include "cli/words.h"
#include "storage/contentquery.h"
#include "storage/memberquery.h"
#include "storage/rows.h"
#include "workspace/person.h"

#include <QFile>
#include <QJsonArray>
#include <QStringDecoder>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

/// One of the rows, by its number or by one of its names.
template <class T, class Names>
Result<T> rowNamed(const Result<QList<T>>& rows, const QString& text, Names names)
{
    if (!rows)
        return tl::unexpected(rows.error());
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    QList<T> found;
    for (const T& row : *rows) {
        if (isNumber && row.id.value == id)
            return row;
        const QStringList known = names(row);
        if (std::ranges::any_of(known, [&](const QString& name) { return name.compare(text.trimmed(), Qt::CaseInsensitive) == 0; }))
            found.append(row);
    }
    if (found.isEmpty())
        return failure(Error::Kind::NotFound, text);
    if (found.size() > 1)
        return failure(Error::Kind::BadInput, text, Cli::tr("several are called that; give the number."));
    return found.first();
}

QJsonObject jsonOf(const storage::ChangeSummary& summary)
{
    QJsonObject changed;
    for (auto of = summary.entities.cbegin(); of != summary.entities.cend(); ++of) {
        QJsonArray ids;
        for (const qint64 id : of->ids)
            ids.append(id);
        changed.insert(QString::fromLatin1(storage::specOf(of.key()).name),
            QJsonObject {{u"made"_s, of->inserted}, {u"changed"_s, of->updated}, {u"removed"_s, of->removed}, {u"ids"_s, ids}});
    }
    return {{u"entry"_s, summary.journalEntry > 0 ? QJsonValue(summary.journalEntry) : QJsonValue(QJsonValue::Null)}, {u"changed"_s, changed}};
}

QStringList linesOf(const storage::ChangeSummary& summary)
{
    if (summary.entities.isEmpty())
        return {Cli::tr("Nothing was changed: it is like this already.")};
    QStringList lines;
    for (const storage::EntitySpec& spec : storage::allEntities()) {
        if (!summary.touches(spec.entity))
            continue;
        const storage::ChangeSummary::OfEntity of = summary.entities.value(spec.entity);
        lines.append(Cli::tr("%1: %2 new, %3 changed, %4 removed")
                         .arg(QString::fromLatin1(spec.name))
                         .arg(of.inserted)
                         .arg(of.updated)
                         .arg(of.removed));
        if (of.inserted == 1 && of.ids.size() == 1)
            lines.last() += u" (%1)"_s.arg(of.ids.first());
    }
    return lines;
}

} // namespace

Result<ExitCode> answerChange(const Session& session, const Result<storage::ChangeSummary>& committed, const QString& sentence)
{
    if (!committed)
        return tl::unexpected(committed.error());
    return session.output.done(jsonOf(*committed), sentence.isEmpty() ? linesOf(*committed) : QStringList {sentence});
}

Result<ExitCode> commitEdit(
    const Session& session, storage::WorkspaceFile& file, const QString& reason, const storage::WorkspaceFile::Build& build)
{
    return answerChange(session, file.commit({workspace::personName(), storage::Origin::Person, reason}, build));
}

Result<Member> memberNamed(storage::Connection& connection, const QString& text)
{
    bool isNumber = false;
    const MemberId id {text.toLongLong(&isNumber)};
    auto member = isNumber ? storage::memberById(connection, id) : storage::memberByEmail(connection, text.trimmed());
    if (!member)
        return tl::unexpected(member.error());
    if (!*member)
        return failure(Error::Kind::NotFound, text);
    return **std::move(member);
}

Result<Label> labelNamed(storage::Connection& connection, const QString& text)
{
    return rowNamed(storage::allLabels(connection), text, [](const Label& label) { return QStringList {label.name}; });
}

Result<Newsletter> newsletterNamed(storage::Connection& connection, const QString& text)
{
    return rowNamed(storage::allNewsletters(connection), text, [](const Newsletter& each) { return QStringList {each.name, each.slug}; });
}

Result<Tier> tierNamed(storage::Connection& connection, const QString& text)
{
    return rowNamed(storage::allTiers(connection), text, [](const Tier& tier) { return QStringList {tier.name}; });
}

Result<Offer> offerNamed(storage::Connection& connection, const QString& text)
{
    return rowNamed(storage::allOffers(connection), text, [](const Offer& offer) { return QStringList {offer.name, offer.code}; });
}

Result<PostId> postNamed(storage::Connection& connection, const QString& text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    const auto found = storage::numberOf(connection, isNumber ? "SELECT id FROM post WHERE id = ?" : "SELECT id FROM post WHERE slug = ?",
        {isNumber ? storage::Scalar(id) : storage::Scalar(text)});
    if (!found)
        return tl::unexpected(found.error());
    if (*found == 0)
        return failure(Error::Kind::NotFound, text);
    return PostId {*found};
}

Result<QTimeZone> zoneOf(storage::WorkspaceFile& file)
{
    const auto facts = file.facts();
    if (!facts)
        return tl::unexpected(facts.error());
    return QTimeZone(facts->timeZone);
}

Result<std::optional<bool>> yesOrNo(const Arguments& arguments, const QString& option)
{
    if (!arguments.has(option))
        return std::optional<bool>();
    const auto word = arguments.oneOf(option, {u"yes"_s, u"no"_s});
    if (!word)
        return tl::unexpected(word.error());
    return std::optional(*word == "yes"_L1);
}

Result<std::optional<qint64>> wholeNumber(const Arguments& arguments, const QString& option, qint64 low, qint64 high)
{
    const auto number = arguments.number(option, low, high, low);
    if (!number)
        return tl::unexpected(number.error());
    return arguments.has(option) ? std::optional(*number) : std::nullopt;
}

Result<std::optional<QString>> textOfFile(const Arguments& arguments, const QString& option)
{
    if (!arguments.has(option))
        return std::optional<QString>();
    const QString path = arguments.value(option);
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(Error::Kind::Io, path, file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(Error::Kind::Io, path, file.errorString());
    QStringDecoder decoder(QStringConverter::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return failure(Error::Kind::BadInput, path, u"these bytes mean nothing in its encoding."_s);
    return std::optional(text);
}

Result<void> exactlyOne(const Arguments& arguments, const QStringList& options)
{
    const auto given = std::ranges::count_if(options, [&](const QString& option) { return arguments.has(option); });
    if (given == 1)
        return {};
    QStringList dashed;
    for (const QString& option : options)
        dashed.append("--"_L1 + option);
    return usage(Cli::tr("exactly one of these is needed: %1.").arg(dashed.join(u", "_s)));
}

} // namespace lyceum::cli
