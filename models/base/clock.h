// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace lyceum {

/// Where the time comes from. Handed in, so that tests and `--as-of` can say what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    /// Seconds since 1970-01-01 UTC.
    [[nodiscard]] virtual std::int64_t nowUtc() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowUtc() const override
    {
        using namespace std::chrono;
        return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
    }
};

/// A clock that stands still until it is set.
class FixedClock final : public Clock {
public:
    explicit FixedClock(std::int64_t nowUtc)
        : m_nowUtc(nowUtc)
    {
    }
    [[nodiscard]] std::int64_t nowUtc() const override { return m_nowUtc; }
    void set(std::int64_t nowUtc) { m_nowUtc = nowUtc; }

private:
    std::int64_t m_nowUtc;
};

} // namespace lyceum
