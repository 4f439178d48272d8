// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"
#include "storage/workspacefile.h"

namespace lyceum::test {

/// Does in a workspace what people do: one random thing at a time, of all that can be sent to a site.
class Crowd {
public:
    Crowd(Dice& dice, QString name)
        : m_dice(dice)
        , m_name(std::move(name))
    {
    }
    void act(storage::WorkspaceFile& workspace, qint64 nowUtc);
    /// Settles what waits for a decision, one way or the other.
    void decide(storage::WorkspaceFile& workspace);
    /// Sends again what was parked, or gives it up.
    void clearOutbox(storage::WorkspaceFile& workspace, bool givesUp);

private:
    QString word() { return m_name + u' ' + QString::number(++m_words); }
    qint64 someRow(storage::Connection& connection, const char* from);
    void editMember(storage::WorkspaceFile& workspace, qint64 nowUtc);
    void editPost(storage::WorkspaceFile& workspace, qint64 nowUtc);
    void editComment(storage::WorkspaceFile& workspace);
    void editCatalogue(storage::WorkspaceFile& workspace);
    void create(storage::WorkspaceFile& workspace, qint64 nowUtc);

    Dice& m_dice;
    QString m_name;
    int m_words = 0;
};

} // namespace lyceum::test
