// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/tier.h"
#include "words/format.h"

#include <QAbstractTableModel>
#include <QHash>

namespace lyceum::ui {

/// The tiers as a table: those on offer by price, then the archived ones.
class TierTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Monthly, Yearly, Members, Trial, State, ColumnCount };

    explicit TierTableModel(Format format, QObject* parent = nullptr);

    /// @param members  how many have each tier; one who is not named has none
    void setTiers(const QList<Tier>& tiers, const QHash<TierId, qint64>& members);
    void setFormat(Format format);
    [[nodiscard]] const Tier& tierAt(int row) const { return m_tiers.at(row); }
    [[nodiscard]] int rowOf(TierId id) const; ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString price(const Tier& tier, qint64 minorUnits) const;

    Format m_format;
    QList<Tier> m_tiers;
    QHash<TierId, qint64> m_members;
};

} // namespace lyceum::ui
