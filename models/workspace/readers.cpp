// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/readers.h"

namespace lyceum::workspace {

using storage::Connection;

Readers::Readers(QString path, std::size_t threads)
    : m_path(std::move(path))
    , m_threads(threads)
{
}

Readers::~Readers()
{
    stop();
}

void Readers::run(std::function<void(Result<Connection*>)> job)
{
    m_threads.run([this, job = std::move(job)] {
        if (m_stopping) {
            job(failure(Error::Kind::Cancelled));
            return;
        }
        Result<Connection> connection = take();
        if (!connection) {
            job(tl::unexpected(connection.error()));
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_busy.insert(&*connection);
        }
        job(&*connection);
        {
            const std::lock_guard lock(m_mutex);
            m_busy.erase(&*connection);
        }
        giveBack(*std::move(connection));
    });
}

void Readers::stop()
{
    m_stopping = true;
    {
        const std::lock_guard lock(m_mutex);
        for (const Connection* connection : m_busy)
            connection->interrupt();
    }
    m_threads.stop();
    m_idle.clear();
}

Result<Connection> Readers::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            Connection connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    return Connection::open(m_path, Connection::Mode::ReadOnly);
}

void Readers::giveBack(Connection connection)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(connection));
}

} // namespace lyceum::workspace
