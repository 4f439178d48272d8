// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lyceum::analytics {

/// The 128-bit key of SipHash, in the order of the paper's key bytes.
using SipKey = std::array<std::uint8_t, 16>;

/// SipHash-2-4: a keyed hash of any bytes, the paper's 64-bit word. O(length).
/// @see Aumasson & Bernstein (2012), "SipHash: a fast short-input PRF", INDOCRYPT; vectors in its appendix A.
[[nodiscard]] std::uint64_t sipHash24(const SipKey& key, std::span<const std::uint8_t> message);

/**
 * Who sees which variant: always the same one, without a list to keep, and as any other program can compute it.
 *
 *     message = experiment's name in UTF-8, one byte 0, member's identifier in UTF-8
 *     hash    = SipHash-2-4(key, message), an unsigned 64-bit number
 *     point   = floor(hash * W / 2^64), W being the sum of the weights
 *     variant = the first whose weight added to those before it is more than the point
 *
 * The experiment's name makes assignments of different experiments independent; the key keeps members from choosing theirs. A
 * variant's share is exact to W / 2^64. Giving one variant more at the expense of the next moves only members between these two.
 */
class Assignment {
public:
    /// @param weights  at least one above 0; their sum below 2^32. A variant of weight 0 gets nobody.
    /// @return BadWeight: no weight at all, or their sum is too large; BadValue: the name holds a byte 0
    [[nodiscard]] static tl::expected<Assignment, AnalyticsError> make(
        const SipKey& key, std::string_view experiment, std::span<const std::uint32_t> weights);

    [[nodiscard]] std::size_t variantOf(std::string_view member) const; ///< index in the weights
    [[nodiscard]] std::size_t variants() const { return m_ends.size(); }

private:
    Assignment() = default;

    SipKey m_key {};
    std::vector<std::uint8_t> m_prefix; ///< name and byte 0
    std::vector<std::uint64_t> m_ends; ///< weights added up
};

} // namespace lyceum::analytics
