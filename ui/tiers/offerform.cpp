// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiers/offerform.h"

#include "widgets/checkedform.h"
#include "widgets/plainlabel.h"
#include "words/moneytext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kMostMonths = 36;
constexpr qint64 kWhole = 100; // per cent
constexpr qint64 kMostFreeDays = 730;

void select(QComboBox* box, const QVariant& data) { box->setCurrentIndex(box->findData(data)); }

} // namespace

OfferForm::OfferForm(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new CheckedForm(context.theme))
    , m_name(new QLineEdit)
    , m_code(new QLineEdit)
    , m_title(new QLineEdit)
    , m_description(new QLineEdit)
    , m_tier(new QComboBox)
    , m_type(new QComboBox)
    , m_amount(new QLineEdit)
    , m_cadence(new QComboBox)
    , m_duration(new QComboBox)
    , m_months(new QSpinBox)
    , m_fixed(plainLabel(this))
    , m_save(new QPushButton(this))
    , m_giveUp(new QPushButton(tr("Give up changes"), this))
    , m_archive(new QPushButton(this))
{
    setObjectName(u"offerForm"_s);
    buildFields();
    auto* body = new QWidget;
    auto* bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(0, 0, space::kMedium, 0);
    bodyColumn->addWidget(m_form);
    bodyColumn->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);

    m_save->setObjectName(u"offerSave"_s);
    m_save->setProperty("primary", true);
    m_archive->setObjectName(u"offerArchive"_s);
    m_giveUp->setObjectName(u"offerGiveUp"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_save);
    buttons->addWidget(m_giveUp);
    buttons->addStretch();
    buttons->addWidget(m_archive);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);

    connect(m_save, &QPushButton::clicked, this, &OfferForm::save);
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        fill(m_saved);
        Q_EMIT givenUp();
    });
    connect(m_archive, &QPushButton::clicked, this, [this] { Q_EMIT archiveRequested(m_offer.id, !m_offer.active); });
    auto* saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &OfferForm::save);
    setInk(m_fixed, m_context.theme.tokens().muted);
    connect(&m_context.theme, &Theme::changed, this, [this] { setInk(m_fixed, m_context.theme.tokens().muted); });
    showOffer({});
}

void OfferForm::buildFields()
{
    m_name->setMaxLength(int(editing::kMostOfferName));
    for (QLineEdit* field : {m_code, m_title, m_description})
        field->setMaxLength(int(editing::kMostName));
    m_type->addItem(tr("Per cent off"), u"percent"_s);
    m_type->addItem(tr("An amount off"), u"fixed"_s);
    m_type->addItem(tr("Days for free"), u"trial"_s);
    m_cadence->addItem(tr("Monthly"), u"month"_s);
    m_cadence->addItem(tr("Yearly"), u"year"_s);
    m_duration->addItem(tr("The first payment"), u"once"_s);
    m_duration->addItem(tr("Some months"), u"repeating"_s);
    m_duration->addItem(tr("For good"), u"forever"_s);
    m_months->setRange(1, kMostMonths);
    m_months->setMinimumHeight(m_name->sizeHint().height()); // as high as its neighbours
    m_form->addField(u"name"_s, tr("&Name"), m_name);
    m_form->setHint(u"name"_s, tr("For you; members do not see it."));
    m_form->addField(u"code"_s, tr("C&ode"), m_code);
    m_form->setHint(u"code"_s, tr("The end of the address that members follow."));
    m_form->addWidget(m_fixed);
    m_fixed->setText(tr("The site keeps the terms of an offer as they were made. For other terms archive this one and make another."));
    m_form->addField(u"tier_id"_s, tr("&Tier"), m_tier);
    m_form->addPair(u"type"_s, tr("&Gives"), m_type, u"amount"_s, tr("Ho&w much"), m_amount);
    m_form->addPair(u"cadence"_s, tr("&Billed"), m_cadence, u"duration"_s, tr("&Lasts"), m_duration);
    m_form->addField(u"duration_months"_s, tr("&Months"), m_months);
    m_form->addField(u"title"_s, tr("T&itle members see"), m_title);
    m_form->addField(u"description"_s, tr("&Description members see"), m_description);
    for (QLineEdit* field : {m_name, m_code, m_title, m_description, m_amount}) {
        connect(field, &QLineEdit::textEdited, this, &OfferForm::follow);
        connect(field, &QLineEdit::returnPressed, this, &OfferForm::save);
    }
    for (QComboBox* box : {m_tier, m_type, m_cadence, m_duration})
        connect(box, &QComboBox::currentIndexChanged, this, &OfferForm::follow);
    connect(m_months, &QSpinBox::valueChanged, this, &OfferForm::follow);
}

void OfferForm::setTiers(const QList<Tier>& tiers)
{
    const Draft kept = draft();
    const bool isDirtyNow = isDirty();
    m_tiers = tiers;
    m_isFilling = true;
    m_tier->clear();
    for (const Tier& tier : tiers) {
        if (tier.paid && (tier.active || tier.id == m_offer.tier || tier.id == kept.tier))
            m_tier->addItem(tier.name, tier.id.value);
    }
    select(m_tier, kept.tier.value);
    m_isFilling = false;
    m_saved = draftOf(m_offer);
    if (isDirtyNow)
        follow(); // what was typed stays, and what was said of it
    else
        fill(m_saved);
}

OfferForm::Draft OfferForm::draftOf(const Offer& offer) const
{
    Draft draft {offer.name, offer.code, offer.title, offer.description, offer.tier, offer.type, {}, offer.cadence, offer.duration,
        std::max(1, int(offer.durationMonths))};
    if (!offer.id.isValid()) {
        const auto first = std::ranges::find_if(m_tiers, [](const Tier& tier) { return tier.paid && tier.active; });
        draft.tier = first == m_tiers.end() ? TierId() : first->id;
        draft.type = u"percent"_s;
        draft.cadence = u"month"_s;
        draft.duration = u"once"_s;
    } else {
        draft.amount = offer.type == "fixed"_L1 ? amountText({offer.amount, offer.currency}, m_context.format().locale()) : QString::number(offer.amount);
        if (offer.type == "trial"_L1)
            draft.duration = u"once"_s; // what the field shows while it is hidden
    }
    if (std::ranges::find(m_tiers, draft.tier, &Tier::id) == m_tiers.end())
        draft.tier = {}; // not read yet
    return draft;
}

OfferForm::Draft OfferForm::draft() const
{
    return {m_name->text(), m_code->text(), m_title->text(), m_description->text(), TierId {m_tier->currentData().toLongLong()},
        m_type->currentData().toString(), m_amount->text(), m_cadence->currentData().toString(), m_duration->currentData().toString(), m_months->value()};
}

void OfferForm::fill(const Draft& draft)
{
    m_isFilling = true;
    m_name->setText(draft.name);
    m_code->setText(draft.code);
    m_title->setText(draft.title);
    m_description->setText(draft.description);
    select(m_tier, draft.tier.value);
    select(m_type, draft.type);
    m_amount->setText(draft.amount);
    select(m_cadence, draft.cadence);
    select(m_duration, draft.duration);
    m_months->setValue(draft.months);
    m_isFilling = false;
    m_form->clearProblems();
    follow();
}

void OfferForm::showOffer(const Offer& offer, const std::optional<Draft>& draft)
{
    m_offer = offer;
    const bool isNew = !offer.id.isValid();
    const bool isThere = !offer.remoteId.isEmpty();
    for (QWidget* term : {static_cast<QWidget*>(m_tier), static_cast<QWidget*>(m_type), static_cast<QWidget*>(m_amount), static_cast<QWidget*>(m_cadence),
             static_cast<QWidget*>(m_duration), static_cast<QWidget*>(m_months)})
        term->setEnabled(!isThere);
    m_fixed->setVisible(isThere);
    m_save->setText(isNew ? tr("Make the offer") : tr("Save"));
    m_archive->setText(offer.active ? tr("Archive") : tr("Bring back"));
    m_archive->setToolTip(offer.active ? tr("Its code no longer works; who has redeemed it keeps it.") : QString());
    m_archive->setVisible(!isNew);
    m_isFilling = true;
    if (offer.tier.isValid() && m_tier->findData(offer.tier.value) < 0) {
        const auto tier = std::ranges::find(m_tiers, offer.tier, &Tier::id);
        if (tier != m_tiers.end())
            m_tier->addItem(tier->name, tier->id.value);
    }
    m_isFilling = false;
    m_saved = draftOf(offer);
    fill(draft.value_or(m_saved));
}

void OfferForm::takeFocus()
{
    m_name->setFocus();
    m_name->selectAll();
}

void OfferForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy && !m_context.workspace.isReadOnly());
    follow();
}

QString OfferForm::currency() const
{
    const auto tier = std::ranges::find(m_tiers, TierId {m_tier->currentData().toLongLong()}, &Tier::id);
    return tier == m_tiers.end() ? QString() : tier->currency;
}

std::optional<qint64> OfferForm::amount() const
{
    if (m_type->currentData().toString() == "fixed"_L1)
        return minorUnitsOf(m_amount->text(), currency(), m_context.format().locale());
    bool isNumber = false;
    const qint64 number = m_amount->text().trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void OfferForm::follow()
{
    if (m_isFilling)
        return;
    const QString type = m_type->currentData().toString();
    const bool isTrial = type == "trial"_L1;
    m_form->setFieldVisible(u"duration"_s, !isTrial);
    m_form->setFieldVisible(u"duration_months"_s, !isTrial && m_duration->currentData().toString() == "repeating"_L1);
    m_form->setHint(u"amount"_s, isTrial ? tr("Days") : type == "fixed"_L1 ? currency() : tr("Per cent, 1 to 100"));
    const bool mayWrite = !m_isBusy && !m_context.workspace.isReadOnly();
    m_save->setEnabled(mayWrite && isDirty());
    m_giveUp->setVisible(isDirty());
    m_archive->setEnabled(mayWrite);
}

bool OfferForm::check()
{
    m_form->clearProblems();
    if (m_name->text().trimmed().isEmpty())
        m_form->setProblem(u"name"_s, tr("Give the offer a name."));
    if (m_code->text().trimmed().isEmpty())
        m_form->setProblem(u"code"_s, tr("Give the offer a code."));
    if (m_offer.remoteId.isEmpty())
        checkTerms();
    return !m_form->focusProblem();
}

void OfferForm::checkTerms()
{
    if (!m_tier->currentData().isValid())
        m_form->setProblem(u"tier_id"_s, tr("An offer is for a paid tier; there is none yet."));
    const QString type = m_type->currentData().toString();
    const auto much = amount();
    if (type == "percent"_L1 && (!much || *much < 1 || *much > kWhole))
        m_form->setProblem(u"amount"_s, tr("Enter a whole number from 1 to 100."));
    else if (type == "trial"_L1 && (!much || *much < 1 || *much > kMostFreeDays))
        m_form->setProblem(u"amount"_s, tr("Enter a number of days from 1 to %1.").arg(m_context.format().count(kMostFreeDays)));
    else if (type == "fixed"_L1 && (!much || *much < 1))
        m_form->setProblem(u"amount"_s, tr("Enter an amount such as %1.").arg(amountText({500, currency()}, m_context.format().locale())));
    const bool isRepeating = type != "trial"_L1 && m_duration->currentData().toString() == "repeating"_L1;
    if (isRepeating && m_cadence->currentData().toString() == "year"_L1)
        m_form->setProblem(u"duration"_s, tr("Billed yearly, an offer is for the first payment or for good."));
}

bool OfferForm::showProblem(const Error& error)
{
    const QString field = error.subject.section(u' ', -1); // "field code"
    if (error.kind != Error::Kind::BadInput || !m_form->knows(field))
        return false;
    const bool mustDiffer = field == "name"_L1 || field == "code"_L1;
    m_form->setProblem(field, mustDiffer ? tr("Another offer is called that.") : tr("This cannot be saved so."));
    return m_form->focusProblem();
}

void OfferForm::save()
{
    if (!m_save->isEnabled() || !check())
        return;
    const Draft now = draft();
    const bool isNew = !m_offer.id.isValid();
    workspace::OfferEdit edit;
    // Only what changed: a field left alone takes part in no conflict.
    if (isNew || now.name != m_saved.name)
        edit.name = now.name.trimmed();
    if (isNew || now.code != m_saved.code)
        edit.code = now.code.trimmed();
    if (isNew || now.title != m_saved.title)
        edit.title = now.title.trimmed();
    if (isNew || now.description != m_saved.description)
        edit.description = now.description.trimmed();
    const auto termsOf = [](const Draft& draft) { return std::tie(draft.tier, draft.type, draft.amount, draft.cadence, draft.duration, draft.months); };
    if (isNew || termsOf(now) != termsOf(m_saved)) { // they go together
        const bool isTrial = now.type == "trial"_L1;
        edit.tier = now.tier;
        edit.type = now.type;
        edit.amount = amount();
        edit.cadence = now.cadence;
        edit.duration = isTrial ? u"trial"_s : now.duration;
        edit.durationMonths = !isTrial && now.duration == "repeating"_L1 ? now.months : 0;
    }
    Q_EMIT saveRequested(m_offer.id, edit);
}

} // namespace lyceum::ui
