// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lyceum::ui {

class CheckedForm;

/// An offer to be made or changed. Its terms are fixed once the site has it; then only its words and whether it is active change.
class OfferForm final : public QWidget {
    Q_OBJECT

public:
    /// What stands in the fields, whether or not it could be saved.
    struct Draft {
        QString name;
        QString code;
        QString title;
        QString description;
        TierId tier;
        QString type;
        QString amount;
        QString cadence;
        QString duration;
        int months = 1;

        friend bool operator==(const Draft&, const Draft&) = default;
    };

    explicit OfferForm(const PageContext& context, QWidget* parent = nullptr);

    /// Those an offer can be for: paid ones, the archived only where an offer has one.
    void setTiers(const QList<Tier>& tiers);
    /// An invalid id is an offer to be made. With `draft`, what somebody had begun to type.
    void showOffer(const Offer& offer, const std::optional<Draft>& draft = {});
    [[nodiscard]] OfferId offerId() const { return m_offer.id; }
    [[nodiscard]] bool isDirty() const { return draft() != m_saved; }
    [[nodiscard]] Draft draft() const;
    void setBusy(bool busy);
    /// Says it beside the field it is about; false when it is about none.
    bool showProblem(const Error& error);
    void takeFocus();

Q_SIGNALS:
    void saveRequested(lyceum::OfferId offer, const lyceum::workspace::OfferEdit& edit);
    void archiveRequested(lyceum::OfferId offer, bool active); ///< false: put it away
    void givenUp(); ///< back to what is saved

private:
    void buildFields();
    void fill(const Draft& draft);
    [[nodiscard]] Draft draftOf(const Offer& offer) const;
    [[nodiscard]] QString currency() const; ///< of the tier chosen
    [[nodiscard]] std::optional<qint64> amount() const;
    [[nodiscard]] bool check();
    void checkTerms();
    void save();
    void follow();

    PageContext m_context;
    CheckedForm* m_form;
    QLineEdit* m_name;
    QLineEdit* m_code;
    QLineEdit* m_title;
    QLineEdit* m_description;
    QComboBox* m_tier;
    QComboBox* m_type;
    QLineEdit* m_amount;
    QComboBox* m_cadence;
    QComboBox* m_duration;
    QSpinBox* m_months;
    QLabel* m_fixed;
    QPushButton* m_save;
    QPushButton* m_giveUp;
    QPushButton* m_archive;
    QList<Tier> m_tiers;
    Offer m_offer;
    Draft m_saved;
    bool m_isBusy = false;
    bool m_isFilling = false;
};

} // namespace lyceum::ui
