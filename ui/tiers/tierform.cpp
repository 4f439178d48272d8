// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiers/tierform.h"

#include "widgets/checkedform.h"
#include "widgets/linelistedit.h"
#include "words/moneytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kDescriptionLines = 3;
constexpr int kMostTrialDays = 730;
constexpr int kMonths = 12;

} // namespace

TierForm::TierForm(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new CheckedForm(context.theme))
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_currency(new QComboBox)
    , m_monthly(new QLineEdit)
    , m_yearly(new QLineEdit)
    , m_trial(new QSpinBox)
    , m_visible(new QCheckBox(tr("Offered to &the public")))
    , m_benefits(new LineListEdit(context.theme, tr("Benefits"), tr("Add a benefit")))
    , m_save(new QPushButton(this))
    , m_giveUp(new QPushButton(tr("Give up changes"), this))
    , m_archive(new QPushButton(this))
{
    setObjectName(u"tierForm"_s);
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

    m_save->setObjectName(u"tierSave"_s);
    m_save->setProperty("primary", true);
    m_archive->setObjectName(u"tierArchive"_s);
    m_giveUp->setObjectName(u"tierGiveUp"_s);
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

    connect(m_save, &QPushButton::clicked, this, &TierForm::save);
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        fill(m_saved);
        Q_EMIT givenUp();
    });
    connect(m_archive, &QPushButton::clicked, this, [this] { Q_EMIT archiveRequested(m_tier.id, !m_tier.active); });
    auto* saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &TierForm::save);
    showTier({});
}

void TierForm::buildFields()
{
    m_name->setMaxLength(int(editing::kMostName));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(kDescriptionLines * fontMetrics().lineSpacing() + space::kLarge);
    m_currency->setEditable(true);
    m_currency->setInsertPolicy(QComboBox::NoInsert);
    m_currency->addItems({u"USD"_s, u"EUR"_s, u"GBP"_s, u"CNY"_s, u"JPY"_s, u"AUD"_s, u"CAD"_s, u"INR"_s, u"BRL"_s});
    m_trial->setRange(0, kMostTrialDays);
    m_trial->setSpecialValueText(tr("None", "trial"));
    m_trial->setMinimumHeight(m_name->sizeHint().height()); // as high as its neighbours
    m_form->addField(u"name"_s, tr("&Name"), m_name);
    m_form->addField(u"description"_s, tr("&Description"), m_description);
    m_form->addField(u"currency"_s, tr("Cu&rrency"), m_currency);
    m_form->addPair(u"monthly_price"_s, tr("Price a &month"), m_monthly, u"yearly_price"_s, tr("Price a &year"), m_yearly);
    m_form->addField(u"trial_days"_s, tr("Days of &free trial"), m_trial);
    m_form->addWidget(m_visible);
    m_form->addField(u"benefits"_s, tr("&Benefits"), m_benefits);
    m_form->setHint(u"benefits"_s, tr("One a line, in the order members see them."));
    for (QLineEdit* field : {m_name, m_monthly, m_yearly}) {
        connect(field, &QLineEdit::textEdited, this, &TierForm::follow);
        connect(field, &QLineEdit::returnPressed, this, &TierForm::save);
    }
    connect(m_description, &QPlainTextEdit::textChanged, this, &TierForm::follow);
    connect(m_currency, &QComboBox::editTextChanged, this, &TierForm::follow);
    connect(m_trial, &QSpinBox::valueChanged, this, &TierForm::follow);
    connect(m_visible, &QCheckBox::toggled, this, &TierForm::follow);
    connect(m_benefits, &LineListEdit::edited, this, &TierForm::follow);
}

TierForm::Draft TierForm::draftOf(const Tier& tier) const
{
    const QLocale locale = m_context.format().locale();
    const bool isNew = !tier.id.isValid();
    const QString currency = isNew && tier.currency.isEmpty() ? u"USD"_s : tier.currency;
    return {tier.name, tier.description, currency, isNew || !tier.paid ? QString() : amountText({tier.monthlyPrice, currency}, locale),
        isNew || !tier.paid ? QString() : amountText({tier.yearlyPrice, currency}, locale), int(tier.trialDays), tier.visible, tier.benefits};
}

TierForm::Draft TierForm::draft() const
{
    return {m_name->text(), m_description->toPlainText(), m_currency->currentText(), m_monthly->text(), m_yearly->text(), m_trial->value(),
        m_visible->isChecked(), m_benefits->lines()};
}

void TierForm::fill(const Draft& draft)
{
    m_name->setText(draft.name);
    m_description->setPlainText(draft.description);
    m_currency->setCurrentText(draft.currency);
    m_monthly->setText(draft.monthly);
    m_yearly->setText(draft.yearly);
    m_trial->setValue(draft.trialDays);
    m_visible->setChecked(draft.visible);
    m_benefits->setLines(draft.benefits);
    m_form->clearProblems();
    follow();
}

void TierForm::showTier(const Tier& tier, const std::optional<Draft>& draft)
{
    m_tier = tier;
    const bool isNew = !tier.id.isValid();
    const bool isPriced = isNew || tier.paid;
    for (const QString& field : {u"currency"_s, u"monthly_price"_s, u"yearly_price"_s, u"trial_days"_s})
        m_form->setFieldVisible(field, isPriced);
    m_save->setText(isNew ? tr("Make the tier") : tr("Save"));
    m_archive->setText(tier.active ? tr("Archive") : tr("Bring back"));
    m_archive->setToolTip(tier.active ? tr("Nobody can choose it any more; who has it keeps it.") : QString());
    m_archive->setVisible(!isNew && tier.paid);
    m_saved = draftOf(tier);
    fill(draft.value_or(m_saved));
}

void TierForm::takeFocus()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TierForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy && !m_context.workspace.isReadOnly());
    follow();
}

void TierForm::follow()
{
    const bool mayWrite = !m_isBusy && !m_context.workspace.isReadOnly();
    m_save->setEnabled(mayWrite && isDirty());
    m_giveUp->setVisible(isDirty());
    m_archive->setEnabled(mayWrite);
    const QLocale locale = m_context.format().locale();
    const auto monthly = minorUnitsOf(m_monthly->text(), m_currency->currentText(), locale);
    const auto yearly = minorUnitsOf(m_yearly->text(), m_currency->currentText(), locale);
    const bool isLess = monthly && yearly && *yearly > 0 && *yearly < kMonths * *monthly;
    m_form->setHint(u"yearly_price"_s,
        isLess ? tr("%1 less than twelve single months").arg(m_context.format().percent(1 - double(*yearly) / double(kMonths * *monthly), 0)) : QString());
}

void TierForm::checkPrice(const QString& field, const QString& text)
{
    const auto price = minorUnitsOf(text, m_currency->currentText(), m_context.format().locale());
    if (!price)
        m_form->setProblem(field, tr("Enter an amount such as %1.").arg(amountText({500, m_currency->currentText()}, m_context.format().locale())));
    else if (*price == 0)
        m_form->setProblem(field, tr("A paid tier costs something."));
    else if (*price > editing::kMostPrice)
        m_form->setProblem(field, tr("That is more than the site can charge."));
}

bool TierForm::check()
{
    m_form->clearProblems();
    const Draft now = draft();
    if (now.name.trimmed().isEmpty())
        m_form->setProblem(u"name"_s, tr("Give the tier a name."));
    if (now.description.size() > editing::kMostName)
        m_form->setProblem(u"description"_s, tr("The site takes at most %n character(s) here.", nullptr, int(editing::kMostName)));
    if (std::ranges::any_of(now.benefits, [](const QString& benefit) { return benefit.size() > editing::kMostName; }))
        m_form->setProblem(u"benefits"_s, tr("A benefit has at most %n character(s).", nullptr, int(editing::kMostName)));
    if (m_tier.paid || !m_tier.id.isValid()) {
        const QString currency = now.currency.trimmed();
        if (currency.size() != 3 || !std::ranges::all_of(currency, [](QChar letter) { return letter.isLetter() && letter.unicode() < 0x80; }))
            m_form->setProblem(u"currency"_s, tr("A currency is three letters, such as USD."));
        checkPrice(u"monthly_price"_s, now.monthly);
        checkPrice(u"yearly_price"_s, now.yearly);
    }
    return !m_form->focusProblem();
}

bool TierForm::showProblem(const Error& error)
{
    const QString field = error.subject.section(u' ', -1); // "field code"
    if (error.kind != Error::Kind::BadInput || !m_form->knows(field))
        return false;
    m_form->setProblem(field, tr("This cannot be saved so."));
    return m_form->focusProblem();
}

void TierForm::save()
{
    if (!m_save->isEnabled() || !check())
        return;
    const Draft now = draft();
    const bool isNew = !m_tier.id.isValid();
    workspace::TierEdit edit;
    // Only what changed: a field left alone takes part in no conflict.
    if (isNew || now.name != m_saved.name)
        edit.name = now.name.trimmed();
    if (isNew || now.description != m_saved.description)
        edit.description = now.description.trimmed();
    if (isNew || now.visible != m_saved.visible)
        edit.visible = now.visible;
    if (isNew || now.benefits != m_saved.benefits)
        edit.benefits = now.benefits;
    if (isNew || m_tier.paid) {
        const QLocale locale = m_context.format().locale();
        const bool isOtherCurrency = isNew || now.currency != m_saved.currency;
        if (isOtherCurrency)
            edit.currency = now.currency.trimmed().toUpper();
        if (isOtherCurrency || now.monthly != m_saved.monthly)
            edit.monthlyPrice = minorUnitsOf(now.monthly, now.currency, locale);
        if (isOtherCurrency || now.yearly != m_saved.yearly)
            edit.yearlyPrice = minorUnitsOf(now.yearly, now.currency, locale);
        if (isNew || now.trialDays != m_saved.trialDays)
            edit.trialDays = now.trialDays;
    }
    Q_EMIT saveRequested(m_tier.id, edit);
}

} // namespace lyceum::ui
