// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace lyceum::ui {

/**
 * What the program remembers of itself on this computer: one table of names, types and defaults (appsettings.cpp). What belongs to a
 * community is in its workspace; secrets are in neither.
 */
class AppSettings final : public QObject {
    Q_OBJECT

public:
    enum class Key {
        Language, ///< "system", "en", "zh_CN"
        Appearance, ///< "system", "light", "dark", "high-contrast"
        WindowGeometry,
        WindowState,
        LastPage, ///< number of its PageKind
        LastWorkspace, ///< path
        RecentWorkspaces, ///< paths, newest first
        CompactRows,
        RuleSet, ///< name of the rule set the figures use
        RetentionGrouping,
        MemberColumns, ///< header state of the members table
        PostColumns,
        ThreadColumns,
        SyncMinutes, ///< 0: only when asked
        ReducedMotion,
        OutboxColumns, ///< header state of the changes that wait
        TierColumns,
        OfferColumns,
        JournalColumns,
    };

    /// Reads and writes the settings of the organisation and application names set on QCoreApplication.
    explicit AppSettings(QObject* parent = nullptr);
    /// In a file of its own, for tests.
    explicit AppSettings(const QString& file, QObject* parent = nullptr);

    /// The stored value, or the default where none is stored or it is of the wrong type.
    [[nodiscard]] QVariant value(Key key) const;
    void setValue(Key key, const QVariant& value);
    /// Puts a path at the front of RecentWorkspaces and makes it LastWorkspace.
    void rememberWorkspace(const QString& path);

Q_SIGNALS:
    void changed(lyceum::ui::AppSettings::Key key);

private:
    QSettings m_settings;
};

} // namespace lyceum::ui
