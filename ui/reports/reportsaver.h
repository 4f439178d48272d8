// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/retentionreport.h"

#include <QWidget>

#include <memory>

namespace lyceum::ui {

/// Asks where, renders, and writes all or nothing.
class ReportSaver final : public QObject {
    Q_OBJECT

public:
    /// `window` is what the file dialog belongs to; it owns the saver.
    explicit ReportSaver(QWidget* window);

    /// The answer is kept until the dialog is closed.
    void ask(std::shared_ptr<const insights::RetentionAnswer> answer, const workspace::WorkspaceFacts& facts, ReportFormat reportFormat,
        const Format& format);
    /// Without asking. Says saved() or failed() before it returns.
    void save(const insights::RetentionAnswer& answer, const workspace::WorkspaceFacts& facts, ReportFormat reportFormat,
        const Format& format, const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const lyceum::Error& error);

private:
    QWidget* m_window;
};

/// Shows the folder of a file in the system's file manager.
void openFolderOf(const QString& path);

} // namespace lyceum::ui
