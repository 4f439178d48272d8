// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/labelpicker.h"

#include "base/whendone.h"
#include "theme/icons.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "widgets/searchfield.h"
#include "words/errortext.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kPickerWidth = 400;
constexpr int kPickerHeight = 380;
constexpr int kNameRole = Qt::UserRole;

} // namespace

LabelPicker::LabelPicker(const PageContext& context, For what, const QString& heading, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_for(what)
    , m_field(new SearchField(context.theme, what == For::Adding ? tr("Find a label, or type a new one") : tr("Find a label"), this))
    , m_list(new QListWidget(this))
    , m_hint(plainLabel(this))
{
    setObjectName(u"labelPicker"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(heading);
    resize(kPickerWidth, kPickerHeight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
    layout->setSpacing(space::kSmall);
    QLabel* title = sectionLabel(context.theme, heading, this);
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    setInk(m_hint, context.theme.tokens().muted);
    m_hint->setText(what == For::Adding ? tr("Enter adds the label that is marked, Esc leaves everything as it is.")
                                        : tr("Enter takes off the label that is marked, Esc leaves everything as it is."));
    m_list->setAccessibleName(tr("Labels"));
    m_list->setUniformItemSizes(true);
    m_list->setProperty("roomy", true); // see the style sheet
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay with the field, which hands the arrows on
    m_field->setDelay(0);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &LabelPicker::show);
    connect(m_list, &QListWidget::itemClicked, this, &LabelPicker::pickCurrent);
    m_field->setFocus();
    ask();
}

void LabelPicker::ask()
{
    whenDone(m_context.workspace.memberChoices(), this, [this](const Result<workspace::MemberChoices>& choices) {
        if (!choices) {
            m_hint->setText(sentence(choices.error()));
            return;
        }
        m_choices = *choices;
        show(m_field->text());
    });
}

void LabelPicker::show(const QString& typed)
{
    const QString wanted = typed.trimmed();
    const Format format = m_context.format();
    m_list->clear();
    bool isKnown = false;
    for (const Label& label : std::as_const(m_choices.labels)) {
        isKnown = isKnown || label.name.compare(wanted, Qt::CaseInsensitive) == 0;
        if (!label.name.contains(wanted, Qt::CaseInsensitive))
            continue;
        const qint64 count = m_choices.facets.labels.value(label.id);
        //: a label and how many members have it
        auto* item = new QListWidgetItem(tr("%1  (%2)").arg(label.name, format.count(count)), m_list);
        item->setData(kNameRole, label.name);
    }
    if (m_for == For::Adding && !wanted.isEmpty() && !isKnown) {
        auto* item = new QListWidgetItem(icon(Icon::Add, palette()), tr("Make the label “%1”").arg(wanted), m_list);
        item->setData(kNameRole, wanted);
    }
    m_list->setCurrentRow(0);
}

bool LabelPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter: pickCurrent(); return true;
    case Qt::Key_Escape: reject(); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

void LabelPicker::pickCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const QString name = item->data(kNameRole).toString();
    accept();
    Q_EMIT picked(name);
}

} // namespace lyceum::ui
