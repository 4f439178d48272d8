// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/random.h"

#include "analytics/quietmath.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace lyceum::analytics {

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t& word : m_state) {
        seed += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = seed;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        word = mixed ^ (mixed >> 31U);
    }
}

Random::result_type Random::operator()()
{
    auto& s = m_state;
    const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
    const std::uint64_t shifted = s[1] << 17U;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return result;
}

double Random::uniform()
{
    return double(operator()() >> 11U) * 0x1p-53;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    const std::uint64_t firstFair = (0 - bound) % bound; // 2^64 mod bound: below it some remainders would come once more
    for (;;) {
        const std::uint64_t drawn = operator()();
        if (drawn >= firstFair)
            return drawn % bound;
    }
}

double Random::normal()
{
    // Strictly between 0 and 1: the largest of the uniform numbers would be rounded up to 1.
    const double middle = std::min(uniform() + 0x1p-54, 1 - 0x1p-53);
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * middle, QuietMath());
}

double Random::exponential()
{
    return -std::log1p(-uniform());
}

} // namespace lyceum::analytics
