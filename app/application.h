// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QApplication;
class QString;

namespace lyceum {

/**
 * The composition root of the window program: the one place that builds the objects and owns them, in the order in which they
 * need each other.
 */
class Application {
public:
    explicit Application(QApplication& application);
    ~Application();

    /// Shows the window and opens `workspace`; without a path the one opened last, and where there is none the sample community.
    void start(const QString& workspace);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace lyceum
