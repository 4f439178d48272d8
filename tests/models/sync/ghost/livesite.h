// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ghost/ghoststore.h"
#include "sync/ghost/siteaddress.h"

#include <QTest>

namespace lyceum::test {

using namespace Qt::StringLiterals;

inline QString told(const Error& error) { return kindName(error.kind) + u' ' + error.subject + u' ' + error.detail; }

inline sync::RowWrite blank(sync::Kind kind, QSet<QByteArray> fields)
{
    sync::RowWrite write;
    write.kind = kind;
    write.fields = std::move(fields);
    return write;
}

/// A Ghost that may be changed, as tests/ghost/withownsite.py starts one: its address and key are in LYCEUM_GHOST_URL and LYCEUM_GHOST_KEY.
class LiveSite {
public:
    [[nodiscard]] static bool isThere()
    {
        return qEnvironmentVariableIsSet("LYCEUM_GHOST_URL") && qEnvironmentVariableIsSet("LYCEUM_GHOST_KEY");
    }

    LiveSite()
        : store(sync::siteAddress(qEnvironmentVariable("LYCEUM_GHOST_URL")).value(),
            sync::AdminKey::parse(qEnvironmentVariable("LYCEUM_GHOST_KEY")).value(), clock)
    {
    }

    /// The whole of a list.
    sync::Batch everything(sync::Kind kind)
    {
        sync::Batch all;
        QString cursor;
        do {
            auto page = store.pull({.kind = kind, .ids = {}}, cursor);
            if (!page) {
                qWarning() << told(page.error());
                return {};
            }
            all.tiers += page->batch.tiers;
            all.labels += page->batch.labels;
            all.newsletters += page->batch.newsletters;
            all.members += page->batch.members;
            cursor = page->next;
        } while (!cursor.isEmpty());
        return all;
    }

    /// One row as the walks of a sync bring it.
    sync::Batch read(sync::Kind kind, const QString& remoteId)
    {
        auto page = store.pull({.kind = kind, .extent = sync::Walk::Extent::Named, .ids = {remoteId}}, {});
        if (!page) {
            qWarning() << told(page.error());
            return {};
        }
        page->batch.tiers.removeIf([&](const Tier& tier) { return tier.remoteId != remoteId; });
        page->batch.offers.removeIf([&](const sync::RemoteOffer& offer) { return offer.offer.remoteId != remoteId; });
        return page->batch;
    }

    SystemClock clock;
    sync::GhostStore store;
    const QString run = QString::number(clock.nowUtc()); ///< makes names that no earlier run has used
};

} // namespace lyceum::test

#define REQUIRE(result) QVERIFY2(result, qPrintable(result ? QString() : lyceum::test::told(result.error())))

/// Skips a test without a site; in continuous integration (CI is set) it fails.
#define NEED_A_SITE() \
    do { \
        if (!lyceum::test::LiveSite::isThere()) { \
            if (qEnvironmentVariableIsSet("CI")) \
                QFAIL("LYCEUM_GHOST_URL and LYCEUM_GHOST_KEY must name a running Ghost"); \
            QSKIP("needs a Ghost that may be changed (tests/ghost/withownsite.py starts one)"); \
        } \
    } while (false)
