// SPDX-License-Identifier: GPL-3.0-or-later
// writefixture FILE: a small workspace of the present schema, to be kept in tests/data/workspaces once that schema was shipped.
#include "community.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

Result<void> write(const QString& target)
{
    const QTemporaryDir folder;
    const FixedClock clock(Community::kNow);
    const auto file = WorkspaceFile::create(folder.filePath(u"fixture.lyceum"_s), {u"学院 of schema %1"_s.arg(WorkspaceFile::kSchema), "Asia/Shanghai"}, clock);
    if (!file)
        return tl::unexpected(file.error());
    if (const auto filled = Community::fill(**file, kFixtureSize, kFixtureSeed); !filled)
        return tl::unexpected(filled.error());
    // So that the journal has a change, and not only new rows.
    if (const auto set = (*file)->setSetting(u"motto"_s, u"知行合一"_s, {u"me"_s, Origin::Person, {}}); !set)
        return tl::unexpected(set.error());
    const auto released = (*file)->commit({u"me"_s, Origin::Person, {}}, [](ChangeSet& changes) -> Result<void> {
        const auto id = changes.nextId<PrivacyRelease>();
        if (!id)
            return tl::unexpected(id.error());
        changes.put(PrivacyRelease {*id, Community::kNow, u"会员等级"_s, u"tiers"_s, u"discrete-gaussian"_s, 0, 20'000'000, u"{}"_s});
        return {};
    });
    if (!released)
        return tl::unexpected(released.error());
    // So that something waits for the store, and something has to be settled.
    const auto edited = (*file)->commit({u"me"_s, Origin::Person, {}}, [](ChangeSet& changes) -> Result<void> {
        changes.put(Label {LabelId {1}, u"label-vip"_s, u"贵宾"_s, u"vip"_s});
        changes.noteConflict({Entity::Label, 1, "name", u"VIP"_s, u"贵宾"_s, u"Very important"_s});
        return {};
    });
    if (!edited)
        return tl::unexpected(edited.error());
    auto vacuum = (*file)->connection().prepare("VACUUM INTO ?");
    if (!vacuum)
        return tl::unexpected(vacuum.error());
    vacuum->bind(1, target);
    return vacuum->run();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("writefixture FILE\n", stderr);
        return 2;
    }
    const QString target = QFileInfo(QString::fromLocal8Bit(argv[1])).absoluteFilePath();
    const auto written = write(target);
    if (!written)
        std::fprintf(stderr, "%s %s\n", qUtf8Printable(kindName(written.error().kind)), qUtf8Printable(written.error().detail));
    return written ? 0 : 1;
}
