// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/tier.h"
#include "words/format.h"

#include <QAbstractTableModel>
#include <QHash>

namespace lyceum::ui {

/// The offers as a table: the active ones by name, then the archived ones.
class OfferTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Code, Gives, TierName, Billed, Redemptions, State, ColumnCount };

    explicit OfferTableModel(Format format, QObject* parent = nullptr);

    void setOffers(const QList<Offer>& offers, const QList<Tier>& tiers);
    void setFormat(Format format);
    [[nodiscard]] const Offer& offerAt(int row) const { return m_offers.at(row); }
    [[nodiscard]] int rowOf(OfferId id) const; ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    Format m_format;
    QList<Offer> m_offers;
    QHash<TierId, QString> m_tierNames;
};

} // namespace lyceum::ui
