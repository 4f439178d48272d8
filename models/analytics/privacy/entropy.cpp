// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/entropy.h"

namespace lyceum::analytics {
namespace {

constexpr std::size_t kBufferBytes = 4096;

} // namespace

Entropy::Entropy(RandomBytes bytes)
    : m_bytes(std::move(bytes))
    , m_buffer(kBufferBytes)
    , m_used(kBufferBytes)
{
}

Entropy::~Entropy()
{
    volatile std::uint8_t* bytes = m_buffer.data(); // volatile, or the compiler sees that nobody reads them any more
    for (std::size_t i = 0; i < m_buffer.size(); ++i)
        bytes[i] = 0;
}

std::uint64_t Entropy::bits()
{
    constexpr std::size_t kBytes = 8;
    if (m_used + kBytes > m_buffer.size()) {
        m_bytes(m_buffer);
        m_used = 0;
    }
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < kBytes; ++i)
        word |= std::uint64_t(m_buffer[m_used + i]) << (8 * i);
    m_used += kBytes;
    return word;
}

std::uint64_t Entropy::below(std::uint64_t bound)
{
    const std::uint64_t firstFair = (0 - bound) % bound; // 2^64 mod bound: below it some remainders would come once more
    for (;;) {
        const std::uint64_t drawn = bits();
        if (drawn >= firstFair)
            return drawn % bound;
    }
}

bool Entropy::coin()
{
    if (m_coinsLeft == 0) {
        m_coins = bits();
        m_coinsLeft = 64;
    }
    const bool isHeads = (m_coins & 1U) != 0;
    m_coins >>= 1U;
    --m_coinsLeft;
    return isHeads;
}

} // namespace lyceum::analytics
