// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

using namespace Qt::StringLiterals;

namespace lyceum::test {

using namespace sync;

namespace {

constexpr qint64 kDay = 24 * 3600;

template <class Row>
void keepSorted(QList<Row>& list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

Site::Site(quint64 seed)
    : m_dice(seed)
{
    for (const auto& name : {u"Free"_s, u"Reader"_s, u"Circle"_s}) {
        Tier tier;
        tier.remoteId = newId();
        tier.name = name;
        tier.slug = name.toLower();
        tier.paid = name != "Free"_L1;
        if (tier.paid) {
            tier.currency = u"EUR"_s;
            tier.monthlyPrice = 500;
            tier.yearlyPrice = 5000;
            tier.benefits = {u"letters"_s, u"meetings"_s};
        }
        tiers.insert(tier.remoteId, tier);
    }
    for (int i = 0; i < 2; ++i) {
        Newsletter newsletter;
        newsletter.remoteId = newId();
        newsletter.name = u"Letter %1"_s.arg(i);
        newsletter.slug = u"letter-%1"_s.arg(i);
        newsletters.insert(newsletter.remoteId, newsletter);
    }
    RemoteOffer offer;
    offer.offer.remoteId = newId();
    offer.offer.name = u"Spring"_s;
    offer.tier = tiers.lastKey();
    offers.insert(offer.offer.remoteId, offer);
    for (int i = 0; i < 3; ++i)
        addLabel();
    for (int i = 0; i < 2; ++i) {
        Tag tag;
        tag.remoteId = newId();
        tag.name = word();
        tag.slug = tag.name.toLower();
        tags.insert(tag.remoteId, tag);
    }
    const int people = 4 + m_dice.below(9);
    for (int i = 0; i < people; ++i)
        addMember(true);
    for (int i = 0; i < 3; ++i)
        addPost();
    for (int i = 0; i < people; ++i)
        edit(Trace::Any);
    log.clear();
}

QList<EventKind> Site::eventKinds()
{
    using enum EventKind;
    return {Signup, Login, SubscriptionChange, Payment, NewsletterChange, Feedback, EmailDelivered};
}

bool Site::outlivesMember(EventKind kind)
{
    return kind == EventKind::EmailDelivered;
}

QString Site::newId()
{
    ++m_serial;
    return QString::number(0x60000000 + m_serial, 16) + QString::number(m_serial * 7919, 16).rightJustified(16, u'0');
}

QString Site::word()
{
    static const QStringList kWords {u"Ada"_s, u"Bo"_s, u"知行"_s, u"Émile"_s, u"Noor"_s, u"Lena"_s, u"王芳"_s, u"Zoë"_s};
    return kWords.at(m_dice.below(kWords.size())) + u' ' + QString::number(m_dice.below(1000));
}

QStringList Site::listedComments() const
{
    QStringList ids;
    for (const RemoteComment& comment : comments) {
        if (comment.comment.status != Comment::Status::Deleted)
            ids.append(comment.comment.remoteId);
    }
    return ids;
}

// ---- members

void Site::addEvent(EventKind kind, const QString& member, qint64 atUtc)
{
    if (!members.contains(member))
        return;
    RemoteEvent remote;
    remote.event.kind = kind;
    remote.event.remoteId = newId();
    remote.event.atUtc = atUtc;
    remote.member = member;
    switch (kind) {
    case EventKind::Signup:
        remote.source = u"Search"_s;
        remote.sourceMedium = u"organic"_s;
        break;
    case EventKind::SubscriptionChange:
        remote.change.emplace();
        remote.change->subscriptionRemoteId = u"internal"_s;
        remote.change->currency = u"EUR"_s;
        remote.change->mrrDelta = 500;
        remote.event.amount = 500;
        break;
    case EventKind::Payment:
        remote.payment.emplace();
        remote.payment->remoteId = remote.event.remoteId;
        remote.payment->atUtc = atUtc;
        remote.payment->amount = 500;
        remote.payment->currency = u"EUR"_s;
        remote.event.amount = 500;
        break;
    case EventKind::Feedback:
    case EventKind::EmailDelivered:
        remote.post = m_dice.keyOf(posts);
        break;
    default: break;
    }
    if (kind == EventKind::Signup)
        sources.insert(member, remote.source);
    everEvents[kind].insert(remote.event.remoteId);
    events[kind].insert(remote.event.remoteId, remote);
}

QString Site::addMember(bool withPast)
{
    RemoteMember remote;
    Member& member = remote.member;
    member.remoteId = newId();
    member.uuid = u"uuid-"_s + member.remoteId;
    member.name = word();
    member.email = u"m%1@example.com"_s.arg(m_serial);
    member.joinedAtUtc = withPast ? nowUtc - m_dice.below(300) * kDay : nowUtc;
    touch(remote);
    member.subscribed = m_dice.chance(70);
    if (member.subscribed)
        remote.newsletters.append(m_dice.keyOf(newsletters));
    if (m_dice.chance(40) && !labels.isEmpty())
        remote.labels.append(m_dice.keyOf(labels));
    members.insert(member.remoteId, remote);
    everMembers.insert(member.remoteId);
    addEvent(EventKind::Signup, member.remoteId, *member.joinedAtUtc);
    for (int i = m_dice.below(withPast ? 4 : 2); i > 0; --i)
        addEvent(m_dice.chance(50) ? EventKind::Login : EventKind::EmailDelivered, member.remoteId, nowUtc - m_dice.below(30) * kDay);
    return member.remoteId;
}

void Site::renameMember(const QString& id)
{
    if (!members.contains(id))
        return;
    members[id].member.name = word();
    touch(members[id]);
}

void Site::deleteMember(const QString& id)
{
    if (members.remove(id) == 0)
        return;
    for (const EventKind kind : eventKinds()) {
        if (!outlivesMember(kind))
            events[kind].removeIf([&](const std::pair<const QString&, RemoteEvent&> event) { return event.second.member == id; });
    }
    for (RemoteComment& comment : comments) {
        if (comment.member == id)
            comment.member.clear();
    }
    QStringList theirs;
    for (const RemoteReaction& reaction : std::as_const(reactions)) {
        if (reaction.member == id)
            theirs.append(reaction.reaction.remoteId);
    }
    for (const QString& reaction : std::as_const(theirs))
        withdraw(reaction);
}

void Site::labelInBulk(const QString& label, int count)
{
    if (!labels.contains(label))
        return;
    for (RemoteMember& member : members) {
        if (count-- <= 0)
            return;
        if (!member.labels.contains(label))
            member.labels.append(label);
        keepSorted(member.labels);
    }
}

void Site::swapLabel(const QString& label)
{
    RemoteMember* with = nullptr;
    RemoteMember* without = nullptr;
    for (RemoteMember& member : members)
        (member.labels.contains(label) ? with : without) = &member;
    if (!with || !without || !labels.contains(label))
        return;
    with->labels.removeAll(label);
    without->labels.append(label);
    keepSorted(without->labels);
}

void Site::unsubscribeInBulk(const QString& newsletter, int count)
{
    for (RemoteMember& member : members) {
        if (count-- <= 0)
            return;
        member.newsletters.removeAll(newsletter);
        member.member.subscribed = !member.newsletters.isEmpty();
    }
}

QString Site::addLabel(const QString& name)
{
    Label label;
    label.remoteId = newId();
    label.name = name.isEmpty() ? u"Label %1"_s.arg(m_serial) : name;
    label.slug = u"label-%1"_s.arg(m_serial);
    labels.insert(label.remoteId, label);
    log.append({nowUtc, Kind::Labels, label.remoteId, false});
    return label.remoteId;
}

void Site::deleteLabel(const QString& id)
{
    if (labels.remove(id) == 0)
        return;
    for (RemoteMember& member : members)
        member.labels.removeAll(id);
    log.append({nowUtc, Kind::Labels, id, true});
}

void Site::subscribe(const QString& id)
{
    if (!members.contains(id))
        return;
    RemoteMember& member = members[id];
    RemoteMember::Paid paid;
    paid.subscription.remoteId = u"sub_"_s + newId();
    paid.subscription.status = Subscription::Status::Active;
    paid.subscription.interval = u"month"_s;
    paid.subscription.amount = 500;
    paid.subscription.currency = u"EUR"_s;
    paid.subscription.startedAtUtc = nowUtc;
    paid.subscription.periodEndAtUtc = nowUtc + 30 * kDay;
    paid.tier = tiers.lastKey();
    if (m_dice.chance(30))
        paid.offer = m_dice.keyOf(offers);
    member.subscriptions.append(paid);
    member.tiers = {paid.tier};
    member.member.status = MemberStatus::Paid;
    touch(member);
    addEvent(EventKind::SubscriptionChange, id, nowUtc);
    addEvent(EventKind::Payment, id, nowUtc);
}

void Site::cancelAtEnd(const QString& id)
{
    if (!members.contains(id) || members[id].subscriptions.isEmpty())
        return;
    members[id].subscriptions.last().subscription.cancelAtPeriodEnd = true; // moves no date; the event tells
    addEvent(EventKind::SubscriptionChange, id, nowUtc);
}

// ---- content and discussions

QString Site::addPost()
{
    RemotePost remote;
    remote.post.remoteId = newId();
    remote.post.title = word();
    remote.post.slug = u"post-%1"_s.arg(m_serial);
    remote.post.status = Post::Status::Published;
    remote.post.visibility = u"public"_s;
    remote.post.html = u"<p>%1</p>"_s.arg(word());
    remote.post.createdAtUtc = remote.post.changedAtUtc = remote.post.publishedAtUtc = nowUtc;
    if (!tags.isEmpty())
        remote.tags.append(m_dice.keyOf(tags));
    posts.insert(remote.post.remoteId, remote);
    return remote.post.remoteId;
}

void Site::deletePost(const QString& id)
{
    if (posts.remove(id) == 0)
        return;
    QStringList gone;
    for (const RemoteComment& comment : std::as_const(comments)) {
        if (comment.post == id)
            gone.append(comment.comment.remoteId);
    }
    for (const QString& comment : std::as_const(gone)) {
        comments.remove(comment);
        commentChanged.remove(comment);
        reactions.removeIf([&](const std::pair<const QString&, RemoteReaction&> reaction) { return reaction.second.comment == comment; });
    }
    events[EventKind::Feedback].removeIf([&](const std::pair<const QString&, RemoteEvent&> event) { return event.second.post == id; });
    log.append({nowUtc, Kind::Posts, id, true});
}

QString Site::addComment(const QString& parent)
{
    if (posts.isEmpty() || members.isEmpty())
        return {};
    RemoteComment remote;
    remote.comment.remoteId = newId();
    remote.comment.html = u"<p>%1</p>"_s.arg(word());
    remote.comment.text = word();
    remote.comment.createdAtUtc = nowUtc;
    remote.post = m_dice.keyOf(posts);
    remote.member = m_dice.keyOf(members);
    if (comments.contains(parent)) {
        const RemoteComment& above = comments[parent];
        remote.post = above.post;
        remote.parent = above.parent.isEmpty() ? parent : above.parent;
        if (!above.parent.isEmpty())
            remote.inReplyTo = parent;
    }
    comments.insert(remote.comment.remoteId, remote);
    commentChanged.insert(remote.comment.remoteId, nowUtc);
    return remote.comment.remoteId;
}

void Site::setCommentStatus(const QString& id, Comment::Status status)
{
    if (!comments.contains(id))
        return;
    comments[id].comment.status = status;
    commentChanged[id] = nowUtc;
}

void Site::recount(const QString& comment)
{
    if (!comments.contains(comment))
        return;
    Comment& of = comments[comment].comment;
    of.likes = of.dislikes = of.reports = 0;
    for (const RemoteReaction& reaction : std::as_const(reactions)) {
        if (reaction.comment != comment)
            continue;
        switch (reaction.reaction.kind) {
        case Reaction::Kind::Like: ++of.likes; break;
        case Reaction::Kind::Dislike: ++of.dislikes; break;
        case Reaction::Kind::Report: ++of.reports; break;
        }
    }
}

QString Site::react(const QString& comment, Reaction::Kind kind)
{
    if (!comments.contains(comment) || members.isEmpty())
        return {};
    RemoteReaction remote;
    remote.reaction.remoteId = newId();
    remote.reaction.kind = kind;
    remote.reaction.atUtc = nowUtc;
    remote.comment = comment;
    remote.member = m_dice.keyOf(members);
    reactions.insert(remote.reaction.remoteId, remote);
    recount(comment);
    return remote.reaction.remoteId;
}

void Site::withdraw(const QString& reaction)
{
    const QString comment = reactions.take(reaction).comment;
    recount(comment);
}

// ---- whatever happens

void Site::edit(Trace trace)
{
    const QString member = someMember();
    const QString comment = m_dice.keyOf(comments);
    switch (m_dice.below(trace == Trace::Any ? 31 : 25)) {
    case 0:
    case 1: addMember(); break;
    case 2: addMember(/*withPast=*/true); break;
    case 3:
    case 4: renameMember(member); break;
    case 5: deleteMember(member); break;
    case 6:
        if (members.contains(member) && !labels.isEmpty()) { // by staff: no date, but logged
            members[member].labels = {m_dice.keyOf(labels)};
            log.append({nowUtc, Kind::Members, member, false});
        }
        break;
    case 7: labelInBulk(m_dice.keyOf(labels), m_dice.below(5)); break;
    case 8: unsubscribeInBulk(m_dice.keyOf(newsletters), m_dice.below(4)); break;
    case 9: subscribe(member); break;
    case 10: cancelAtEnd(member); break;
    case 11: addPost(); break;
    case 12:
        if (const QString post = m_dice.keyOf(posts); !post.isEmpty()) {
            posts[post].post.title = word();
            posts[post].post.changedAtUtc = nowUtc;
        }
        break;
    case 13:
        if (const QString post = m_dice.keyOf(posts); !post.isEmpty()) { // tags only: logged, undated
            posts[post].tags = tags.isEmpty() ? QStringList() : QStringList {m_dice.keyOf(tags)};
            log.append({nowUtc, Kind::Posts, post, false});
        }
        break;
    case 14:
        if (m_dice.chance(30))
            deletePost(m_dice.keyOf(posts));
        break;
    case 15:
    case 16: addComment(); break;
    case 17: addComment(comment); break;
    case 18:
        setCommentStatus(comment, m_dice.chance(50) ? Comment::Status::Hidden : Comment::Status::Published);
        break;
    case 19: setCommentStatus(comment, Comment::Status::Deleted); break;
    case 20: addEvent(EventKind::Login, member, nowUtc); break;
    case 21: addEvent(m_dice.chance(50) ? EventKind::Payment : EventKind::EmailDelivered, member, nowUtc - m_dice.below(200) * kDay); break;
    case 22: m_dice.chance(60) ? void(addLabel()) : deleteLabel(m_dice.keyOf(labels)); break;
    case 23:
        if (!tiers.isEmpty())
            tiers[m_dice.keyOf(tiers)].monthlyPrice += 100;
        break;
    case 24:
        if (const QString tag = m_dice.keyOf(tags); !tag.isEmpty() && m_dice.chance(40)) {
            tags.remove(tag);
            for (RemotePost& post : posts)
                post.tags.removeAll(tag);
        } else {
            Tag added;
            added.remoteId = newId();
            added.name = word();
            added.slug = u"tag-%1"_s.arg(m_serial);
            tags.insert(added.remoteId, added);
        }
        log.append({nowUtc, Kind::Tags, {}, false});
        break;
    // From here on nothing tells but the rows themselves.
    case 25:
    case 26: react(comment, Reaction::Kind(m_dice.below(3))); break;
    case 27: withdraw(m_dice.keyOf(reactions)); break;
    case 28: swapLabel(m_dice.keyOf(labels)); break;
    case 29:
        if (members.contains(member) && !members[member].subscriptions.isEmpty())
            members[member].subscriptions.removeFirst();
        break;
    case 30:
        if (members.contains(member)) {
            members[member].member.emailCount += 1;
            addEvent(EventKind::Feedback, member, nowUtc);
        }
        break;
    default: break;
    }
    observe();
}

} // namespace lyceum::test
