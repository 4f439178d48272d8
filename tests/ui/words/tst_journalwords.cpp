// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/journalwords.h"

#include <QTest>
#include <QTranslator>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

/// Translates every word of the journal by marking it.
class MarkingTranslator final : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        return qstrcmp(context, "JournalWords") == 0 ? u'[' + QString::fromUtf8(text) + u']' : QString();
    }
    bool isEmpty() const override { return false; }
};

workspace::JournalEntry entryWith(const QString& reason)
{
    workspace::JournalEntry entry;
    entry.id = 17;
    entry.origin = u"person"_s;
    entry.reason = reason;
    entry.changes = 1;
    return entry;
}

} // namespace

/// What `models` writes into the journal in English has a translation here.
class TestJournalWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void knowsWhateverCanBeEdited_data()
    {
        QTest::addColumn<QString>("reason");
        QStringList reasons;
        workspace::MemberEdit label;
        label.addLabels = QStringList {u"VIP"_s};
        workspace::MemberEdit unlabel;
        unlabel.dropLabels = QStringList {u"VIP"_s};
        workspace::MemberEdit name;
        name.name = u"Ada"_s;
        workspace::MemberEdit depart;
        depart.depart = true;
        for (const workspace::MemberEdit& edit : {label, unlabel, name, depart})
            reasons << editing::reasonOf(edit, 1) << editing::reasonOf(edit, 10000);
        reasons << editing::reasonOf(workspace::NewMember());
        workspace::LabelEdit rename;
        rename.name = u"VIP"_s;
        workspace::LabelEdit merge;
        merge.mergeInto = LabelId {2};
        workspace::LabelEdit remove;
        remove.remove = true;
        reasons << editing::reasonOf(LabelId(), rename);
        for (const workspace::LabelEdit& edit : {rename, merge, remove})
            reasons << editing::reasonOf(LabelId {1}, edit);
        for (const std::optional<bool> active : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
            workspace::TierEdit tier;
            tier.active = active;
            workspace::OfferEdit offer;
            offer.active = active;
            reasons << editing::reasonOf(TierId {1}, tier) << editing::reasonOf(TierId(), tier) << editing::reasonOf(OfferId {1}, offer)
                    << editing::reasonOf(OfferId(), offer);
        }
        workspace::PostEdit publish;
        publish.status = Post::Status::Published;
        workspace::PostEdit erase;
        erase.remove = true;
        for (const workspace::PostEdit& edit : {workspace::PostEdit(), publish, erase})
            reasons << editing::reasonOf(PostId {1}, edit) << editing::reasonOf(PostId(), edit);
        for (const Comment::Status status : {Comment::Status::Published, Comment::Status::Hidden, Comment::Status::Deleted}) {
            workspace::CommentEdit edit;
            edit.status = status;
            reasons << editing::reasonOf(CommentId {1}, edit);
        }
        for (const bool pinned : {true, false}) {
            workspace::CommentEdit edit;
            edit.pinned = pinned;
            reasons << editing::reasonOf(CommentId {1}, edit);
        }
        reasons << editing::reasonOf(workspace::Reply()) << u"undo 16"_s << u"redo 16"_s << u"discard member 4"_s << u"settle conflict 3: mine"_s;
        reasons.removeDuplicates();
        for (const QString& reason : std::as_const(reasons))
            QTest::newRow(qPrintable(reason)) << reason;
    }
    void knowsWhateverCanBeEdited()
    {
        QFETCH(const QString, reason);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        const QString word = actionWord(entryWith(reason), Format());
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(word.startsWith(u'['), qPrintable(word));
        QVERIFY2(!word.contains(u'%'), qPrintable(word));
    }

    void writesNumbersAsAPersonReadsThem()
    {
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc());
        QCOMPARE(actionWord(entryWith(u"label 10000 members"_s), format), u"Label 10,000 members"_s);
    }

    void showsWhatALaterVersionDidAsTheJournalHasIt()
    {
        QCOMPARE(actionWord(entryWith(u"braid 3 ropes"_s), Format()), u"braid 3 ropes"_s);
        QCOMPARE(actionWord(entryWith({}), Format()), originWord(u"person"_s));
        QCOMPARE(originWord(u"rain"_s), u"rain"_s);
    }

    void onlyWhatAPersonDidCanBeUndone()
    {
        workspace::JournalEntry entry = entryWith(u"edit a member"_s);
        QVERIFY(canBeUndone(entry));
        QVERIFY(!canBeRedone(entry));
        entry.undone = true;
        QVERIFY(!canBeUndone(entry));
        QVERIFY(canBeRedone(entry));
        entry = entryWith(u"members page"_s);
        for (const QString& origin : {u"sync"_s, u"sample"_s, u"settings"_s, u"undo"_s}) {
            entry.origin = origin;
            QVERIFY2(!canBeUndone(entry), qPrintable(origin));
        }
    }
};

QTEST_GUILESS_MAIN(TestJournalWords)
#include "tst_journalwords.moc"
