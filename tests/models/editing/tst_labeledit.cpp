// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/labeledit.h"
#include "lab.h"
#include "storage/undo.h"

using namespace lyceum;
using namespace lyceum::editing;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// What a person changes of labels, and what is refused.
class tst_LabelEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void aLabelIsRenamedForEverybodyWhoHasIt()
    {
        QVERIFY(apply(LabelId {1}, {u" Friends "_s, {}, false}));
        QCOMPARE(m_lab->row<Label>(1).name, u"Friends"_s);
        QCOMPARE(m_lab->member(Lab::kAda).labels, QList {LabelId {1}});
        QCOMPARE(m_lab->waiting(), QStringList {u"label 1 name"_s});
    }

    void aLabelMayBecomeItsOwnNameInOtherLetters()
    {
        QVERIFY(apply(LabelId {1}, {u"vip"_s, {}, false}));
        QCOMPARE(m_lab->row<Label>(1).name, u"vip"_s);
    }

    void aNewLabelWaitsToBeMade()
    {
        QVERIFY(apply({}, {u"Founder"_s, {}, false}));
        QCOMPARE(m_lab->row<Label>(3).name, u"Founder"_s);
    }

    void aRemovedLabelIsTakenFromEverybodyAndComesBackWithUndo()
    {
        const auto removed = apply(LabelId {1}, {{}, {}, true});
        QVERIFY(removed);
        QVERIFY(m_lab->member(Lab::kAda).labels.isEmpty());
        QCOMPARE(m_lab->waiting(), QStringList {u"label 1 removed"_s}); // the store takes it from the members by itself
        QVERIFY(undo(m_lab->file(), u"Ada"_s, removed->journalEntry));
        QCOMPARE(m_lab->member(Lab::kAda).labels, QList {LabelId {1}});
    }

    void twoLabelsBecomeOneOnEachMember()
    {
        QVERIFY(apply(LabelId {1}, {{}, LabelId {2}, false}));
        QCOMPARE(m_lab->member(Lab::kAda).labels, QList {LabelId {2}});
        QCOMPARE(m_lab->member(Lab::kBen).labels, QList {LabelId {2}});
        QVERIFY(!m_lab->row<Label>(1).id.isValid());
        QVERIFY(m_lab->waiting().contains(u"member 1 labels"_s)); // the store must give Ada the other one
        QVERIFY(m_lab->waiting().contains(u"label 1 removed"_s));
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<qint64>("label");
        QTest::addColumn<LabelEdit>("edit");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        QTest::newRow("nothing") << qint64(1) << LabelEdit() << QString() << u"there is nothing to change."_s;
        QTest::newRow("two things") << qint64(1) << LabelEdit {u"x"_s, {}, true} << u"field name"_s << u"both ways at once."_s;
        QTest::newRow("into itself") << qint64(1) << LabelEdit {{}, LabelId {1}, false} << u"field name"_s << u"both ways at once."_s;
        QTest::newRow("empty") << qint64(1) << LabelEdit {u" "_s, {}, false} << u"field name"_s << u"it is empty."_s;
        QTest::newRow("long") << qint64(1) << LabelEdit {QString(192, u'x'), {}, false} << u"field name"_s << u"it is longer than 191 characters."_s;
        QTest::newRow("another's") << qint64(1) << LabelEdit {u"PRESS"_s, {}, false} << u"field name"_s << u"another one is called that."_s;
        QTest::newRow("a new one that is there") << qint64(0) << LabelEdit {u"press"_s, {}, false} << u"field name"_s << u"another one is called that."_s;
        QTest::newRow("remove none") << qint64(0) << LabelEdit {{}, {}, true} << u"field name"_s << u"it is missing."_s;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(const qint64, label);
        QFETCH(const LabelEdit, edit);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        QVERIFY(isRefused(apply(LabelId {label}, edit), subject, detail));
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void whatDoesNotExistIsNotFound()
    {
        QCOMPARE(apply(LabelId {99}, {{}, {}, true}).error(), (Error {Error::Kind::NotFound, u"label 99"_s, {}}));
        QCOMPARE(apply(LabelId {1}, {{}, LabelId {99}, false}).error(), (Error {Error::Kind::NotFound, u"label 99"_s, {}}));
    }

private:
    Result<ChangeSummary> apply(LabelId id, const LabelEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto done = applyToLabel(changes, id, edit);
            return done ? Result<void>() : tl::unexpected(done.error());
        });
    }

    std::optional<Lab> m_lab;
};

Q_DECLARE_METATYPE(lyceum::editing::LabelEdit)

QTEST_GUILESS_MAIN(tst_LabelEdit)
#include "tst_labeledit.moc"
