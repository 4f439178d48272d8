// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcWorkspace, "lyceum.workspace", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSync, "lyceum.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSecrets, "lyceum.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "lyceum.ui", QtWarningMsg)
