// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/appsettings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr qsizetype kRecent = 8;

struct Entry {
    QLatin1StringView name;
    QVariant standard; ///< its type is the type of the setting
};

/// By AppSettings::Key.
const std::array<Entry, 19>& table()
{
    static const std::array<Entry, 19> kTable {{
        {"language"_L1, u"system"_s},
        {"appearance"_L1, u"system"_s},
        {"window/geometry"_L1, QByteArray()},
        {"window/state"_L1, QByteArray()},
        {"window/page"_L1, 0},
        {"workspace/last"_L1, QString()},
        {"workspace/recent"_L1, QStringList()},
        {"tables/compact"_L1, false},
        {"insights/ruleSet"_L1, u"lyceum"_s},
        {"insights/retentionGrouping"_L1, u"tier"_s},
        {"tables/members"_L1, QByteArray()},
        {"tables/posts"_L1, QByteArray()},
        {"tables/threads"_L1, QByteArray()},
        {"sync/minutes"_L1, 0},
        {"appearance/reducedMotion"_L1, false},
        {"tables/outbox"_L1, QByteArray()},
        {"tables/tiers"_L1, QByteArray()},
        {"tables/offers"_L1, QByteArray()},
        {"tables/journal"_L1, QByteArray()},
    }};
    return kTable;
}

const Entry& entryOf(AppSettings::Key key)
{
    return table().at(std::size_t(key));
}

} // namespace

AppSettings::AppSettings(QObject* parent)
    : QObject(parent)
{
}

AppSettings::AppSettings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

QVariant AppSettings::value(Key key) const
{
    const Entry& entry = entryOf(key);
    QVariant stored = m_settings.value(entry.name, entry.standard);
    return stored.convert(entry.standard.metaType()) ? stored : entry.standard;
}

void AppSettings::setValue(Key key, const QVariant& value)
{
    if (this->value(key) == value)
        return;
    m_settings.setValue(entryOf(key).name, value);
    Q_EMIT changed(key);
}

void AppSettings::rememberWorkspace(const QString& path)
{
    QStringList recent = value(Key::RecentWorkspaces).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    setValue(Key::RecentWorkspaces, recent.mid(0, kRecent));
    setValue(Key::LastWorkspace, path);
}

} // namespace lyceum::ui
