// SPDX-License-Identifier: GPL-3.0-or-later
// Each page of the window, from the click on its name to everything on it read and painted.
#include "bench.h"
#include "window.h"

using namespace Qt::StringLiterals;

namespace lyceum::bench {

Result<void> measurePages(Bench& bench, const Community& community)
{
    Window window(bench.clock);
    if (auto opened = window.open(community.path); !opened)
        return opened;
    using enum ui::PageKind;
    for (const auto kind : {Today, Members, Content, Discussions, Retention, Reports}) {
        Figure first {u"pages"_s, window.titleOf(kind) + u", first visit"_s, community.name, u"ms"_s, Goal {300, true, Goal::Judge::Median}, {}, {}};
        Figure again {u"pages"_s, window.titleOf(kind) + u", back again"_s, community.name, u"ms"_s, Goal {300, true, Goal::Judge::Median}, {}, {}};
        for (int run = 0; run < bench.options.runs; ++run) {
            // Opening once more drops the answers kept from earlier visits.
            if (!window.visit(Settings))
                return failure(Error::Kind::Timeout, window.titleOf(Settings));
            if (auto opened = window.open(community.path); !opened)
                return opened;
            for (Figure* figure : {&first, &again}) {
                const double cpuBefore = Figures::cpuMsNow();
                QElapsedTimer wall;
                wall.start();
                if (!window.visit(kind))
                    return failure(Error::Kind::Timeout, window.titleOf(kind));
                figure->values.append(double(wall.nsecsElapsed()) / 1e6);
                figure->cpuMs.append(Figures::cpuMsNow() - cpuBefore);
                if (!window.visit(Settings))
                    return failure(Error::Kind::Timeout, window.titleOf(Settings));
            }
        }
        bench.figures.add(std::move(first));
        bench.figures.add(std::move(again));
    }
    return {};
}

} // namespace lyceum::bench
