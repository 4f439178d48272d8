// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/canceltoken.h"

#include <memory>

namespace lyceum::cli {

/**
 * While this lives, Ctrl+C and a request to terminate cancel the token instead of ending the program, so that it can end
 * what it is at and say so. Asked a second time, the program ends at once: a workspace survives that.
 *
 * To be made on the main thread before other threads are; one at a time. The token must outlive it.
 */
class Interruption {
public:
    explicit Interruption(sync::CancelToken& token);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lyceum::cli
