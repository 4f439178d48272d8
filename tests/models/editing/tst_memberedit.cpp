// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/limits.h"
#include "editing/memberedit.h"
#include "lab.h"
#include "storage/undo.h"

using namespace lyceum;
using namespace lyceum::editing;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// What a person changes of members, and what is refused.
class tst_MemberEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void changesOnlyWhatIsSet()
    {
        MemberEdit edit;
        edit.name = u"Ada Lovelace"_s;
        edit.note = u""_s;
        QVERIFY(apply({Lab::kAda}, edit));
        const Member ada = m_lab->member(Lab::kAda);
        QCOMPARE(ada.name, u"Ada Lovelace"_s);
        QCOMPARE(ada.email, u"ada@example.com"_s);
        QCOMPARE(ada.labels, QList {LabelId {1}});
        QCOMPARE(m_lab->waiting(), QStringList {u"member 1 name"_s}); // the note was empty already
    }

    void labelsGoByNameWithoutRegardToCaseAndUnknownOnesAreMade()
    {
        MemberEdit edit;
        edit.addLabels = {u" press "_s, u"Founder"_s};
        edit.dropLabels = {u"vip"_s};
        const auto done = apply({Lab::kAda, Lab::kBen}, edit);
        QVERIFY(done);
        QCOMPARE(done->entities.value(Entity::Label).inserted, 1);
        QCOMPARE(m_lab->member(Lab::kAda).labels, (QList {LabelId {2}, LabelId {3}}));
        QCOMPARE(m_lab->member(Lab::kBen).labels, (QList {LabelId {2}, LabelId {3}}));
        QCOMPARE(m_lab->row<Label>(3).name, u"Founder"_s);
        QCOMPARE(m_lab->row<Label>(3).remoteId, QString());
    }

    void whoIsNamedTwiceIsEditedOnce()
    {
        MemberEdit edit;
        edit.addLabels = {u"Press"_s};
        const auto done = apply({Lab::kAda, Lab::kAda}, edit);
        QVERIFY(done);
        QCOMPARE(done->entities.value(Entity::Member).updated, 1);
    }

    void anEditOfWhatIsSoAlreadyIsCommittedNowhere()
    {
        MemberEdit edit;
        edit.addLabels = {u"VIP"_s};
        const auto done = apply({Lab::kAda}, edit);
        QVERIFY(done);
        QCOMPARE(done->journalEntry, 0);
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void beingSubscribedFollowsTheNewsletters()
    {
        MemberEdit edit;
        edit.dropNewsletters = {NewsletterId {1}};
        QVERIFY(apply({Lab::kAda}, edit));
        QVERIFY(!m_lab->member(Lab::kAda).subscribed);
        MemberEdit back;
        back.addNewsletters = {NewsletterId {1}};
        QVERIFY(apply({Lab::kAda, Lab::kBen}, back));
        QVERIFY(m_lab->member(Lab::kBen).subscribed);
        QCOMPARE(m_lab->member(Lab::kAda).newsletters, QList {NewsletterId {1}});
    }

    void complimentaryAccessIsGivenAndEnded()
    {
        MemberEdit edit;
        edit.complimentary = Complimentary {TierId {2}, Lab::kNow + Lab::kDay};
        QVERIFY(apply({Lab::kAda}, edit));
        QCOMPARE(m_lab->member(Lab::kAda).tiers, QList {TierId {2}});
        QCOMPARE(m_lab->member(Lab::kAda).complimentaryUntilUtc, std::optional(Lab::kNow + Lab::kDay));
        QCOMPARE(m_lab->member(Lab::kAda).status, MemberStatus::Free); // the store says what it makes of it
        MemberEdit end;
        end.endComplimentary = true;
        QVERIFY(apply({Lab::kAda}, end));
        QVERIFY(m_lab->member(Lab::kAda).tiers.isEmpty());
        QVERIFY(!m_lab->member(Lab::kAda).complimentaryUntilUtc);
    }

    void commentingIsDisabledWithAReasonAndEnabledAgain()
    {
        MemberEdit edit;
        edit.disableCommenting = CommentingBan {u"spam"_s, Lab::kNow + Lab::kDay};
        QVERIFY(apply({Lab::kAda}, edit));
        QVERIFY(m_lab->member(Lab::kAda).commentingDisabled);
        QCOMPARE(m_lab->member(Lab::kAda).commentingDisabledReason, u"spam"_s);
        QCOMPARE(m_lab->member(Lab::kAda).commentingDisabledUntilUtc, std::optional(Lab::kNow + Lab::kDay));
        MemberEdit enable;
        enable.enableCommenting = true;
        QVERIFY(apply({Lab::kAda}, enable));
        QVERIFY(!m_lab->member(Lab::kAda).commentingDisabled);
        QVERIFY(m_lab->member(Lab::kAda).commentingDisabledReason.isEmpty());
        QVERIFY(!m_lab->member(Lab::kAda).commentingDisabledUntilUtc);
    }

    void whoIsRemovedStaysAsOneWhoLeft()
    {
        MemberEdit edit;
        edit.depart = true;
        QVERIFY(apply({Lab::kAda}, edit));
        QCOMPARE(m_lab->member(Lab::kAda).departedAtUtc, std::optional(Lab::kNow));
        QCOMPARE(m_lab->waiting(), QStringList {u"member 1 departed_at"_s});
    }

    void aNewMemberWaitsToBeMade()
    {
        MemberId id;
        const NewMember member {u"dora@example.com"_s, u"Dora"_s, u"met in Oslo"_s, {u"VIP"_s, u"New"_s}, {NewsletterId {1}}, {}};
        const auto done = m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto made = createMember(changes, member, Lab::kNow);
            if (made)
                id = *made;
            return made ? Result<void>() : tl::unexpected(made.error());
        });
        QVERIFY(done);
        const Member dora = m_lab->member(id);
        QCOMPARE(dora.email, u"dora@example.com"_s);
        QCOMPARE(dora.remoteId, QString());
        QCOMPARE(dora.joinedAtUtc, std::optional(Lab::kNow));
        QCOMPARE(dora.labels, (QList {LabelId {1}, LabelId {3}}));
        QVERIFY(dora.subscribed);
        QCOMPARE(m_lab->operationOn(Entity::Member, id.value), std::optional(OutboxItem::Operation::Make));
    }

    void refusesWhatTheStoreWouldNotTake_data()
    {
        QTest::addColumn<MemberEdit>("edit");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, auto set, const QString& subject, const QString& detail) {
            MemberEdit edit;
            set(edit);
            QTest::newRow(name) << edit << subject << detail;
        };
        row("nothing", [](MemberEdit&) {}, {}, u"there is nothing to change."_s);
        row("a long name", [](MemberEdit& e) { e.name = QString(kMostName + 1, u'x'); }, u"field name"_s, u"it is longer than 191 characters."_s);
        row("a long note", [](MemberEdit& e) { e.note = QString(kMostNote + 1, u'x'); }, u"field note"_s, u"it is longer than 2000 characters."_s);
        row("no address", [](MemberEdit& e) { e.email = u""_s; }, u"field email"_s, u"it is empty."_s);
        for (const QString& address : {u"ada"_s, u"ada@"_s, u"@example.com"_s, u"ada@example"_s, u"a da@example.com"_s, u" ada@example.com"_s,
                 u"ada@example.com,ben@example.com"_s, u"ada@@example.com"_s, u"ada@example..com"_s})
            row(qPrintable(address), [&](MemberEdit& e) { e.email = address; }, u"field email"_s, u"this is not an e-mail address."_s);
        row("a taken address", [](MemberEdit& e) { e.email = u"BEN@example.com"_s; }, u"member 1, field email"_s, u"another member has this address."_s);
        row("an empty label", [](MemberEdit& e) { e.addLabels = {u" "_s}; }, u"field labels"_s, u"it is empty."_s);
        row("a label both ways", [](MemberEdit& e) { e.addLabels = {u"VIP"_s}, e.dropLabels = {u"vip"_s}; }, u"field labels"_s, u"both ways at once."_s);
        row("an archived newsletter", [](MemberEdit& e) { e.addNewsletters = {NewsletterId {2}}; }, u"field newsletters"_s, u"this newsletter is archived."_s);
        row("the free tier", [](MemberEdit& e) { e.complimentary = Complimentary {TierId {1}, {}}; }, u"field tiers"_s, u"the free tier is everybody's."_s);
        row("an archived tier", [](MemberEdit& e) { e.complimentary = Complimentary {TierId {3}, {}}; }, u"field tiers"_s, u"this tier is archived."_s);
        row("access in the past", [](MemberEdit& e) { e.complimentary = Complimentary {TierId {2}, Lab::kNow}; }, u"field complimentary_until"_s, u"this time is over."_s);
        row("access both ways", [](MemberEdit& e) { e.complimentary = Complimentary {TierId {2}, {}}, e.endComplimentary = true; }, u"field tiers"_s, u"both ways at once."_s);
        row("a ban without a reason", [](MemberEdit& e) { e.disableCommenting = CommentingBan(); }, u"field commenting_disabled_reason"_s, u"it is empty."_s);
        row("a ban both ways", [](MemberEdit& e) { e.disableCommenting = CommentingBan {u"spam"_s, {}}, e.enableCommenting = true; }, u"field commenting_disabled"_s, u"both ways at once."_s);
    }
    void refusesWhatTheStoreWouldNotTake()
    {
        QFETCH(const MemberEdit, edit);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        QVERIFY(isRefused(apply({Lab::kAda}, edit), subject, detail));
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void anAddressOfOneWhoLeftIsFree()
    {
        MemberEdit edit;
        edit.email = u"cleo@example.com"_s;
        QVERIFY(apply({Lab::kAda}, edit));
    }

    void oneAddressForTwoIsRefused()
    {
        MemberEdit edit;
        edit.email = u"both@example.com"_s;
        QVERIFY(isRefused(apply({Lab::kAda, Lab::kBen}, edit), u"field email"_s, u"an address is one member's."_s));
    }

    void whoPaysIsGivenNothingForFree()
    {
        MemberEdit edit;
        edit.complimentary = Complimentary {TierId {2}, {}};
        QVERIFY(isRefused(apply({Lab::kAda, Lab::kBen}, edit), u"member 2, field tiers"_s, u"this member pays for access."_s));
        QVERIFY(m_lab->member(Lab::kAda).tiers.isEmpty()); // all or nothing
    }

    void whoLeftIsNotEdited()
    {
        MemberEdit edit;
        edit.name = u"Cleopatra"_s;
        QVERIFY(isRefused(apply({Lab::kCleo}, edit), u"member 3"_s, u"this member has left."_s));
    }

    void whatDoesNotExistIsNotFound()
    {
        MemberEdit edit;
        edit.name = u"Nobody"_s;
        QCOMPARE(apply({MemberId {99}}, edit).error(), (Error {Error::Kind::NotFound, u"member 99"_s, {}}));
        MemberEdit drop;
        drop.dropLabels = {u"Nope"_s};
        QCOMPARE(apply({Lab::kAda}, drop).error(), (Error {Error::Kind::NotFound, u"label \"Nope\""_s, {}}));
        MemberEdit tier;
        tier.complimentary = Complimentary {TierId {99}, {}};
        QCOMPARE(apply({Lab::kAda}, tier).error(), (Error {Error::Kind::NotFound, u"tier 99"_s, {}}));
        MemberEdit letter;
        letter.addNewsletters = {NewsletterId {99}};
        QCOMPARE(apply({Lab::kAda}, letter).error(), (Error {Error::Kind::NotFound, u"newsletter 99"_s, {}}));
    }

    void undoTakesAnEditOfManyBackWithTheLabelThatWasMadeForIt()
    {
        MemberEdit edit;
        edit.addLabels = {u"Founder"_s};
        const auto done = apply({Lab::kAda, Lab::kBen}, edit);
        QVERIFY(done);
        const auto undone = undo(m_lab->file(), u"Ada"_s, done->journalEntry);
        QVERIFY(undone);
        QVERIFY(undone->left.isEmpty());
        QCOMPARE(m_lab->member(Lab::kAda).labels, QList {LabelId {1}});
        QVERIFY(!m_lab->row<Label>(3).id.isValid());
    }

    void theJournalSaysWhatWasDone()
    {
        MemberEdit label;
        label.addLabels = {u"VIP"_s};
        QCOMPARE(reasonOf(label, 10'000), u"label 10000 members"_s);
        QCOMPARE(reasonOf(label, 1), u"label a member"_s);
        MemberEdit unlabel;
        unlabel.dropLabels = {u"VIP"_s};
        QCOMPARE(reasonOf(unlabel, 2), u"unlabel 2 members"_s);
        label.note = u"x"_s;
        QCOMPARE(reasonOf(label, 2), u"edit 2 members"_s);
        label.depart = true;
        QCOMPARE(reasonOf(label, 2), u"remove 2 members"_s);
    }

private:
    Result<ChangeSummary> apply(const QList<MemberId>& members, const MemberEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) { return applyToMembers(changes, members, edit, Lab::kNow); });
    }

    std::optional<Lab> m_lab;
};

Q_DECLARE_METATYPE(lyceum::editing::MemberEdit)

QTEST_GUILESS_MAIN(tst_MemberEdit)
#include "tst_memberedit.moc"
