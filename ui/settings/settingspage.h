// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"
#include "page/pagecontext.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace lyceum::ui {

class NoticeBar;
class PageHeader;

/// Language, appearance, how figures are counted, and the care of the workspace: backup and check.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Settings; }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] Icon icon() const override { return Icon::Settings; }
    void activate() override;
    void takeFocus() override;

private:
    QComboBox* addChoice(QFormLayout* form, const QString& label, AppSettings::Key key, const QList<std::pair<QString, QString>>& choices);
    void addCheck(QFormLayout* form, const QString& text, AppSettings::Key key);
    void buildZone(QFormLayout* form);
    void backUp();
    void verify();
    void readBackups();

    PageContext m_context;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QComboBox* m_language;
    QComboBox* m_zone;
    QLabel* m_backups;
    QLabel* m_file;
};

} // namespace lyceum::ui
