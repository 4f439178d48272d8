// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to a window one can work with, with the program's own composition root.
#include "application.h"
#include "bench.h"
#include "charts/keyfiguretile.h"
#include "language.h"
#include "machine.h"
#include "shell/mainwindow.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

/// Waits for the window's first painting and for that of the first key figure, which is there when Today is answered.
class FirstPaint final : public QObject {
    Q_OBJECT

public:
    explicit FirstPaint(qint64 sinceNs)
        : m_sinceNs(sinceNs)
    {
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            // The paint event is about to be handled; the loop's next turn comes after the whole window is on the screen.
            if (!m_shown && qobject_cast<ui::MainWindow*>(watched)) {
                m_shown = true;
                QTimer::singleShot(0, this, [this] { tell("shownMs", sinceStart()); });
            }
            if (!m_usable && qobject_cast<ui::KeyFigureTile*>(watched)) {
                m_usable = true;
                QTimer::singleShot(0, this, [this] { finish(); });
            }
        }
        return false;
    }

private:
    [[nodiscard]] double sinceStart() const { return double(sharedClockNs() - m_sinceNs) / 1e6; }
    void finish()
    {
        tell("usableMs", sinceStart());
        tell("cpuMs", Figures::cpuMsNow());
        if (const auto peak = peakMemoryMiB())
            tell("peakMiB", *peak);
        QCoreApplication::quit();
    }

    qint64 m_sinceNs;
    bool m_shown = false;
    bool m_usable = false;
};

Result<void> startOften(Bench& bench, const Community& community, bool cold, int runs)
{
    const QString how = cold ? u", file not in memory"_s : QString();
    const Goal second {1000, true, Goal::Judge::Median};
    Figure shown {u"start"_s, u"process to window painted"_s + how, community.name, u"ms"_s, {}, {}, {}};
    Figure usable {u"start"_s, u"process to Today answered and painted"_s + how, community.name, u"ms"_s, second, {}, {}};
    Figure memory {u"start"_s, u"peak memory by then"_s + how, community.name, u"MiB"_s, Goal {250, true, Goal::Judge::Worst}, {}, {}};
    for (int run = 0; run < runs; ++run) {
        if (cold && !dropFromFileCache(community.path))
            return {};
        const auto told = runChild({u"--child-start"_s, community.path});
        if (!told)
            return tl::unexpected(told.error());
        shown.values.append(told->value(u"shownMs"_s));
        usable.values.append(told->value(u"usableMs"_s));
        usable.cpuMs.append(told->value(u"cpuMs"_s));
        if (told->contains(u"peakMiB"_s))
            memory.values.append(told->value(u"peakMiB"_s));
    }
    for (Figure& figure : QList {shown, usable, memory})
        bench.figures.add(std::move(figure));
    return {};
}

} // namespace

int runStartChild(int& argc, char** argv, const QString& path, qint64 sinceNs)
{
    QApplication::setOrganizationName(u"Lyceum"_s);
    QApplication::setApplicationName(u"Lyceum"_s);
    QApplication application(argc, argv);
    installLanguage(u"en"_s);
    FirstPaint watch(sinceNs);
    application.installEventFilter(&watch);
    Application lyceum(application);
    lyceum.start(path);
    QTimer::singleShot(60'000, &application, [] { QCoreApplication::exit(1); });
    return QApplication::exec();
}

Result<void> measureStart(Bench& bench)
{
    for (const Community& community : {bench.small, bench.large}) {
        if (auto done = startOften(bench, community, /*cold=*/false, bench.options.runs); !done)
            return done;
        if (auto done = startOften(bench, community, /*cold=*/true, bench.options.runs); !done)
            return done;
    }
    return {};
}

} // namespace lyceum::bench

#include "startup.moc"
