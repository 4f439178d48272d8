// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/commentedit.h"
#include "lab.h"

using namespace lyceum;
using namespace lyceum::editing;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// What a person changes of comments, and how they answer.
class tst_CommentEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void aCommentIsHiddenAndShownAgain()
    {
        QVERIFY(apply(Lab::kThread, {Comment::Status::Hidden, {}}));
        QCOMPARE(m_lab->row<Comment>(1).status, Comment::Status::Hidden);
        QCOMPARE(m_lab->waiting(), QStringList {u"comment 1 status"_s});
        QVERIFY(apply(Lab::kThread, {Comment::Status::Published, {}}));
        QVERIFY(m_lab->waiting().isEmpty()); // nothing is left to tell
    }

    void aDeletedCommentMayBeShownAgain()
    {
        QVERIFY(apply(Lab::kDeleted, {Comment::Status::Published, {}}));
        QCOMPARE(m_lab->row<Comment>(3).status, Comment::Status::Published);
    }

    void onlyAThreadIsPinned()
    {
        QVERIFY(apply(Lab::kThread, {{}, true}));
        QVERIFY(m_lab->row<Comment>(1).pinned);
        QVERIFY(isRefused(apply(Lab::kReply, {{}, true}), u"field pinned"_s, u"only the first comment of a thread can be pinned."_s));
        QVERIFY(isRefused(apply(Lab::kDeleted, {{}, true}), u"field pinned"_s, u"this comment is deleted."_s));
    }

    void anEditOfNothingIsRefused()
    {
        QVERIFY(isRefused(apply(Lab::kThread, {}), {}, u"there is nothing to change."_s));
        QCOMPARE(apply(CommentId {99}, {{}, true}).error(), (Error {Error::Kind::NotFound, u"comment 99"_s, {}}));
    }

    void anAnswerStandsBelowTheThread()
    {
        QVERIFY(answer({Lab::kThread, u"Thank you"_s, Lab::kAda}));
        const Comment made = m_lab->row<Comment>(5);
        QCOMPARE(made.parent, Lab::kThread);
        QVERIFY(!made.inReplyTo.isValid());
        QCOMPARE(made.post, Lab::kGardens);
        QCOMPARE(made.member, Lab::kAda);
        QCOMPARE(made.html, u"<p>Thank you</p>"_s);
        QCOMPARE(made.text, u"Thank you"_s);
        QCOMPARE(made.createdAtUtc, std::optional(Lab::kNow));
        QCOMPARE(m_lab->operationOn(Entity::Comment, 5), std::optional(OutboxItem::Operation::Make));
    }

    void anAnswerToAReplyStandsBesideItAndSaysWhomItAnswers()
    {
        QVERIFY(answer({Lab::kReply, u"And you"_s, Lab::kBen}));
        QCOMPARE(m_lab->row<Comment>(5).parent, Lab::kThread);
        QCOMPARE(m_lab->row<Comment>(5).inReplyTo, Lab::kReply);
    }

    void theCreatorAnswersAsTheMemberOfTheSetting()
    {
        const Author author {u"Ada"_s, Origin::Settings, u"setting"_s};
        QVERIFY(m_lab->file().setSetting(kCreatorMemberSetting.toString(), u"2"_s, author));
        QVERIFY(answer({Lab::kThread, u"Thank you"_s, {}}));
        QCOMPARE(m_lab->row<Comment>(5).member, Lab::kBen);
    }

    void withoutAMemberThereIsNoAnswer()
    {
        QCOMPARE(answer({Lab::kThread, u"x"_s, {}}).error(), (Error {Error::Kind::NotFound, u"the member you answer as"_s, {}}));
        QCOMPARE(answer({Lab::kThread, u"x"_s, MemberId {99}}).error(), (Error {Error::Kind::NotFound, u"member 99"_s, {}}));
        QVERIFY(isRefused(answer({Lab::kThread, u"x"_s, Lab::kCleo}), u"member 3"_s, u"this member has left."_s));
    }

    void whatIsGoneIsNotAnswered()
    {
        QVERIFY(isRefused(answer({Lab::kDeleted, u"x"_s, Lab::kAda}), u"comment 3"_s, u"this comment is deleted."_s));
        QVERIFY(isRefused(answer({Lab::kOrphan, u"x"_s, Lab::kAda}), u"comment 4"_s, u"this post is deleted."_s));
        QVERIFY(isRefused(answer({Lab::kThread, u" \n"_s, Lab::kAda}), u"field text"_s, u"it is empty."_s));
        QCOMPARE(answer({CommentId {99}, u"x"_s, Lab::kAda}).error(), (Error {Error::Kind::NotFound, u"comment 99"_s, {}}));
    }

    void plainTextBecomesParagraphs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::newRow("a line") << u"Hello"_s << u"<p>Hello</p>"_s;
        QTest::newRow("two lines") << u"one\ntwo"_s << u"<p>one<br>two</p>"_s;
        QTest::newRow("two paragraphs") << u"one\n\n \ntwo\n"_s << u"<p>one</p><p>two</p>"_s;
        QTest::newRow("a tag") << u"<b> & \"c\""_s << u"<p>&lt;b&gt; &amp; &quot;c&quot;</p>"_s;
        QTest::newRow("ends of lines of elsewhere") << u"one\r\ntwo\r\rthree"_s << u"<p>one<br>two</p><p>three</p>"_s;
    }
    void plainTextBecomesParagraphs()
    {
        QFETCH(const QString, text);
        QTEST(commentHtml(text), "html");
    }

private:
    Result<ChangeSummary> apply(CommentId id, const CommentEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) { return applyToComment(changes, id, edit); });
    }
    Result<ChangeSummary> answer(const Reply& reply)
    {
        return m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto made = createReply(changes, reply, Lab::kNow);
            return made ? Result<void>() : tl::unexpected(made.error());
        });
    }

    std::optional<Lab> m_lab;
};

QTEST_GUILESS_MAIN(tst_CommentEdit)
#include "tst_commentedit.moc"
