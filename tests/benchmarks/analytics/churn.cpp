// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/churn/logistic.h"
#include "analytics/random.h"

#include <QDir>
#include <QSaveFile>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kRiskRows = 1'000'000;
constexpr std::size_t kRiskColumns = 10;

struct RiskRows {
    std::vector<double> features;
    std::vector<std::uint8_t> outcomes;
};

RiskRows riskRows()
{
    analytics::Random random(1);
    RiskRows rows {std::vector<double>(kRiskRows * kRiskColumns), std::vector<std::uint8_t>(kRiskRows)};
    for (double& value : rows.features)
        value = random.normal();
    for (std::size_t i = 0; i < kRiskRows; ++i) {
        double logOdds = -1.5;
        for (std::size_t column = 0; column < kRiskColumns; ++column)
            logOdds += (0.1 * double(column) - 0.4) * rows.features[column * kRiskRows + i];
        rows.outcomes[i] = random.uniform() < analytics::probabilityOf(logOdds) ? 1 : 0;
    }
    return rows;
}

} // namespace

Result<void> measureChurn(Bench& bench)
{
    const RiskRows rows = riskRows();
    const QString path = QDir(bench.options.cache).filePath(u"analytics-logistic.bin"_s);
    QSaveFile file(path);
    if (!QDir().mkpath(bench.options.cache) || !file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char*>(rows.features.data()), qint64(rows.features.size() * sizeof(double))) < 0
        || file.write(reinterpret_cast<const char*>(rows.outcomes.data()), qint64(rows.outcomes.size())) < 0 || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());

    double lastCoefficient = 0;
    const auto ours = [&] {
        const auto fit = analytics::fitLogistic({rows.features, kRiskColumns, rows.outcomes});
        lastCoefficient = fit ? fit->coefficients.back().value : 0;
        return fit.has_value();
    };
    const QStringList input {path, QString::number(kRiskRows), QString::number(kRiskColumns)};
    for (const auto& [name, command, bound] : {std::tuple(u"R glm.fit"_s, QStringList {u"Rscript"_s, u"glm.R"_s} + input, 0.35),
             std::tuple(u"scikit-learn newton-cholesky"_s, QStringList {u"python3"_s, u"logistic.py"_s} + input, 0.6)}) {
        Contest contest {u"Logistic regression, 1 million rows of 10 columns"_s, name, Goal {bound}};
        if (!contend(contest, bench.options.runs, command, ours))
            return failure(Error::Kind::Internal, name, u"the fit failed"_s);
        addContest(bench, contest);
        const auto told = runPeer(command);
        if (told && std::abs(told->value(u"lastCoefficient"_s) - lastCoefficient) > 1e-6)
            return failure(Error::Kind::Internal, name, u"the coefficients differ"_s);
    }
    return {};
}

} // namespace lyceum::bench
