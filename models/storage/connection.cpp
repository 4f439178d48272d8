// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "storage/tokenizer.h"

#include <QFileInfo>
#include <QHash>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

constexpr int kBusyTimeoutMs = 5000;

Error::Kind kindOfCode(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB: return Error::Kind::WorkspaceForeign;
    case SQLITE_CORRUPT: return Error::Kind::WorkspaceDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Error::Kind::WorkspaceLocked;
    case SQLITE_PERM:
    case SQLITE_READONLY: return Error::Kind::WorkspaceReadOnly;
    case SQLITE_FULL: return Error::Kind::DiskFull;
    case SQLITE_INTERRUPT: return Error::Kind::Cancelled;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return Error::Kind::Io;
    default: return Error::Kind::Internal;
    }
}

Error sqlError(sqlite3* handle)
{
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const QString text = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : u"out of memory"_s;
    const char* file = handle ? sqlite3_db_filename(handle, "main") : nullptr;
    // Where the -shm or a journal cannot grow, SQLite speaks of reading and writing; the disk is full all the same.
    const bool full = (code & 0xff) == SQLITE_IOERR && sqlite3_system_errno(handle) == ENOSPC;
    return {full ? Error::Kind::DiskFull : kindOfCode(code), QString::fromUtf8(file ? file : ""), u"SQLite %1: %2"_s.arg(code).arg(text)};
}

bool hasLog(const QString& absolute)
{
    return QFileInfo(absolute + "-wal"_L1).size() > 0;
}

/// The path as a URI that says: nobody will change this file. SQLite then needs neither locks nor the -shm beside it.
QByteArray immutableUri(const QString& absolute)
{
    const QByteArray encoded = QUrl::toPercentEncoding(absolute, "/:");
    return (encoded.startsWith('/') ? "file://" : "file:///") + encoded + "?immutable=1";
}

} // namespace

// ---- Statement

Statement::Statement(sqlite3_stmt* handle)
    : m_handle(handle)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

Statement& Statement::bind(int index, qint64 value)
{
    [[maybe_unused]] const int rc = sqlite3_bind_int64(m_handle, index, value);
    Q_ASSERT(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    [[maybe_unused]] const int rc = sqlite3_bind_double(m_handle, index, value);
    Q_ASSERT(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    [[maybe_unused]] const int rc = sqlite3_bind_text64(
        m_handle, index, utf8.constData() ? utf8.constData() : "", sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    Q_ASSERT(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, const QByteArray& value)
{
    [[maybe_unused]] const int rc = sqlite3_bind_blob64(
        m_handle, index, value.constData() ? value.constData() : "", sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
    Q_ASSERT(rc == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, std::optional<qint64> value)
{
    return value ? bind(index, *value) : bindNull(index);
}

Statement& Statement::bind(int index, const Scalar& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return bind(index, *number);
    if (const auto* fraction = std::get_if<double>(&value))
        return bind(index, *fraction);
    if (const auto* string = std::get_if<QString>(&value))
        return bind(index, *string);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return bind(index, *bytes);
    return bindNull(index);
}

Statement& Statement::bindNull(int index)
{
    [[maybe_unused]] const int rc = sqlite3_bind_null(m_handle, index);
    Q_ASSERT(rc == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step()
{
    const int rc = sqlite3_step(m_handle);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    Error error = sqlError(sqlite3_db_handle(m_handle));
    sqlite3_reset(m_handle);
    return tl::unexpected(std::move(error));
}

Result<void> Statement::run()
{
    const Result<bool> stepped = step();
    sqlite3_reset(m_handle);
    if (!stepped)
        return tl::unexpected(stepped.error());
    return {};
}

Statement& Statement::reset()
{
    sqlite3_reset(m_handle);
    return *this;
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_handle, column) == SQLITE_NULL; }
qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_handle, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_handle, column); }
QString Statement::text(int column) const { return QString::fromUtf8(textView(column)); }

QByteArray Statement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_handle, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_handle, column)};
}

QByteArrayView Statement::textView(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return {data, data ? sqlite3_column_bytes(m_handle, column) : 0};
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

Scalar Statement::scalar(int column) const
{
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return blob(column);
    default: return {};
    }
}

int Statement::columnCount() const { return sqlite3_column_count(m_handle); }

// ---- Connection

struct Connection::Private {
    sqlite3* handle = nullptr;
    QHash<QByteArray, std::shared_ptr<Statement>> statements;

    Private() = default;
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;
    ~Private()
    {
        statements.clear();
        sqlite3_close_v2(handle);
    }
};

Connection::Connection(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Connection::Connection(Connection&& other) noexcept = default;
Connection& Connection::operator=(Connection&& other) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::openHandle(const QByteArray& name, const QString& absolute, int flags)
{
    auto d = std::make_unique<Private>();
    // NOMUTEX: a connection serves one thread at a time by contract.
    const int rc = sqlite3_open_v2(name.constData(), &d->handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (rc != SQLITE_OK) {
        Error error = sqlError(d->handle);
        error.subject = absolute;
        return tl::unexpected(std::move(error));
    }
    sqlite3_extended_result_codes(d->handle, 1);
    sqlite3_busy_timeout(d->handle, kBusyTimeoutMs);
    // Closing would write what stands in the log into a file of which nobody yet knows whose it is.
    if (hasLog(absolute))
        sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (!registerTokenizer(d->handle))
        return failure(Error::Kind::Internal, absolute, u"the full-text tokenizer could not be registered"_s);

    Connection connection(std::move(d));
    // Opening succeeds on a file of junk; the first read tells.
    if (auto read = connection.integerOf("SELECT count(*) FROM sqlite_master"); !read) {
        Error error = read.error();
        error.subject = absolute;
        return tl::unexpected(std::move(error));
    }
    return connection;
}

Result<Connection> Connection::open(const QString& path, Mode mode)
{
    // An absolute path cannot begin with "file:", which this library would read as a URI.
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
        : mode == Mode::Create                ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                              : SQLITE_OPEN_READWRITE;
    if (mode != Mode::Create && !QFileInfo::exists(absolute))
        return failure(Error::Kind::WorkspaceMissing, absolute);
    if (QFileInfo(absolute).isDir())
        return failure(Error::Kind::WorkspaceForeign, absolute, u"a folder"_s);

    auto opened = openHandle(absolute.toUtf8(), absolute, access);
    const bool cannotShare = !opened && (opened.error().kind == Error::Kind::WorkspaceReadOnly || opened.error().kind == Error::Kind::Io);
    if (mode == Mode::ReadOnly && cannotShare && !QFileInfo(QFileInfo(absolute).absolutePath()).isWritable()) {
        // A read-only disk or folder has no place for the -shm. Nobody else can be writing there either.
        if (hasLog(absolute))
            return failure(Error::Kind::WorkspaceReadOnly, absolute, u"the -wal beside it holds changes that cannot be read where nothing can be written"_s);
        opened = openHandle(immutableUri(absolute), absolute, access | SQLITE_OPEN_URI);
    }
    if (!opened)
        return opened;
    QByteArray pragmas = "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA recursive_triggers=ON;";
    if (!opened->isReadOnly())
        pragmas += "PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=67108864;";
    // WAL is a property of the file. Set on an existing one it would write to it before anyone has looked whose it is.
    if (mode == Mode::Create)
        pragmas += "PRAGMA journal_mode=WAL;";
    if (auto set = opened->execute(pragmas); !set)
        return tl::unexpected(set.error());
    return opened;
}

Result<void> Connection::adopt()
{
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    if (isReadOnly())
        return {};
    // A copy made by VACUUM INTO, or a file another program had in its hands, may have lost it. While somebody reads it, it cannot
    // be set; it works without, only not side by side.
    const auto set = execute("PRAGMA journal_mode=WAL");
    if (!set && set.error().kind != Error::Kind::WorkspaceLocked)
        return set;
    return {};
}

Result<Statement> Connection::prepare(QByteArrayView sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(d->handle, sql.data(), int(sql.size()), 0, &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(sqlError(d->handle));
    return Statement(statement);
}

Result<Statement*> Connection::cached(const QByteArray& sql)
{
    if (const auto found = d->statements.constFind(sql); found != d->statements.cend()) {
        (*found)->reset();
        sqlite3_clear_bindings((*found)->m_handle);
        return found->get();
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(d->handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(sqlError(d->handle));
    auto kept = std::shared_ptr<Statement>(new Statement(statement));
    d->statements.insert(sql, kept);
    return kept.get();
}

Result<void> Connection::execute(QByteArrayView script) const
{
    const QByteArray terminated(script.data(), script.size());
    if (sqlite3_exec(d->handle, terminated.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(sqlError(d->handle));
    return {};
}

Result<std::optional<qint64>> Connection::integerOf(QByteArrayView sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->optionalInteger(0) : std::nullopt;
}

qint64 Connection::changes() const { return sqlite3_changes64(d->handle); }
bool Connection::isReadOnly() const { return sqlite3_db_readonly(d->handle, "main") == 1; }
void Connection::interrupt() const { sqlite3_interrupt(d->handle); }
sqlite3* Connection::handle() const { return d->handle; }

// ---- Transaction

Transaction::Transaction(Connection* connection)
    : m_connection(connection)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // After a full disk SQLite may have rolled back by itself; a second ROLLBACK is then an error without consequence.
    if (m_connection && !sqlite3_get_autocommit(m_connection->handle()))
        std::ignore = m_connection->execute("ROLLBACK");
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(&connection);
}

Result<void> Transaction::commit()
{
    if (auto committed = m_connection->execute("COMMIT"); !committed)
        return committed;
    m_connection = nullptr;
    return {};
}

} // namespace lyceum::storage
