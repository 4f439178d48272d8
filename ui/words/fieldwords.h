// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/format.h"
#include "workspace/workspace.h"

#include <QMap>

#include <optional>
#include <utility>

namespace lyceum::ui {

// What a person reads of rows and fields as the journal, the outbox and conflicts name them, in the program's language.

/// Names of rows by kind and id, as far as somebody has looked them up.
class RowNames {
public:
    void add(workspace::Entity entity, qint64 row, const QString& name) { m_names.insert({entity, row}, name); }
    /// The name, or "Member 17" where it is not known.
    [[nodiscard]] QString of(workspace::Entity entity, qint64 row) const;

private:
    QMap<std::pair<workspace::Entity, qint64>, QString> m_names;
};

/// A kind of row, for one or for several: "member", "members".
[[nodiscard]] QString entityWord(workspace::Entity entity, qint64 n);

/// A field: "E-mail", "Labels". A field this version does not know is shown by its own name.
[[nodiscard]] QString fieldWord(workspace::Entity entity, const QByteArray& field);

/// The kind of row a field refers to by id: labels of a member, the tier of an offer. Nothing for fields that hold values.
[[nodiscard]] std::optional<workspace::Entity> referredBy(workspace::Entity entity, const QByteArray& field);
/// Whether the field is a set: then the journal holds one element that was added or dropped.
[[nodiscard]] bool isSetField(workspace::Entity entity, const QByteArray& field);
/// Whether the field holds text that people write: two versions of it can both be kept.
[[nodiscard]] bool isTextField(workspace::Entity entity, const QByteArray& field);

/// A value: times as local times, yes and no, states as words, ids as the names in `names`; nothing is the empty string. Long texts are whole;
/// prices are numbers in the currency's unit, without its sign, which stands in another field.
[[nodiscard]] QString valueWord(workspace::Entity entity, const QByteArray& field, const workspace::Scalar& value, const Format& format, const RowNames& names = {});

} // namespace lyceum::ui
