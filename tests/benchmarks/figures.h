// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace lyceum::bench {

/// What a figure should be, and which of its runs is held against that.
struct Goal {
    enum class Judge { Median, Worst };

    double bound = 0;
    bool atMost = true; ///< false: at least
    Judge judge = Judge::Median;
};

/// One thing that was measured, several times.
struct Figure {
    QString section;
    QString name;
    QString workspace; ///< what it was measured on: "100000 members"; may be empty
    QString unit; ///< "ms", "MiB", "rows/s"
    std::optional<Goal> goal;
    QList<double> values; ///< one a run, in the order of the runs
    QList<double> cpuMs; ///< processor time of all threads, one a run; empty where it says nothing

    [[nodiscard]] double quantile(double share) const; ///< nearest rank, share in [0, 1]; there must be a value
    [[nodiscard]] std::optional<bool> meetsGoal() const; ///< nullopt without a goal
};

/// All that was measured. Prints each figure as soon as it is there.
class Figures {
public:
    void add(Figure figure);

    /// Runs `work` `runs` times; it answers false to stop after an error, which it has noted itself.
    template <class Work>
    bool time(Figure figure, int runs, Work work)
    {
        figure.unit = QStringLiteral("ms");
        for (int run = 0; run < runs; ++run) {
            const double cpuBefore = cpuMsNow();
            QElapsedTimer wall;
            wall.start();
            if (!work())
                return false;
            figure.values.append(double(wall.nsecsElapsed()) / 1e6);
            figure.cpuMs.append(cpuMsNow() - cpuBefore);
        }
        add(std::move(figure));
        return true;
    }

    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] const QList<Figure>& all() const { return m_figures; }

    /// Processor time of this process so far, all threads.
    [[nodiscard]] static double cpuMsNow();

private:
    QList<Figure> m_figures;
};

/// Column titles of what Figures prints.
void printTableHeader();

} // namespace lyceum::bench
