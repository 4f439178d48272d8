// SPDX-License-Identifier: GPL-3.0-or-later
// The table of members as the window shows it: from asking to rows on the screen, and frame by frame while scrolling.
#include "bench.h"
#include "itemmodels/membertablemodel.h"
#include "tables/listview.h"
#include "theme/theme.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QPixmap>
#include <QScrollBar>
#include <QTemporaryDir>

#include <random>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr QSize kTableSize {1000, 700};
constexpr int kFrames = 300;
constexpr int kWheelStep = 96; // three rows
constexpr int kJumps = 50;
const Goal kAtOnce {50, true, Goal::Judge::Median};

/// The view, the model and the door they read through.
class Table {
public:
    explicit Table(const Clock& clock)
        : m_settings(m_dir.filePath(u"settings.ini"_s))
        , m_theme(*qApp, ui::Theme::Mode::Light)
        , m_workspace(clock)
        , m_model([this](const QList<MemberId>& ids) { return m_workspace.memberRows(ids); }, ui::Format())
        , m_view(m_theme, m_settings, ui::AppSettings::Key::MemberColumns)
    {
        m_view.setModel(&m_model);
        m_view.arrangeColumns({180, 210, 110, 110, 150, 90, 90, 90});
        m_view.resize(kTableSize);
        QObject::connect(&m_model, &ui::MemberTableModel::loadingFinished, &m_view, [this] { m_ordered = true; });
    }

    [[nodiscard]] Result<void> open(const QString& path)
    {
        const auto opened = waitFor(m_workspace.open(path));
        m_view.show();
        return opened ? Result<void>() : tl::unexpected(opened.error());
    }
    [[nodiscard]] ui::ListView& view() { return m_view; }
    /// From the question to its first rows, painted.
    [[nodiscard]] bool ask(const workspace::MemberQuery& query)
    {
        m_ordered = false;
        m_model.setOrder(m_workspace.memberIds(query));
        return waitUntil([this] { return m_ordered && isLoaded(); }) && !m_view.grab().isNull();
    }
    [[nodiscard]] bool jumpTo(int row)
    {
        m_view.scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtTop);
        return waitUntil([this] { return isLoaded(); }) && !m_view.grab().isNull();
    }
    [[nodiscard]] int rows() const { return m_model.rowCount(); }
    [[nodiscard]] bool isLoaded() const
    {
        const auto loaded = [this](int y) {
            const int row = m_view.rowAt(y);
            return row < 0 || m_model.index(row, 0).data(ui::LoadedRole).toBool();
        };
        return loaded(0) && loaded(m_view.viewport()->height() - 1);
    }

private:
    QTemporaryDir m_dir;
    ui::AppSettings m_settings;
    ui::Theme m_theme;
    workspace::Workspace m_workspace;
    ui::MemberTableModel m_model;
    ui::ListView m_view;
    bool m_ordered = false;
};

Result<void> stuck(const QString& what) { return failure(Error::Kind::Timeout, what, u"the table does not fill"_s); }

Result<void> measureScrolling(Bench& bench, const Community& community, Table& table)
{
    const Goal sixtyHertz {16, true, Goal::Judge::Median};
    Figure frame {u"table"_s, u"a whole frame of 1000 × 700 while scrolling"_s, community.name, u"ms"_s, sixtyHertz, {}, {}};
    QScrollBar* bar = table.view().verticalScrollBar();
    bar->setValue(0);
    for (int i = 0; i < kFrames; ++i) {
        const double cpuBefore = Figures::cpuMsNow();
        QElapsedTimer wall;
        wall.start();
        bar->setValue(bar->value() + kWheelStep);
        const QPixmap picture = table.view().grab();
        frame.values.append(double(wall.nsecsElapsed()) / 1e6);
        frame.cpuMs.append(Figures::cpuMsNow() - cpuBefore);
        if (picture.isNull() || !waitUntil([&table] { return table.isLoaded(); }))
            return stuck(u"scrolling"_s);
    }
    bench.figures.add(std::move(frame));
    std::minstd_rand random(1);
    const bool well = bench.figures.time({u"table"_s, u"jump to a random row, rows read and painted"_s, community.name, {}, kAtOnce, {}, {}},
        kJumps, [&] { return table.jumpTo(int(random() % unsigned(table.rows()))); });
    return well ? Result<void>() : stuck(u"jumping"_s);
}

} // namespace

Result<void> measureTable(Bench& bench, const Community& community)
{
    Table table(bench.clock);
    if (auto opened = table.open(community.path); !opened)
        return opened;
    const auto answered = [&](const QString& name, const workspace::MemberQuery& query) -> Result<void> {
        Figure figure {u"table"_s, name, community.name, u"ms"_s, kAtOnce, {}, {}};
        for (int run = 0; run < bench.options.runs; ++run) {
            workspace::MemberQuery nobody;
            nobody.among = QList<MemberId>();
            if (!table.ask(nobody))
                return stuck(name);
            const double cpuBefore = Figures::cpuMsNow();
            QElapsedTimer wall;
            wall.start();
            if (!table.ask(query))
                return stuck(name);
            figure.values.append(double(wall.nsecsElapsed()) / 1e6);
            figure.cpuMs.append(Figures::cpuMsNow() - cpuBefore);
        }
        bench.figures.add(std::move(figure));
        return {};
    };
    workspace::MemberQuery query;
    if (auto done = answered(u"first rows of everybody, newest first"_s, query); !done)
        return done;
    query.sort = workspace::MemberQuery::Sort::Name;
    query.descending = false;
    if (auto done = answered(u"first rows of everybody by name"_s, query); !done)
        return done;
    for (const auto& word : {u"mar"_s, u"王"_s, u"欧阳"_s}) {
        query.search = word;
        if (auto done = answered(u"search “%1” typed, rows painted"_s.arg(word), query); !done)
            return done;
    }
    if (!table.ask({}))
        return stuck(u"everybody"_s);
    return measureScrolling(bench, community, table);
}

} // namespace lyceum::bench
