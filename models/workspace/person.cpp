// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/person.h"

using namespace Qt::StringLiterals;

namespace lyceum::workspace {

QString personName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return name;
    }
    return u"creator"_s;
}

} // namespace lyceum::workspace
