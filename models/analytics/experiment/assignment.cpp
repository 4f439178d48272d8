// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/assignment.h"

#include <algorithm>
#include <bit>

namespace lyceum::analytics {
namespace {

/// `count` bytes as a number, the first one lowest: the same on every machine.
std::uint64_t littleEndian(const std::uint8_t* bytes, std::size_t count)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i)
        word |= std::uint64_t(bytes[i]) << (8 * i);
    return word;
}

class SipState {
public:
    explicit SipState(const SipKey& key)
    {
        const std::uint64_t k0 = littleEndian(key.data(), 8);
        const std::uint64_t k1 = littleEndian(key.data() + 8, 8);
        m_v = {k0 ^ 0x736f6d6570736575U, k1 ^ 0x646f72616e646f6dU, k0 ^ 0x6c7967656e657261U, k1 ^ 0x7465646279746573U};
    }

    void absorb(std::uint64_t word)
    {
        m_v[3] ^= word;
        rounds(2);
        m_v[0] ^= word;
    }

    std::uint64_t finish()
    {
        m_v[2] ^= 0xff;
        rounds(4);
        return m_v[0] ^ m_v[1] ^ m_v[2] ^ m_v[3];
    }

private:
    void rounds(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_v[0] += m_v[1];
            m_v[1] = std::rotl(m_v[1], 13) ^ m_v[0];
            m_v[0] = std::rotl(m_v[0], 32);
            m_v[2] += m_v[3];
            m_v[3] = std::rotl(m_v[3], 16) ^ m_v[2];
            m_v[0] += m_v[3];
            m_v[3] = std::rotl(m_v[3], 21) ^ m_v[0];
            m_v[2] += m_v[1];
            m_v[1] = std::rotl(m_v[1], 17) ^ m_v[2];
            m_v[2] = std::rotl(m_v[2], 32);
        }
    }

    std::array<std::uint64_t, 4> m_v {};
};

} // namespace

std::uint64_t sipHash24(const SipKey& key, std::span<const std::uint8_t> message)
{
    SipState state(key);
    std::size_t at = 0;
    for (; at + 8 <= message.size(); at += 8)
        state.absorb(littleEndian(message.data() + at, 8));
    const std::uint64_t length = std::uint64_t(message.size() & 0xff) << 56U;
    state.absorb(length | littleEndian(message.data() + at, message.size() - at));
    return state.finish();
}

tl::expected<Assignment, AnalyticsError> Assignment::make(
    const SipKey& key, std::string_view experiment, std::span<const std::uint32_t> weights)
{
    using Kind = AnalyticsError::Kind;
    const std::size_t zero = experiment.find('\0');
    if (zero != std::string_view::npos)
        return tl::unexpected(AnalyticsError {Kind::BadValue, zero});
    Assignment result;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i];
        if (sum >= (std::uint64_t(1) << 32U))
            return tl::unexpected(AnalyticsError {Kind::BadWeight, i});
        result.m_ends.push_back(sum);
    }
    if (sum == 0)
        return tl::unexpected(AnalyticsError {Kind::BadWeight, 0});
    result.m_key = key;
    result.m_prefix.assign(experiment.begin(), experiment.end());
    result.m_prefix.push_back(0);
    return result;
}

std::size_t Assignment::variantOf(std::string_view member) const
{
    std::vector<std::uint8_t> message = m_prefix;
    message.insert(message.end(), member.begin(), member.end());
    const std::uint64_t hash = sipHash24(m_key, message);
    // The upper 64 bits of hash * W, in halves; W has at most 32 bits.
    const std::uint64_t total = m_ends.back();
    const std::uint64_t point = ((hash >> 32U) * total + (((hash & 0xffffffffU) * total) >> 32U)) >> 32U;
    return std::size_t(std::ranges::upper_bound(m_ends, point) - m_ends.begin());
}

} // namespace lyceum::analytics
