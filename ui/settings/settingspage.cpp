// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "base/whendone.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

SettingsPage::SettingsPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, tr("Settings"), this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_language(nullptr)
    , m_zone(new QComboBox(this))
    , m_backups(plainLabel(this))
    , m_file(plainLabel(this))
{
    auto* body = new QWidget;
    body->setMaximumWidth(space::kReadingWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    const auto section = [&](const QString& title) {
        column->addWidget(sectionLabel(context.theme, title, body));
        auto* form = new QFormLayout;
        form->setVerticalSpacing(space::kSmall);
        column->addLayout(form);
        column->addSpacing(space::kSmall);
        return form;
    };

    QFormLayout* look = section(tr("Language and appearance"));
    // Each language is named in itself: whoever needs it can read it.
    m_language = addChoice(look, tr("&Language"), AppSettings::Key::Language,
        {{u"system"_s, tr("As the system")}, {u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}});
    connect(m_language, &QComboBox::activated, this,
        [this] { m_notice->say(NoticeBar::Kind::Info, tr("The language changes with the next start of Lyceum.")); });
    addChoice(look, tr("&Appearance"), AppSettings::Key::Appearance,
        {{u"system"_s, tr("As the system")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}, {u"high-contrast"_s, tr("High contrast")}});
    addCheck(look, tr("&Compact rows in tables"), AppSettings::Key::CompactRows);
    addCheck(look, tr("&No motion"), AppSettings::Key::ReducedMotion);

    QFormLayout* figures = section(tr("How figures are counted"));
    addChoice(figures, tr("&Rule set"), AppSettings::Key::RuleSet,
        {{u"lyceum"_s, tr("Lyceum: a member leaves when paid access ends")}, {u"ghost"_s, tr("As Ghost: a member leaves when they cancel")},
            {u"stripe"_s, tr("As Stripe Billing")}, {u"chartmogul"_s, tr("As ChartMogul")}, {u"profitwell"_s, tr("As ProfitWell")}});
    buildZone(figures);

    QFormLayout* care = section(tr("This workspace"));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    care->addRow(tr("File"), m_file);
    care->addRow(tr("Backups"), m_backups);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    auto* back = new QPushButton(tr("Back up now"), body);
    auto* check = new QPushButton(tr("Check the workspace"), body);
    connect(back, &QPushButton::clicked, this, &SettingsPage::backUp);
    connect(check, &QPushButton::clicked, this, &SettingsPage::verify);
    buttons->addWidget(back);
    buttons->addWidget(check);
    buttons->addStretch();
    care->addRow(buttons);
    column->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &SettingsPage::activate);
}

QComboBox* SettingsPage::addChoice(
    QFormLayout* form, const QString& label, AppSettings::Key key, const QList<std::pair<QString, QString>>& choices)
{
    auto* box = new QComboBox(this);
    for (const auto& [value, text] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(m_context.settings.value(key).toString())));
    connect(box, &QComboBox::activated, this, [this, box, key] { m_context.settings.setValue(key, box->currentData()); });
    form->addRow(label, box);
    return box;
}

void SettingsPage::addCheck(QFormLayout* form, const QString& text, AppSettings::Key key)
{
    auto* box = new QCheckBox(text, this);
    box->setChecked(m_context.settings.value(key).toBool());
    connect(box, &QCheckBox::toggled, this, [this, key](bool checked) { m_context.settings.setValue(key, checked); });
    form->addRow(QString(), box);
}

void SettingsPage::buildZone(QFormLayout* form)
{
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    form->addRow(tr("Days are cut in the time &zone"), m_zone);
    connect(m_zone, &QComboBox::activated, this, [this] {
        const QString zone = m_zone->currentText();
        whenDone(m_context.workspace.setSetting(u"timeZone"_s, zone), this, [this, zone](const Result<void>& set) {
            if (set)
                m_notice->say(NoticeBar::Kind::Good, tr("Days are now cut in %1. Open the workspace again to see times in it.").arg(zone));
            else
                m_notice->say(NoticeBar::Kind::Error, sentence(set.error()));
        });
    });
}

void SettingsPage::activate()
{
    const bool open = m_context.workspace.isOpen();
    m_zone->setEnabled(open && !m_context.workspace.isReadOnly());
    m_zone->setCurrentText(QString::fromLatin1(m_context.workspace.facts().timeZone));
    m_file->setText(open ? QDir::toNativeSeparators(m_context.workspace.path()) : tr("None is open."));
    readBackups();
}

void SettingsPage::takeFocus() { m_language->setFocus(); }

void SettingsPage::readBackups()
{
    if (!m_context.workspace.isOpen())
        return;
    whenDone(m_context.workspace.backups(), this, [this](const Result<QList<workspace::Backup>>& backups) {
        if (!backups)
            m_backups->setText(sentence(backups.error()));
        else if (backups->isEmpty())
            m_backups->setText(tr("None yet."));
        else
            m_backups->setText(tr("%n backup(s), the latest of %1.", nullptr, int(backups->size()))
                                   .arg(m_context.format().instant(backups->first().madeAtUtc)));
    });
}

void SettingsPage::backUp()
{
    whenDone(m_context.workspace.backupNow(), this, [this](const Result<workspace::Backup>& backup) {
        if (backup)
            m_notice->say(NoticeBar::Kind::Good, tr("Backed up to %1.").arg(QDir::toNativeSeparators(backup->path)));
        else
            m_notice->say(NoticeBar::Kind::Error, sentence(backup.error()));
        readBackups();
    });
}

void SettingsPage::verify()
{
    m_notice->say(NoticeBar::Kind::Info, tr("Checking. You can go on working."));
    whenDone(m_context.workspace.verify(), this, [this](const Result<QList<workspace::Finding>>& findings) {
        if (!findings) {
            m_notice->say(NoticeBar::Kind::Error, sentence(findings.error()));
            return;
        }
        const auto wrong = std::ranges::count_if(*findings, [](const workspace::Finding& finding) { return !finding.ok && !finding.skipped; });
        if (wrong == 0)
            m_notice->say(NoticeBar::Kind::Good, tr("All %n check(s) passed: file, references, search, daily counts and journal.", nullptr, int(findings->size())));
        else
            m_notice->say(NoticeBar::Kind::Error,
                tr("%n check(s) failed. Restore the latest backup, and keep this file until you have looked at it.", nullptr, int(wrong)));
    });
}

} // namespace lyceum::ui
