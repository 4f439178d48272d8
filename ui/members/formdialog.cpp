// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/formdialog.h"

#include "widgets/busyline.h"
#include "widgets/checkedform.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "words/errordetail.h"
#include "words/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kFormWidth = 480;

/// The field an error is about: "member 12, field email" names email.
QString fieldIn(const QString& subject)
{
    const qsizetype at = subject.lastIndexOf("field "_L1);
    return at < 0 ? subject : subject.mid(at + 6);
}

} // namespace

FormDialog::FormDialog(const PageContext& context, const QString& heading, const QString& verb, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_form(new CheckedForm(context.theme))
    , m_scroll(new QScrollArea(this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_button(new QPushButton(verb, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(heading);
    setMinimumWidth(kFormWidth);
    QLabel* title = sectionLabel(context.theme, heading, this);
    title->setWordWrap(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_form->setContentsMargins(0, 0, space::kMedium, 0);
    m_scroll->setWidget(m_form);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_button->setObjectName(u"submit"_s);
    m_button->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(title);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_button, &QPushButton::clicked, this, &FormDialog::submit);
}

void FormDialog::submit()
{
    m_notice->dismiss();
    m_form->clearProblems();
    if (check())
        Q_EMIT submitted();
    else
        goToProblem();
}

void FormDialog::goToProblem()
{
    if (m_form->focusProblem())
        m_scroll->ensureWidgetVisible(focusWidget());
}

void FormDialog::setBusy(bool busy)
{
    m_busy->setBusy(busy);
    m_button->setEnabled(!busy);
    m_form->setEnabled(!busy);
}

void FormDialog::showProblem(const Error& error)
{
    const QString field = fieldIn(error.subject);
    if (error.kind == Error::Kind::BadInput && m_form->knows(field)) {
        m_form->setProblem(field, errorDetail(error.detail));
        goToProblem();
    } else {
        m_notice->say(NoticeBar::Kind::Error, sentence(error));
    }
}

} // namespace lyceum::ui
