// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/words.h"
#include "insights/retention.h"
#include "reports/retentionreport.h"
#include "reports/retentionwords.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

Result<insights::RetentionQuestion> questionOf(const Session& session, const storage::WorkspaceFacts& facts)
{
    const auto by = session.arguments.oneOf(u"by"_s, {u"tier"_s, u"cohort"_s, u"source"_s, u"interval"_s, u"none"_s});
    if (!by)
        return tl::unexpected(by.error());
    const auto rules = session.arguments.oneOf(u"rules"_s, insights::ruleSetNames());
    if (!rules)
        return tl::unexpected(rules.error());
    const auto asOf = session.asOfUtc(QTimeZone(facts.timeZone));
    if (!asOf)
        return tl::unexpected(asOf.error());
    insights::RetentionQuestion question;
    question.grouping = ui::retentionGroupingNamed(*by).value_or(question.grouping);
    question.rules = insights::ruleSetNamed(*rules).value_or(question.rules);
    question.asOfUtc = *asOf;
    return question;
}

Result<void> save(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());
    return {};
}

Result<ExitCode> runReport(const Session& session)
{
    if (session.arguments.positional().at(1) != "retention"_L1)
        return usage(Cli::tr("report knows nothing of %1.").arg(session.arguments.positional().at(1)));
    const auto out = session.arguments.required(u"out"_s);
    if (!out)
        return tl::unexpected(out.error());
    const auto format = session.arguments.oneOf(u"format"_s, {u"pdf"_s, u"html"_s, u"csv"_s});
    if (!format)
        return tl::unexpected(format.error());
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const QString path = QFileInfo(*out).absoluteFilePath();
    if (QFileInfo(path) == QFileInfo((*file)->path()))
        return failure(Error::Kind::BadInput, u"--out"_s, Cli::tr("the report would take the place of the workspace."));
    const auto facts = (*file)->facts();
    if (!facts)
        return tl::unexpected(facts.error());
    const auto question = questionOf(session, *facts);
    if (!question)
        return tl::unexpected(question.error());
    const auto answer = insights::retention((*file)->connection(), *question);
    if (!answer)
        return tl::unexpected(answer.error());
    const ui::ReportFormat kind = *format == "html"_L1 ? ui::ReportFormat::Html
        : *format == "csv"_L1                          ? ui::ReportFormat::Csv
                                                       : ui::ReportFormat::Pdf;
    const auto bytes = ui::renderRetentionReport(*answer, *facts, kind, ui::Format(QLocale(), QTimeZone(facts->timeZone)));
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (const auto saved = save(path, *bytes); !saved)
        return tl::unexpected(saved.error());
    return session.output.done({{u"report"_s,
                                   QJsonObject {{u"topic"_s, u"retention"_s}, {u"path"_s, path}, {u"format"_s, *format},
                                       {u"bytes"_s, bytes->size()}, {u"by"_s, ui::nameOf(question->grouping)},
                                       {u"rules"_s, question->rules.name}, {u"asOf"_s, jsonTime(question->asOfUtc)},
                                       {u"members"_s, answer->provenance.n}}}},
        {Cli::tr("Report saved: %1").arg(path)});
}

} // namespace

Command reportCommand()
{
    return {u"report"_s, u"retention"_s, Cli::tr("Write how long paying members stay, as a file to hand on. Needs no display."),
        {u"lyceum-cli report retention --workspace sample.lyceum --format pdf --out retention.pdf"_s},
        {workspaceOption(), {u"format"_s, u"pdf|html|csv"_s, Cli::tr("A document, a web page in one file, or tables for other programs."), u"pdf"_s},
            {u"out"_s, u"FILE"_s, Cli::tr("Where to write it; a file that is there is replaced."), {}},
            {u"by"_s, u"tier|cohort|source|interval|none"_s, Cli::tr("What is compared."), u"tier"_s},
            {u"rules"_s, u"NAME"_s, Cli::tr("Who counts as paying and when they left: %1.").arg(insights::ruleSetNames().join(u", "_s)),
                insights::ruleSetNames().value(0)},
            asOfOption()},
        runReport};
}

} // namespace lyceum::cli
