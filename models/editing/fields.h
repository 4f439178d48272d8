// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "community/ids.h"
#include "storage/changeset.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <optional>

namespace lyceum::editing {

// What the checks of all kinds of rows share. A field is called as the journal calls it.

/// BadInput about a field; `why` is one of the phrases that ui/words translates.
[[nodiscard]] tl::unexpected<Error> refused(const QString& field, const QString& why);
/// The same error about a field, said of one row: "member 12, field email".
[[nodiscard]] Error ofRow(Error error, const QString& kind, qint64 id);
/// NotFound: "member 12".
[[nodiscard]] tl::unexpected<Error> notThere(const QString& kind, qint64 id);

[[nodiscard]] Result<void> checkLength(const QString& field, const QString& text, qsizetype most);
/// Neither empty nor longer than that.
[[nodiscard]] Result<void> checkName(const QString& field, const QString& text, qsizetype most);
/// One address, as the store takes it: without blanks, with one @ and a host that has a dot.
[[nodiscard]] Result<void> checkEmail(const QString& field, const QString& text);

/// What names are compared by: no case, no blanks around.
[[nodiscard]] QString nameKey(const QString& name);

/// Adds `id`, or takes it away; sets stay sorted.
template <class IdType>
void include(QList<IdType>& ids, IdType id)
{
    if (const auto at = std::lower_bound(ids.cbegin(), ids.cend(), id); at == ids.cend() || *at != id)
        ids.insert(at - ids.cbegin(), id);
}

/// The ids behind names of labels or tags, with those that nobody has heard of made in the change set: T is Label or Tag.
template <class T>
class NameBook {
public:
    using IdType = decltype(T::id);

    explicit NameBook(const QList<T>& known)
    {
        for (const T& each : known)
            m_ids.insert(nameKey(each.name), each.id);
    }

    [[nodiscard]] std::optional<IdType> find(const QString& name) const
    {
        const auto at = m_ids.constFind(nameKey(name));
        return at == m_ids.constEnd() ? std::nullopt : std::optional(*at);
    }

    [[nodiscard]] Result<IdType> findOrMake(storage::ChangeSet& changes, const QString& name)
    {
        if (const auto known = find(name))
            return *known;
        const auto id = changes.nextId<T>();
        if (!id)
            return id;
        T made;
        made.id = *id;
        made.name = name.trimmed();
        changes.put(made);
        m_ids.insert(nameKey(name), *id);
        return *id;
    }

private:
    QHash<QString, IdType> m_ids;
};

} // namespace lyceum::editing
