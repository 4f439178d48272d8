// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvwriter.h"
#include "exchange/report.h"

namespace lyceum::exchange {

QByteArray csvReport(const ReportDocument& document, const CsvReportOptions& options)
{
    QList<QStringList> lines;
    for (const ReportBlock& block : document.blocks) {
        const auto* table = std::get_if<ReportTable>(&block);
        if (!table || table->use != ReportTable::For::Programs)
            continue;
        if (!lines.isEmpty())
            lines.append({QString()});
        lines.append({table->caption});
        QStringList titles;
        for (const ReportColumn& column : table->columns)
            titles.append(column.title);
        lines.append(titles);
        for (const QList<ReportCell>& row : table->rows) {
            QStringList cells;
            for (const ReportCell& cell : row)
                cells.append(cell.text);
            lines.append(cells);
        }
    }
    CsvWriteOptions writeOptions;
    writeOptions.byteOrderMark = options.byteOrderMark;
    return csvOf(lines, writeOptions);
}

} // namespace lyceum::exchange
