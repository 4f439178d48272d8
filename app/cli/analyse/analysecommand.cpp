// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/topics.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace lyceum::cli {

Command analyseCommand()
{
    Command command;
    command.name = u"analyse"_s;
    command.summary = Cli::tr("Run a statistical method on a CSV file, with the code the program itself uses.");
    command.parts = {survivalTopic(), coxTopic(), competingTopic(), markovTopic(), churnTopic(), customersTopic(), cohortsTopic(), activityTopic(),
        responseTopic(), growthTopic(), forecastTopic(), revenueTopic(), renewalsTopic(), trialsTopic(), cashTopic(), profitTopic(), priceTopic(),
        channelsTopic(), networkTopic(), experimentTopic(), privacyTopic()};
    return command;
}

} // namespace lyceum::cli
