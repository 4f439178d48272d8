// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lyceum::bench {

/// On what, and with what, a run was made: processor, cores, memory, system, versions, build type, revision.
[[nodiscard]] QJsonObject machineFacts();

/// Resident memory of this process in MiB: the largest so far, or now. Known on Linux only.
[[nodiscard]] std::optional<double> peakMemoryMiB();
[[nodiscard]] std::optional<double> memoryMiB();
/// From now on the largest so far is what is resident now. Does nothing where the system cannot.
void forgetPeakMemory();

/// Nanoseconds of a clock that all processes of the machine share.
[[nodiscard]] qint64 sharedClockNs();

/// Asks the system to forget what it keeps of a file in memory. True where that was possible (Linux).
bool dropFromFileCache(const QString& path);

} // namespace lyceum::bench
