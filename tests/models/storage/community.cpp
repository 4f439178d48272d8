// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"

#include <algorithm>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

const Author kAuthor {u"tester"_s, Origin::Sync, u"filled for a test"_s};
constexpr qint64 kPage = 2000; // rows per commit, as a sync would write them

QString hexId(qint64 kind, qint64 number)
{
    return u"%1%2"_s.arg(kind, 8, 16, QChar(u'0')).arg(number, 16, 16, QChar(u'0'));
}

/// Commits `count` rows in pages; `make(i)` for 0 <= i < count answers the row.
template <class Put>
Result<void> pages(WorkspaceFile& file, qint64 count, Put put)
{
    for (qint64 from = 0; from < count; from += kPage) {
        const auto done = file.commit(kAuthor, [&](ChangeSet& changes) -> Result<void> {
            for (qint64 i = from; i < std::min(count, from + kPage); ++i) {
                if (Result<void> written = put(changes, i); !written)
                    return written;
            }
            return {};
        });
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

template <class T>
Result<void> put(ChangeSet& changes, T& record)
{
    const auto id = changes.nextId<T>();
    if (!id)
        return tl::unexpected(id.error());
    record.id = *id;
    changes.put(record);
    return {};
}

template <class IdType, class List>
QList<IdType> someOf(Dice& dice, const List& list, qint64 percent)
{
    QList<IdType> ids;
    for (const auto& element : list) {
        if (dice.chance(percent))
            ids.append(element.id);
    }
    return ids;
}

Member makeMember(Dice& dice, const Community& community, qint64 number)
{
    static const QStringList kGiven {u"Ada"_s, u"Grace"_s, u"ada"_s, u"伟"_s, u"秀英"_s, u"敏"_s, u"Émile"_s, u"O'Brien"_s, u"50%"_s, u"a_b"_s, u"back\\slash"_s, u"🦊"_s};
    static const QStringList kFamily {u"Lovelace"_s, u"Hopper"_s, u"王"_s, u"李"_s, u"张"_s, u"Zola"_s, u""_s};
    Member member;
    member.remoteId = dice.chance(97) ? hexId(1, number) : QString();
    member.uuid = u"uuid-%1"_s.arg(number);
    member.name = dice.chance(5) ? QString() : (dice.pick(kGiven) + u' ' + dice.pick(kFamily)).trimmed();
    member.email = u"%1.%2@%3"_s.arg(dice.chance(50) ? u"reader"_s : u"Scholar"_s).arg(number).arg(dice.chance(50) ? u"example.com"_s : u"example.org"_s);
    member.note = dice.chance(20) ? u"met at 大会 %1"_s.arg(dice(5)) : QString();
    member.status = MemberStatus(dice(4));
    if (dice.chance(95))
        member.joinedAtUtc = Community::kStart + dice(1000) * 86'400;
    if (dice.chance(80))
        member.lastSeenAtUtc = Community::kStart + dice(1040) * 86'400;
    if (dice.chance(10))
        member.departedAtUtc = Community::kNow - dice(100) * 86'400;
    if (dice.chance(5))
        member.complimentaryUntilUtc = Community::kNow + dice(60) * 86'400;
    member.country = dice.pick(QStringList {u"CN"_s, u"DE"_s, QString()});
    member.source = dice.pick(QStringList {u"Google"_s, u"知乎"_s, u"Direct"_s, QString()});
    member.subscribed = dice.chance(60);
    member.emailCount = dice(30);
    member.emailOpenedCount = dice(member.emailCount + 1);
    member.labels = someOf<LabelId>(dice, community.labels, 20);
    member.newsletters = someOf<NewsletterId>(dice, community.newsletters, 40);
    member.tiers = someOf<TierId>(dice, community.tiers, 25);
    return member;
}

Subscription subscription(Dice& dice, const Community& community, qint64 number)
{
    using enum Subscription::Status;
    Subscription subscription;
    subscription.remoteId = u"sub_%1"_s.arg(number);
    subscription.member = dice.pick(community.members).id;
    subscription.tier = dice.pick(community.tiers).id;
    subscription.status = dice.pick(QList {Active, Active, Active, Trialing, PastDue, Unpaid, Paused, Canceled});
    subscription.interval = dice.chance(50) ? u"month"_s : u"year"_s;
    subscription.amount = dice.chance(10) ? 0 : 500 + dice(10'000);
    subscription.currency = dice.chance(70) ? u"USD"_s : u"CNY"_s;
    subscription.cancelAtPeriodEnd = dice.chance(15);
    if (dice.chance(95))
        subscription.startedAtUtc = Community::kStart + dice(1000) * 86'400;
    if (dice.chance(90))
        subscription.periodEndAtUtc = Community::kNow + (dice(80) - 20) * 86'400;
    return subscription;
}

Comment comment(Dice& dice, const Community& community, qint64 number)
{
    Comment comment;
    comment.remoteId = hexId(2, number);
    comment.post = dice.pick(community.posts).id;
    if (dice.chance(97))
        comment.member = dice.pick(community.members).id;
    if (!community.comments.isEmpty() && dice.chance(55)) {
        const Comment other = dice.pick(community.comments);
        comment.parent = other.parent.isValid() ? other.parent : other.id;
        comment.inReplyTo = other.parent.isValid() ? other.id : CommentId();
        comment.post = other.post;
    }
    comment.status = dice.chance(85) ? Comment::Status::Published : Comment::Status(dice(3));
    comment.text = dice.pick(QStringList {u"很有帮助，谢谢"_s, u"Thank you, this helped"_s, u"I disagree entirely"_s, u"请问第二章什么时候更新？"_s, u"???"_s});
    comment.html = u"<p>%1</p>"_s.arg(comment.text);
    if (dice.chance(97))
        comment.createdAtUtc = Community::kStart + dice(1040) * 43'200 * 2;
    comment.likes = dice.chance(30) ? dice(20) : 0;
    comment.reports = dice.chance(5) ? 1 + dice(3) : 0;
    return comment;
}

} // namespace

QList<Comment> Community::repliesTo(CommentId thread) const
{
    QList<Comment> replies;
    std::ranges::copy_if(comments, std::back_inserter(replies), [&](const Comment& c) { return c.parent == thread; });
    return replies;
}

bool Community::isFirstOfItsAuthor(const Comment& comment) const
{
    const auto key = [](const Comment& c) { return std::pair(*c.createdAtUtc, c.id); };
    return comment.member.isValid() && std::ranges::none_of(comments, [&](const Comment& other) {
        return other.member == comment.member && other.createdAtUtc && comment.createdAtUtc && key(other) < key(comment);
    });
}

Result<Community> Community::fill(WorkspaceFile& file, Size size, quint64 seed)
{
    Dice dice(seed);
    Community community;
    const auto small = file.commit(kAuthor, [&](ChangeSet& changes) -> Result<void> {
        for (const auto& [name, slug] : {std::pair(u"VIP"_s, u"vip"_s), std::pair(u"Early bird"_s, u"early-bird"_s), std::pair(u"老师"_s, u"laoshi"_s)}) {
            Label label {{}, u"label-"_s + slug, name, slug};
            if (auto written = put(changes, label); !written)
                return written;
            community.labels.append(label);
        }
        for (const auto& [name, price] : {std::pair(u"Free"_s, 0), std::pair(u"Reader"_s, 500), std::pair(u"Scholar"_s, 1500)}) {
            Tier tier;
            tier.remoteId = u"tier-"_s + name;
            tier.name = name;
            tier.slug = name.toLower();
            tier.paid = price > 0;
            tier.monthlyPrice = price;
            tier.currency = price > 0 ? u"USD"_s : QString();
            if (auto written = put(changes, tier); !written)
                return written;
            community.tiers.append(tier);
        }
        for (const QString& name : {u"Weekly"_s, u"每日"_s}) {
            Newsletter newsletter {{}, u"news-"_s + name, name, name.toLower(), {}, true};
            if (auto written = put(changes, newsletter); !written)
                return written;
            community.newsletters.append(newsletter);
        }
        for (const QString& name : {u"Stoics"_s, u"数学"_s, u"News"_s}) {
            Tag tag {{}, u"tag-"_s + name, name, name.toLower()};
            if (auto written = put(changes, tag); !written)
                return written;
            community.tags.append(tag);
        }
        return {};
    });
    if (!small)
        return tl::unexpected(small.error());

    auto done = pages(file, size.members, [&](ChangeSet& changes, qint64 i) {
        Member made = makeMember(dice, community, i);
        const auto written = put(changes, made);
        community.members.append(made);
        return written;
    });
    if (done)
        done = pages(file, size.members / 2, [&](ChangeSet& changes, qint64 i) {
            Subscription made = subscription(dice, community, i);
            const auto written = put(changes, made);
            community.subscriptions.append(made);
            return written;
        });
    if (done)
        done = pages(file, size.posts, [&](ChangeSet& changes, qint64 i) {
            Post post;
            post.remoteId = hexId(3, i);
            post.title = dice.pick(QStringList {u"On Reading"_s, u"论学习"_s, u"notes"_s, u"Week %1"_s.arg(i)});
            post.slug = u"post-%1"_s.arg(i);
            post.status = Post::Status(dice(4));
            post.visibility = dice.pick(QStringList {u"public"_s, u"members"_s, u"paid"_s, u"tiers"_s});
            post.plainText = dice.chance(50) ? u"A long text about geometry"_s : u"关于几何的长文"_s;
            post.html = u"<p>%1</p>"_s.arg(post.plainText).repeated(50);
            if (post.status == Post::Status::Published || post.status == Post::Status::Sent)
                post.publishedAtUtc = kStart + dice(1000) * 86'400;
            post.createdAtUtc = kStart + i;
            if (dice.chance(10))
                post.deletedAtUtc = kNow;
            post.tags = someOf<TagId>(dice, community.tags, 40);
            post.tiers = post.visibility == "tiers"_L1 ? someOf<TierId>(dice, community.tiers, 50) : QList<TierId>();
            const auto written = put(changes, post);
            community.posts.append(post);
            return written;
        });
    if (done)
        done = pages(file, size.comments, [&](ChangeSet& changes, qint64 i) {
            Comment made = comment(dice, community, i);
            const auto written = put(changes, made);
            community.comments.append(made);
            return written;
        });
    if (done)
        done = pages(file, size.events, [&](ChangeSet& changes, qint64 i) -> Result<void> {
            Event event;
            const auto id = changes.nextId<Event>();
            if (!id)
                return tl::unexpected(id.error());
            event.id = *id;
            event.kind = EventKind(kFirstEventKind + dice(kLastEventKind));
            event.remoteId = hexId(4, i);
            event.member = dice.pick(community.members).id;
            event.atUtc = kStart + dice(1040) * 86'400 + dice(2) * 43'200;
            if (dice.chance(30))
                event.post = dice.pick(community.posts).id;
            std::optional<SubscriptionChange> change;
            std::optional<Payment> payment;
            if (event.kind == EventKind::SubscriptionChange) {
                change = SubscriptionChange {event.id, SubscriptionChange::Type(dice(7)), hexId(5, dice(size.members)), {}, {}, u"USD"_s,
                    dice(4000) - 2000, dice.pick(community.tiers).name, dice.chance(20)};
                community.changes.append(*change);
            }
            if (event.kind == EventKind::Payment && dice.chance(90)) {
                const auto paymentId = changes.nextId<Payment>();
                if (!paymentId)
                    return tl::unexpected(paymentId.error());
                payment = Payment {*paymentId, event.remoteId, event.member, dice.chance(80) ? Payment::Kind::Charge : Payment::Kind::Refund,
                    event.atUtc, 500 + dice(1000), u"USD"_s, u"store"_s};
                if (payment->kind == Payment::Kind::Refund)
                    payment->amount = -payment->amount;
                community.payments.append(*payment);
            }
            changes.add(event, change, payment);
            community.events.append(event);
            return {};
        });
    if (!done)
        return tl::unexpected(done.error());
    return community;
}
