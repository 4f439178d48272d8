// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/post.h"
#include "storage/connection.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>

namespace lyceum::storage {

/// Which posts, in which order.
struct PostQuery {
    enum class Sort { Published, Changed, Created, Title };

    QString search; ///< in title, excerpt and text
    std::optional<Post::Status> status;
    QString visibility; ///< empty: any
    TagId tag; ///< nobody: any
    TierId tier; ///< posts chosen for this tier (visibility "tiers")
    bool includeDeleted = false; ///< also those the store no longer has
    Sort sort = Sort::Published; ///< drafts, which have no such time, come first when descending
    bool descending = true;

    friend bool operator==(const PostQuery&, const PostQuery&) = default;
};

/// A post as a list shows it.
struct PostRow {
    Post post; ///< `html` and `plainText` are empty
    QStringList tags; ///< names, in order of their ids
    QStringList tiers;
    qint64 comments = 0; ///< published ones, replies included

    friend bool operator==(const PostRow&, const PostRow&) = default;
};

/// Ties are ordered by id.
[[nodiscard]] Result<QList<PostId>> postIds(Connection& connection, const PostQuery& query);
/// In the order asked; what is not there is left out.
[[nodiscard]] Result<QList<PostRow>> postRows(Connection& connection, const QList<PostId>& ids);
[[nodiscard]] Result<std::optional<Post>> postById(Connection& connection, PostId id); ///< whole
[[nodiscard]] Result<std::optional<Post>> postByRemoteId(Connection& connection, const QString& remoteId);
[[nodiscard]] Result<QList<Tag>> allTags(Connection& connection); ///< by name

/// How many posts have each value, for filter menus. Deleted ones are not counted.
struct PostFacets {
    qint64 total = 0;
    QMap<Post::Status, qint64> status;
    QMap<QString, qint64> visibility;
    QHash<TagId, qint64> tags;

    friend bool operator==(const PostFacets&, const PostFacets&) = default;
};
[[nodiscard]] Result<PostFacets> postFacets(Connection& connection);

} // namespace lyceum::storage
