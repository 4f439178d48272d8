// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/asker.h"
#include "page/page.h"
#include "page/pagecontext.h"
#include "tiers/offerform.h"
#include "tiers/tierform.h"

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace lyceum::ui {

class BusyLine;
class EmptyState;
class ListView;
class NoticeBar;
class OfferTableModel;
class PageHeader;
class SidePanel;
class TierTableModel;

/// What members can pay for: the tiers with their prices and benefits, and the offers that make one cheaper.
class TiersPage final : public Page {
    Q_OBJECT

public:
    explicit TiersPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Tiers; }
    [[nodiscard]] QString title() const override { return tr("Tiers & offers"); }
    [[nodiscard]] Icon icon() const override { return Icon::Tiers; }
    void activate() override;
    void takeFocus() override;

private:
    using Choices = workspace::MemberChoices;
    using Offers = QList<Offer>;

    void buildTables();
    void connectTables();
    void connectForms();
    [[nodiscard]] bool showsOffers() const;
    void takeChoices(const Result<Choices>& choices);
    void takeOffers(const Result<Offers>& offers);
    void showAsStored(TierId id); ///< in its form, if it is there
    void showAsStored(OfferId id);
    void showCounts();
    void showTab();
    void keepDrafts();
    void openTier(const Tier& tier);
    void openOffer(const Offer& offer);
    void begin(); ///< a new one of what the tab shows
    void changeTier(TierId tier, const workspace::TierEdit& edit);
    void changeOffer(OfferId offer, const workspace::OfferEdit& edit);
    void say(const Error& error);
    void forgetWorkspace();

    PageContext m_context;
    Asker<Choices> m_choicesAsker;
    Asker<Offers> m_offersAsker;
    TierTableModel* m_tierModel;
    OfferTableModel* m_offerModel;
    PageHeader* m_header;
    QPushButton* m_new;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QTabWidget* m_tabs;
    QStackedWidget* m_tierStack;
    QStackedWidget* m_offerStack;
    ListView* m_tierTable;
    ListView* m_offerTable;
    EmptyState* m_noTiers;
    EmptyState* m_noOffers;
    SidePanel* m_panel;
    QStackedWidget* m_forms;
    TierForm* m_tierForm;
    OfferForm* m_offerForm;
    QList<Tier> m_tiers;
    Offers m_offers;
    // What was begun and neither saved nor given up, by id; 0 is a new one. It waits until somebody comes back to it.
    QHash<TierId, TierForm::Draft> m_tierDrafts;
    QHash<OfferId, OfferForm::Draft> m_offerDrafts;
};

} // namespace lyceum::ui
