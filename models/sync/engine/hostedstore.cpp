// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/hostedstore.h"

#include "sync/engine/writable.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {
namespace {

tl::unexpected<Error> takesNothing(Kind kind)
{
    return failure(Error::Kind::Refused, nameOf(kind), u"this store takes no changes"_s);
}

} // namespace

Result<Batch> HostedStore::write(const RowWrite& write)
{
    return takesNothing(write.kind);
}

Result<void> HostedStore::remove(Kind kind, const QString&)
{
    return takesNothing(kind);
}

Result<std::optional<Batch>> HostedStore::findMade(const RowWrite&)
{
    return std::optional<Batch>();
}

Result<void> HostedStore::relabel(const Label&, const QStringList&, bool)
{
    return takesNothing(Kind::Labels);
}

QSet<QByteArray> HostedStore::writable(Kind, bool) const
{
    return {};
}

Writable Writable::of(const HostedStore& store)
{
    Writable writable;
    for (const Kind kind : {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags, Kind::Members, Kind::Posts, Kind::Comments}) {
        writable.make.insert(kind, store.writable(kind, /*making=*/true));
        writable.change.insert(kind, store.writable(kind, /*making=*/false));
    }
    return writable;
}

} // namespace lyceum::sync
