// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentionreport.h"

#include "charts/curvedata.h"
#include "reports/retentioncharts.h"
#include "reports/retentiontables.h"
#include "reports/retentionwords.h"
#include "theme/tokens.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using namespace exchange;

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::RetentionReport)
};

constexpr QSize kPicture(800, 540);

ReportPicture curvePicture(CurveData curves)
{
    ReportPicture picture;
    picture.alternative = curves.title + u' ' + describe(curves);
    curves.title.clear(); // the section's heading says it
    picture.svg = renderCurveSvg(curves, kPicture, printTokens());
    picture.size = kPicture;
    picture.paint = [curves](QPainter& painter, const QRectF& rect) { paintCurve(painter, rect, curves, printTokens()); };
    return picture;
}

} // namespace

QString suffixOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf: return u"pdf"_s;
    case ReportFormat::Html: return u"html"_s;
    case ReportFormat::Csv: return u"csv"_s;
    }
    return {};
}

ReportDocument retentionReport(const insights::RetentionAnswer& answer, const workspace::WorkspaceFacts& facts, const Format& format)
{
    ReportDocument document;
    document.title = ReportWords::tr("%1: how long paying members stay").arg(facts.title);
    document.subtitle = ReportWords::tr("As of %1 (%2). Rules: %3.")
                            .arg(format.instant(answer.provenance.asOfUtc), QString::fromLatin1(answer.provenance.timeZone),
                                ruleSetTitle(answer.provenance.rules.name));
    document.locale = format.locale();
    //: The foot of a page of a report
    document.pageWords = ReportWords::tr("Page %1 of %2");

    QList<ReportBlock>& blocks = document.blocks;
    if (facts.sample)
        blocks.append(ReportNote {ReportWords::tr("These members are made up: this is the sample community, not a real one.")});
    blocks.append(ReportParagraph {findingOf(answer, format)});
    blocks.append(retentionOriginData(answer));
    if (answer.provenance.n > 0) {
        blocks.append(ReportHeading {retentionTitle(answer)});
        blocks.append(curvePicture(retentionCurves(answer, format)));
        blocks.append(retentionGroupTable(answer, format));
        if (const QString line = logRankLine(answer, format); !line.isEmpty())
            blocks.append(ReportParagraph {line});
        if (const QString few = fewLine(answer, format); !few.isEmpty())
            blocks.append(ReportNote {few});
        if (ReportTable shares = retentionShareTable(answer, format); shares.columns.size() > 1)
            blocks.append(std::move(shares));
        blocks.append(retentionGroupData(answer, format));
        blocks.append(retentionCurveData(answer, format));
    }
    if (answer.table.ages > 0) {
        const HeatData cohorts = retentionCohorts(answer, format);
        blocks.append(ReportHeading {cohorts.title});
        blocks.append(retentionCohortTable(answer, format));
        for (const QString& note : cohorts.footnotes)
            blocks.append(ReportNote {note});
        blocks.append(retentionCohortData(answer, format));
    }
    blocks.append(ReportHeading {ReportWords::tr("How this is computed")});
    for (const QString& paragraph : explanationOf(answer, format))
        blocks.append(ReportParagraph {paragraph});
    return document;
}

Result<QByteArray> renderRetentionReport(const insights::RetentionAnswer& answer, const workspace::WorkspaceFacts& facts,
    ReportFormat reportFormat, const Format& format)
{
    const ReportDocument document = retentionReport(answer, facts, format);
    switch (reportFormat) {
    case ReportFormat::Pdf: return pdfReport(document);
    case ReportFormat::Html: return htmlReport(document);
    case ReportFormat::Csv: return csvReport(document);
    }
    return failure(Error::Kind::Usage, {}, u"no such format of a report"_s);
}

} // namespace lyceum::ui
