// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiers/tierspage.h"

#include "base/whendone.h"
#include "itemmodels/offertablemodel.h"
#include "itemmodels/tiertablemodel.h"
#include "tables/listview.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

TiersPage::TiersPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_choicesAsker(this,
          {.question = [this] { return m_context.workspace.memberChoices(); },
              .show = [this](const Result<Choices>& choices) { takeChoices(choices); },
              .setBusy = [this](bool busy) { m_busy->setBusy(busy); }})
    , m_offersAsker(this,
          {.question = [this] { return m_context.workspace.offers(); },
              .show = [this](const Result<Offers>& offers) { takeOffers(offers); },
              .setBusy = [](bool) {}})
    , m_tierModel(new TierTableModel(context.format(), this))
    , m_offerModel(new OfferTableModel(context.format(), this))
    , m_header(new PageHeader(context.theme, tr("Tiers & offers"), this))
    , m_new(new QPushButton(this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_tabs(new QTabWidget)
    , m_tierStack(new QStackedWidget)
    , m_offerStack(new QStackedWidget)
    , m_tierTable(new ListView(context.theme, context.settings, AppSettings::Key::TierColumns))
    , m_offerTable(new ListView(context.theme, context.settings, AppSettings::Key::OfferColumns))
    , m_noTiers(new EmptyState(context.theme))
    , m_noOffers(new EmptyState(context.theme))
    , m_panel(new SidePanel(context.theme))
    , m_forms(new QStackedWidget)
    , m_tierForm(new TierForm(context))
    , m_offerForm(new OfferForm(context))
{
    buildTables();
    m_new->setObjectName(u"newTierOrOffer"_s);
    m_new->setProperty("primary", true);
    m_header->addAction(m_new);
    m_forms->addWidget(m_tierForm);
    m_forms->addWidget(m_offerForm);
    m_panel->setContent(m_forms);
    m_panel->hide();
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tabs);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(split, 1);

    connectTables();
    connectForms();
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &TiersPage::forgetWorkspace);
    connect(&m_context.workspace, &workspace::Workspace::closed, this, &TiersPage::forgetWorkspace);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && (summary.touches(workspace::Entity::Tier) || summary.touches(workspace::Entity::Offer)))
            activate();
    });
    showTab();
}

void TiersPage::buildTables()
{
    m_tierTable->setObjectName(u"tierTable"_s);
    m_tierTable->setAccessibleName(tr("Tiers"));
    m_tierTable->setModel(m_tierModel);
    m_tierTable->arrangeColumns({160, 90, 90, 80, 85, 90});
    m_offerTable->setObjectName(u"offerTable"_s);
    m_offerTable->setAccessibleName(tr("Offers"));
    m_offerTable->setModel(m_offerModel);
    m_offerTable->arrangeColumns({150, 110, 180, 110, 85, 85, 90});
    for (ListView* table : {m_tierTable, m_offerTable})
        table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_noTiers->setContent(Icon::Tiers, tr("No tiers yet."), tr("Connect your site to bring its tiers here, or make one."), tr("New tier"));
    m_noOffers->setContent(Icon::Tiers, tr("No offers yet."), tr("An offer makes a tier cheaper for those who have its code."), tr("New offer"));
    m_tierStack->addWidget(m_tierTable);
    m_tierStack->addWidget(m_noTiers);
    m_offerStack->addWidget(m_offerTable);
    m_offerStack->addWidget(m_noOffers);
    m_tabs->setObjectName(u"tierTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_tierStack, tr("Tie&rs"));
    m_tabs->addTab(m_offerStack, tr("O&ffers"));
}

void TiersPage::connectTables()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, &TiersPage::showTab);
    connect(m_new, &QPushButton::clicked, this, &TiersPage::begin);
    for (EmptyState* empty : {m_noTiers, m_noOffers})
        connect(empty, &EmptyState::actionTriggered, this, &TiersPage::begin);
    const auto openRow = [this](const QModelIndex& index) {
        if (showsOffers())
            openOffer(m_offerModel->offerAt(index.row()));
        else
            openTier(m_tierModel->tierAt(index.row()));
    };
    for (ListView* table : {m_tierTable, m_offerTable}) {
        connect(table, &QTableView::clicked, this, openRow);
        connect(table, &ListView::rowOpened, this, [this, openRow](const QModelIndex& index) {
            openRow(index);
            if (showsOffers())
                m_offerForm->takeFocus();
            else
                m_tierForm->takeFocus();
        });
    }
}

void TiersPage::connectForms()
{
    connect(m_tierForm, &TierForm::saveRequested, this, &TiersPage::changeTier);
    connect(m_tierForm, &TierForm::archiveRequested, this, [this](TierId tier, bool active) {
        workspace::TierEdit edit;
        edit.active = active;
        changeTier(tier, edit);
    });
    connect(m_tierForm, &TierForm::givenUp, this, [this] {
        m_tierDrafts.remove(m_tierForm->tierId());
        showAsStored(m_tierForm->tierId());
    });
    connect(m_offerForm, &OfferForm::saveRequested, this, &TiersPage::changeOffer);
    connect(m_offerForm, &OfferForm::archiveRequested, this, [this](OfferId offer, bool active) {
        workspace::OfferEdit edit;
        edit.active = active;
        changeOffer(offer, edit);
    });
    connect(m_offerForm, &OfferForm::givenUp, this, [this] {
        m_offerDrafts.remove(m_offerForm->offerId());
        showAsStored(m_offerForm->offerId());
    });
    connect(m_panel, &SidePanel::closed, this, &TiersPage::keepDrafts);
}

bool TiersPage::showsOffers() const { return m_tabs->currentWidget() == m_offerStack; }

void TiersPage::activate()
{
    if (!m_context.workspace.isOpen())
        return;
    m_choicesAsker.refresh();
    m_offersAsker.refresh();
}

void TiersPage::takeFocus()
{
    ListView* table = showsOffers() ? m_offerTable : m_tierTable;
    table->setFocus();
}

void TiersPage::takeChoices(const Result<Choices>& choices)
{
    if (!choices) {
        say(choices.error());
        return;
    }
    m_tiers = choices->tiers;
    const int current = m_tierTable->currentIndex().row();
    const TierId chosen = current >= 0 && current < m_tierModel->rowCount() ? m_tierModel->tierAt(current).id : TierId();
    m_tierModel->setTiers(m_tiers, choices->facets.tiers);
    m_offerModel->setOffers(m_offers, m_tiers);
    m_offerForm->setTiers(m_tiers);
    if (m_tierModel->rowCount() > 0)
        m_tierTable->setCurrentIndex(m_tierModel->index(std::max(0, m_tierModel->rowOf(chosen)), 0));
    if (!m_tierForm->isDirty()) // what somebody types into stays as it is
        showAsStored(m_tierForm->tierId());
    showCounts();
}

void TiersPage::takeOffers(const Result<Offers>& offers)
{
    if (!offers) {
        say(offers.error());
        return;
    }
    m_offers = *offers;
    const int current = m_offerTable->currentIndex().row();
    const OfferId chosen = current >= 0 && current < m_offerModel->rowCount() ? m_offerModel->offerAt(current).id : OfferId();
    m_offerModel->setOffers(m_offers, m_tiers);
    if (m_offerModel->rowCount() > 0)
        m_offerTable->setCurrentIndex(m_offerModel->index(std::max(0, m_offerModel->rowOf(chosen)), 0));
    if (!m_offerForm->isDirty())
        showAsStored(m_offerForm->offerId());
    showCounts();
}

void TiersPage::showAsStored(TierId id)
{
    if (const auto tier = std::ranges::find(m_tiers, id, &Tier::id); tier != m_tiers.end())
        m_tierForm->showTier(*tier);
}

void TiersPage::showAsStored(OfferId id)
{
    if (const auto offer = std::ranges::find(m_offers, id, &Offer::id); offer != m_offers.end())
        m_offerForm->showOffer(*offer);
}

void TiersPage::showCounts()
{
    m_tierStack->setCurrentIndex(m_tiers.isEmpty() ? 1 : 0);
    m_offerStack->setCurrentIndex(m_offers.isEmpty() ? 1 : 0);
    const auto onOffer = std::ranges::count_if(m_tiers, [](const Tier& tier) { return tier.active && tier.paid; });
    const auto offers = std::ranges::count_if(m_offers, [](const Offer& offer) { return offer.active; });
    //: %1 is "2 offers are active."
    m_header->setSentence(tr("%n tier(s) can be bought. %1", nullptr, int(onOffer)).arg(tr("%n offer(s) are active.", nullptr, int(offers))));
}

void TiersPage::showTab()
{
    m_new->setText(showsOffers() ? tr("New offer") : tr("New tier"));
    m_new->setEnabled(m_context.workspace.isOpen() && !m_context.workspace.isReadOnly());
    m_panel->closePanel();
}

void TiersPage::keepDrafts()
{
    if (m_tierForm->isDirty())
        m_tierDrafts.insert(m_tierForm->tierId(), m_tierForm->draft());
    else
        m_tierDrafts.remove(m_tierForm->tierId());
    if (m_offerForm->isDirty())
        m_offerDrafts.insert(m_offerForm->offerId(), m_offerForm->draft());
    else
        m_offerDrafts.remove(m_offerForm->offerId());
}

void TiersPage::openTier(const Tier& tier)
{
    keepDrafts();
    const auto draft = m_tierDrafts.constFind(tier.id);
    m_tierForm->showTier(tier, draft == m_tierDrafts.constEnd() ? std::nullopt : std::optional(*draft));
    m_panel->setTitle(tier.id.isValid() ? tier.name : tr("New tier"));
    m_forms->setCurrentWidget(m_tierForm);
    m_panel->openPanel();
}

void TiersPage::openOffer(const Offer& offer)
{
    keepDrafts();
    const auto draft = m_offerDrafts.constFind(offer.id);
    m_offerForm->showOffer(offer, draft == m_offerDrafts.constEnd() ? std::nullopt : std::optional(*draft));
    m_panel->setTitle(offer.id.isValid() ? offer.name : tr("New offer"));
    m_forms->setCurrentWidget(m_offerForm);
    m_panel->openPanel();
}

void TiersPage::begin()
{
    if (showsOffers()) {
        openOffer({});
        m_offerForm->takeFocus();
    } else {
        openTier({});
        m_tierForm->takeFocus();
    }
}

void TiersPage::changeTier(TierId tier, const workspace::TierEdit& edit)
{
    m_tierForm->setBusy(true);
    whenDone(m_context.workspace.editTier(tier, edit), this, [this, tier, edit](const Result<workspace::ChangeSummary>& changed) {
        m_tierForm->setBusy(false);
        if (!changed) {
            if (m_tierForm->tierId() != tier || !m_tierForm->showProblem(changed.error()))
                Q_EMIT changeFailed(changed.error());
            return;
        }
        const auto before = std::ranges::find(m_tiers, tier, &Tier::id);
        const QString name = edit.name.value_or(before == m_tiers.end() ? QString() : before->name);
        if (edit.active.has_value()) {
            Q_EMIT changeMade(*edit.active ? tr("“%1” is on offer again.").arg(name) : tr("“%1” is archived.").arg(name), changed->journalEntry);
        } else {
            // Saved: the form begins from what the workspace has now.
            m_tierDrafts.remove(tier);
            m_tierForm->showTier({});
            m_panel->closePanel();
            Q_EMIT changeMade(tier.isValid() ? tr("“%1” is saved.").arg(name) : tr("“%1” is made.").arg(name), changed->journalEntry);
            m_tierTable->setFocus();
        }
        activate();
    });
}

void TiersPage::changeOffer(OfferId offer, const workspace::OfferEdit& edit)
{
    m_offerForm->setBusy(true);
    whenDone(m_context.workspace.editOffer(offer, edit), this, [this, offer, edit](const Result<workspace::ChangeSummary>& changed) {
        m_offerForm->setBusy(false);
        if (!changed) {
            if (m_offerForm->offerId() != offer || !m_offerForm->showProblem(changed.error()))
                Q_EMIT changeFailed(changed.error());
            return;
        }
        const auto before = std::ranges::find(m_offers, offer, &Offer::id);
        const QString name = edit.name.value_or(before == m_offers.end() ? QString() : before->name);
        if (edit.active.has_value()) {
            Q_EMIT changeMade(*edit.active ? tr("“%1” is active again.").arg(name) : tr("“%1” is archived.").arg(name), changed->journalEntry);
        } else {
            m_offerDrafts.remove(offer);
            m_offerForm->showOffer({});
            m_panel->closePanel();
            Q_EMIT changeMade(offer.isValid() ? tr("“%1” is saved.").arg(name) : tr("“%1” is made.").arg(name), changed->journalEntry);
            m_offerTable->setFocus();
        }
        activate();
    });
}

void TiersPage::say(const Error& error) { m_notice->say(NoticeBar::Kind::Error, sentence(error)); }

void TiersPage::forgetWorkspace()
{
    m_choicesAsker.forget();
    m_offersAsker.forget();
    m_tierForm->showTier({});
    m_offerForm->showOffer({});
    m_tierDrafts.clear();
    m_offerDrafts.clear();
    m_tiers.clear();
    m_offers.clear();
    m_notice->dismiss();
    m_tierModel->setTiers({}, {});
    m_offerModel->setOffers({}, {});
    m_tierModel->setFormat(m_context.format());
    m_offerModel->setFormat(m_context.format());
    showTab();
    if (isVisible())
        activate();
}

} // namespace lyceum::ui
