// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportsaver.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

ReportSaver::ReportSaver(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

void ReportSaver::ask(std::shared_ptr<const insights::RetentionAnswer> answer, const workspace::WorkspaceFacts& facts,
    ReportFormat reportFormat, const Format& format)
{
    const QString filter = reportFormat == ReportFormat::Pdf ? tr("PDF document (*.pdf)")
        : reportFormat == ReportFormat::Html                 ? tr("Web page (*.html)")
                                                             : tr("CSV table (*.csv)");
    auto* dialog = new QFileDialog(m_window, tr("Save report"), QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(reportFormat));
    //: Name of the file a report is saved in, without its suffix
    dialog->selectFile(tr("retention report") + u'.' + suffixOf(reportFormat));
    connect(dialog, &QFileDialog::fileSelected, this,
        [=, this](const QString& path) { save(*answer, facts, reportFormat, format, path); });
    dialog->open(); // not exec(): no nested event loop
}

void ReportSaver::save(const insights::RetentionAnswer& answer, const workspace::WorkspaceFacts& facts, ReportFormat reportFormat,
    const Format& format, const QString& path)
{
    const Result<QByteArray> bytes = renderRetentionReport(answer, facts, reportFormat, format);
    if (!bytes) {
        Q_EMIT failed(bytes.error());
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        Q_EMIT failed({Error::Kind::Io, path, file.errorString()});
        return;
    }
    Q_EMIT saved(path);
}

void openFolderOf(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace lyceum::ui
