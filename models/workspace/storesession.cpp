// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/storesession.h"

#include "sync/ghost/ghoststore.h"
#include "sync/ghost/siteaddress.h"

using namespace Qt::StringLiterals;

namespace lyceum::workspace {
namespace {

const storage::Author kCreator {u"creator"_s, storage::Origin::Settings, u"store connected or disconnected"_s};

Result<std::unique_ptr<sync::HostedStore>> makeStore(const QUrl& url, const security::Secret& key, const Clock& clock)
{
    // The text of the key lives for this call only; what is kept is the parsed key inside the store.
    QString text = QString::fromUtf8(key.view());
    auto parsed = sync::AdminKey::parse(text);
    text.fill(u'0');
    if (!parsed)
        return tl::unexpected(parsed.error());
    return std::make_unique<sync::GhostStore>(url, *std::move(parsed), clock);
}

} // namespace

Result<StoreLink> storeLinkOf(storage::Connection& connection)
{
    StoreLink link;
    QString url;
    for (const auto& [name, into] : {std::pair(u"storeKind"_s, &link.kind), std::pair(u"storeUrl"_s, &url),
             std::pair(u"storeTitle"_s, &link.title), std::pair(u"storeSiteId"_s, &link.siteId)}) {
        auto value = storage::settingOf(connection, name);
        if (!value)
            return tl::unexpected(value.error());
        *into = *std::move(value);
    }
    link.url = QUrl(url);
    // The sample was filled by the same engine, but there is no site behind it.
    const auto sample = storage::settingOf(connection, u"sample"_s);
    if (!sample)
        return tl::unexpected(sample.error());
    return *sample == "1"_L1 ? StoreLink() : link;
}

Result<sync::StoreInfo> identifyStore(
    const QString& address, const security::Secret& key, const Clock& clock, sync::CancelToken& cancel)
{
    const auto url = sync::siteAddress(address);
    if (!url)
        return tl::unexpected(url.error());
    auto store = makeStore(*url, key, clock);
    if (!store)
        return tl::unexpected(store.error());
    const sync::CancelToken::Hook hook(cancel, [&] { (*store)->cancel(); });
    auto info = (*store)->identify();
    // The address that has just been shown to work, whatever the site calls itself: its public address may be another host than the
    // one that answers here, or plain http behind a proxy, and the key must not go there.
    if (info)
        info->url = *url;
    return info;
}

Result<void> linkStore(storage::WorkspaceFile& file, const sync::StoreInfo& store)
{
    const auto facts = file.facts();
    if (!facts)
        return tl::unexpected(facts.error());
    const auto committed = file.commit(kCreator, [&](storage::ChangeSet& changes) -> Result<void> {
        const auto known = storage::settingOf(changes.connection(), u"storeSiteId"_s);
        if (!known)
            return tl::unexpected(known.error());
        if (facts->sample || (!known->isEmpty() && *known != store.siteId))
            return failure(Error::Kind::WrongStore, store.url.toString());
        for (const auto& [name, value] : {std::pair(u"storeKind"_s, store.kind), std::pair(u"storeUrl"_s, store.url.toString()),
                 std::pair(u"storeTitle"_s, store.title), std::pair(u"storeSiteId"_s, store.siteId)}) {
            if (auto put = storage::putSetting(changes, name, value); !put)
                return put;
        }
        return {};
    });
    return committed ? Result<void>() : tl::unexpected(committed.error());
}

Result<void> unlinkStore(storage::WorkspaceFile& file)
{
    // The site's id stays: rows of another site must never be mixed in.
    const auto committed = file.setSetting(u"storeKind"_s, QString(), kCreator);
    return committed ? Result<void>() : tl::unexpected(committed.error());
}

Result<sync::SyncReport> syncWorkspace(storage::WorkspaceFile& file, const security::Secret& key, const Clock& clock,
    sync::SyncEngine::Extent extent, const sync::SyncOptions& options, sync::CancelToken& cancel,
    const sync::SyncEngine::OnProgress& progress, sync::SyncReport& report)
{
    const auto link = storeLinkOf(file.connection());
    if (!link)
        return tl::unexpected(link.error());
    if (!link->isConnected())
        return failure(Error::Kind::NotConnected);
    auto store = makeStore(link->url, key, clock);
    if (!store)
        return tl::unexpected(store.error());
    sync::SyncEngine engine(**store, file, clock, options);
    auto result = engine.run(extent, cancel, progress);
    report = engine.report();
    return result;
}

} // namespace lyceum::workspace
