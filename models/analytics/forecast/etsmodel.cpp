// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/etsmodel.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

char letterOf(EtsPart part)
{
    return part == EtsPart::None ? 'N' : part == EtsPart::Additive ? 'A' : 'M';
}

std::optional<EtsPart> partOf(char letter)
{
    switch (letter) {
    case 'N':
    case 'n':
        return EtsPart::None;
    case 'A':
    case 'a':
        return EtsPart::Additive;
    case 'M':
    case 'm':
        return EtsPart::Multiplicative;
    default:
        return std::nullopt;
    }
}

} // namespace

std::string nameOf(const EtsForm& form)
{
    std::string name = "ETS(";
    name += letterOf(form.error);
    name += ',';
    name += letterOf(form.trend);
    if (form.damped)
        name += 'd';
    name += ',';
    name += letterOf(form.season);
    name += ')';
    return name;
}

std::optional<EtsForm> etsFormNamed(std::string_view name)
{
    std::string letters(name);
    if ((letters.starts_with("ETS(") || letters.starts_with("ets(")) && letters.ends_with(')'))
        letters = letters.substr(4, letters.size() - 5);
    std::erase(letters, ',');
    const bool damped = letters.size() == 4 && (letters[2] == 'd' || letters[2] == 'D');
    if (damped)
        letters.erase(2, 1);
    if (letters.size() != 3)
        return std::nullopt;
    const auto error = partOf(letters[0]);
    const auto trend = partOf(letters[1]);
    const auto season = partOf(letters[2]);
    if (!error || !trend || !season || *error == EtsPart::None || (damped && *trend == EtsPart::None))
        return std::nullopt;
    return EtsForm {*error, *trend, damped, *season};
}

bool isStable(const EtsForm& form)
{
    using enum EtsPart;
    if (form.error == Additive)
        return form.trend != Multiplicative && form.season != Multiplicative;
    return form.trend != Multiplicative || form.season != Additive;
}

std::vector<double> pointForecasts(const EtsFit& fit, std::size_t steps)
{
    using enum EtsPart;
    std::vector<double> values;
    double level = fit.last.level;
    double slope = fit.last.slope;
    for (std::size_t h = 0; h < steps; ++h) {
        if (fit.form.trend == Additive) {
            slope *= fit.parameters.phi;
            level += slope;
        } else if (fit.form.trend == Multiplicative) {
            slope = std::pow(slope, fit.parameters.phi);
            level *= slope;
        }
        double value = level;
        if (fit.form.season == Additive)
            value += fit.last.seasons[h % fit.period];
        else if (fit.form.season == Multiplicative)
            value *= fit.last.seasons[h % fit.period];
        values.push_back(value);
    }
    return values;
}

} // namespace lyceum::analytics
