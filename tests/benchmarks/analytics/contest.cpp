// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"

#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr int kNotInstalled = 77;

double medianOf(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

void add(Bench& bench, const QString& name, const QString& unit, const QList<double>& values, const std::optional<Goal>& goal = {})
{
    Figure figure;
    figure.section = u"analytics"_s;
    figure.name = name;
    figure.unit = unit;
    figure.goal = goal;
    figure.values = values;
    bench.figures.add(std::move(figure));
}

} // namespace

std::optional<Told> runPeer(const QStringList& command)
{
    // Debian's packages belong to its own Python, not to one that stands before it in the path.
    const QString python = u"/usr/bin/python3"_s;
    const QString program = command.first() == "python3"_L1 && QFileInfo(python).isExecutable() ? python : QStandardPaths::findExecutable(command.first());
    if (program.isEmpty())
        return std::nullopt;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENBLAS_NUM_THREADS"_s, u"1"_s);
    environment.insert(u"OMP_NUM_THREADS"_s, u"1"_s);
    QProcess peer;
    peer.setProcessEnvironment(environment);
    peer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    peer.start(program, QStringList {QStringLiteral(LYCEUM_SOURCE_DIR) + u"/tests/benchmarks/peers/"_s + command.at(1)} + command.mid(2));
    if (!peer.waitForFinished(-1) || peer.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    if (peer.exitCode() != 0) {
        if (peer.exitCode() != kNotInstalled)
            std::fprintf(stderr, "lyceum-bench: the peer %s failed\n", qUtf8Printable(command.at(1)));
        return std::nullopt;
    }
    Told told;
    const QStringList lines = QString::fromLatin1(peer.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        told.insert(line.section(u' ', 0, 0), line.section(u' ', 1, 1).toDouble());
    return told;
}

void addContest(Bench& bench, const Contest& contest)
{
    add(bench, contest.name + u", CPU"_s, u"ms"_s, contest.ourCpuMs);
    if (!contest.ourAddedMiB.isEmpty())
        add(bench, contest.name + u", memory added"_s, u"MiB"_s, contest.ourAddedMiB);
    if (contest.peerCpuMs.isEmpty())
        return;
    add(bench, u"%1, %2, CPU"_s.arg(contest.name, contest.peer), u"ms"_s, contest.peerCpuMs);
    add(bench, u"%1, %2, peak memory"_s.arg(contest.name, contest.peer), u"MiB"_s, contest.peerPeakMiB);
    add(bench, u"%1, ratio to %2 (CPU)"_s.arg(contest.name, contest.peer), {}, {medianOf(contest.ourCpuMs) / medianOf(contest.peerCpuMs)}, contest.goal);
}

} // namespace lyceum::bench
