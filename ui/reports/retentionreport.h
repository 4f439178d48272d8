// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/report.h"
#include "insights/retention.h"
#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

enum class ReportFormat { Pdf, Html, Csv };

/// "pdf", "html", "csv": what a file of that kind ends in.
[[nodiscard]] QString suffixOf(ReportFormat format);

/// What the retention report says, in the language of the installed translators, with charts in print colours.
[[nodiscard]] exchange::ReportDocument retentionReport(
    const insights::RetentionAnswer& answer, const workspace::WorkspaceFacts& facts, const Format& format);

/**
 * The retention report as a file's bytes. Needs a QApplication (offscreen will do) on whose thread it runs; no window.
 *
 * The pictures write numbers by QLocale's default, which is that of `format` when the program has set its language.
 *
 * Errors: Internal when the PDF cannot be written (no font at all).
 */
[[nodiscard]] Result<QByteArray> renderRetentionReport(const insights::RetentionAnswer& answer,
    const workspace::WorkspaceFacts& facts, ReportFormat reportFormat, const Format& format);

} // namespace lyceum::ui
