// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lyceum::analytics {

/// Fills the bytes with random ones. For a release they come from the operating system's generator and from nowhere else: whoever knows
/// a seed can take the noise off again.
using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

/// Whole random numbers out of random bytes, without rounding. Bytes are asked for 4 096 at a time.
class Entropy {
public:
    explicit Entropy(RandomBytes bytes);
    ~Entropy(); ///< overwrites what is left of the bytes
    Entropy(const Entropy&) = delete;
    Entropy& operator=(const Entropy&) = delete;

    /// 64 fair bits.
    std::uint64_t bits();
    /// A whole number in [0, bound), every one exactly equally likely; bound at least 1.
    std::uint64_t below(std::uint64_t bound);
    bool coin();

private:
    RandomBytes m_bytes;
    std::vector<std::uint8_t> m_buffer;
    std::size_t m_used = 0;
    std::uint64_t m_coins = 0;
    int m_coinsLeft = 0;
};

} // namespace lyceum::analytics
