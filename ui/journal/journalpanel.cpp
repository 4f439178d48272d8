// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalpanel.h"

#include "base/whendone.h"
#include "itemmodels/changelistmodel.h"
#include "page/rownames.h"
#include "tables/changedelegate.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"
#include "words/journalwords.h"

#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kShown = 200; // fields: more is a list's business, not a panel's

QString arrivalsOf(const workspace::JournalPage& page, const Format& format)
{
    QStringList kinds;
    for (const workspace::JournalArrival& arrival : page.arrivals)
        //: how many rows of a kind: "12 members"
        kinds.append(JournalPanel::tr("%1 %2").arg(format.count(arrival.rows), entityWord(arrival.entity, arrival.rows)));
    return kinds.isEmpty() ? QString() : JournalPanel::tr("New in one go: %1.").arg(format.names(kinds));
}

} // namespace

JournalPanel::JournalPanel(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_facts(plainLabel(this))
    , m_reverse(new QPushButton(this))
    , m_why(plainLabel(this))
    , m_list(new QListView(this))
    , m_more(plainLabel(this))
    , m_model(new ChangeListModel(ChangeListModel::Below::Row, context.format(), this))
{
    setObjectName(u"journalPanel"_s);
    m_reverse->setObjectName(u"reverseEntry"_s);
    m_reverse->setAutoDefault(false);
    m_list->setObjectName(u"journalChanges"_s);
    m_list->setAccessibleName(tr("What was changed, field by field"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChangeDelegate(context.theme, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_facts);
    layout->addWidget(m_reverse, 0, Qt::AlignLeft);
    layout->addWidget(m_why);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_more);
    const auto recolour = [this] {
        for (QLabel* label : {m_facts, m_why, m_more})
            setInk(label, m_context.theme.tokens().muted);
    };
    recolour();
    connect(&m_context.theme, &Theme::changed, this, recolour);
    connect(m_list, &QListView::activated, this, &JournalPanel::openRow);
    connect(m_reverse, &QPushButton::clicked, this, [this] {
        if (canBeRedone(m_entry))
            Q_EMIT redoRequested(m_entry.id);
        else
            Q_EMIT undoRequested(m_entry.id);
    });
}

void JournalPanel::showEntry(const workspace::JournalEntry& entry)
{
    const bool isAnother = entry.id != m_entry.id;
    m_entry = entry;
    showHead();
    if (isAnother)
        ask();
}

void JournalPanel::forget()
{
    ++m_question;
    m_entry = {};
}

void JournalPanel::showHead()
{
    const Format format = m_context.format();
    //: when, by whom, from where
    m_facts->setText(tr("%1. %2, %3.").arg(format.fullInstant(m_entry.atUtc), m_entry.author, originWord(m_entry.origin)));
    const bool isWritable = !m_context.workspace.isReadOnly();
    const bool canRedo = canBeRedone(m_entry);
    const bool canUndo = canBeUndone(m_entry);
    m_reverse->setText(canRedo ? tr("Do it again") : tr("Undo this"));
    m_reverse->setVisible(canRedo || canUndo);
    m_reverse->setEnabled(isWritable);
    if (canRedo)
        m_why->setText(tr("It was undone. Doing it again leaves alone what was changed since."));
    else if (canUndo)
        m_why->setText(tr("Undoing it leaves alone what was changed since."));
    else if (m_entry.reverses)
        m_why->setText(tr("It took entry %1 back, or made it again. Undo or redo that entry instead.").arg(format.count(*m_entry.reverses)));
    else
        m_why->setText(tr("This was not a person's change, so it cannot be undone here."));
}

void JournalPanel::ask()
{
    const int asked = ++m_question;
    m_model->setChanges({}, {}, m_context.format());
    m_more->clear();
    whenDone(m_context.workspace.journalPage(m_entry.id, kShown), this, [this, asked](const Result<workspace::JournalPage>& page) {
        if (asked != m_question)
            return;
        if (page)
            showPage(*page);
        else
            m_more->setText(sentence(page.error()));
    });
}

void JournalPanel::showPage(const workspace::JournalPage& page)
{
    const Format format = m_context.format();
    m_model->setChanges(page.changes, {page.entry}, format);
    QStringList more;
    const qint64 left = page.entry.changes - page.changes.size();
    if (left > 0)
        more.append(tr("%Ln more field(s) were changed.", nullptr, int(left)));
    if (const QString arrivals = arrivalsOf(page, format); !arrivals.isEmpty())
        more.append(arrivals);
    m_more->setText(more.join(u'\n'));
    m_more->setVisible(!more.isEmpty());
    lookUpNames(m_context.workspace, rowsNamedIn(page.changes), this, [this, asked = m_question](const RowNames& names) {
        if (asked == m_question)
            m_model->setNames(names);
    });
}

void JournalPanel::openRow(const QModelIndex& index)
{
    const qint64 row = index.data(ChangeListModel::RowRole).toLongLong();
    const auto entity = workspace::Entity(index.data(ChangeListModel::EntityRole).toInt());
    if (entity == workspace::Entity::Member)
        Q_EMIT memberRequested(MemberId {row});
    else if (entity == workspace::Entity::Post)
        Q_EMIT postRequested(PostId {row});
}

} // namespace lyceum::ui
