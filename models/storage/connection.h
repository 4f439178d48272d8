// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace lyceum::storage {

/// One value of one column. A monostate is SQL's NULL.
using Scalar = std::variant<std::monostate, qint64, double, QString, QByteArray>;

class Connection;

/**
 * A prepared statement. Reset and rebind it to use it again; it is finalised when it goes out of scope, so that no unfinished
 * cursor keeps a checkpoint waiting.
 *
 * Binding cannot fail for valid indices (a wrong index is our own mistake and asserts). Parameters count from 1, columns from 0.
 */
class Statement {
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    Statement& bind(int index, qint64 value);
    Statement& bind(int index, double value);
    Statement& bind(int index, const QString& value); ///< stored as UTF-8 text; a null QString is stored as ''
    Statement& bind(int index, const QByteArray& value); ///< stored as a blob
    Statement& bind(int index, std::optional<qint64> value);
    Statement& bind(int index, const Scalar& value);
    Statement& bindNull(int index);

    /// True when there is a row to read, false when the statement is done. After false or an error, `reset()` before the next use.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement that returns no rows, then resets it.
    [[nodiscard]] Result<void> run();
    Statement& reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// The UTF-8 bytes of a text column without a copy; valid until the next step or reset.
    [[nodiscard]] QByteArrayView textView(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] Scalar scalar(int column) const;
    [[nodiscard]] int columnCount() const;

private:
    friend class Connection;
    explicit Statement(sqlite3_stmt* handle);

    sqlite3_stmt* m_handle = nullptr;
};

/**
 * A connection to one SQLite file: the only place that opens one. It may move between threads but serves one at a time.
 *
 * Every connection has foreign keys on, a busy timeout, WAL, synchronous=NORMAL or better, and the tokenizer that full-text search of
 * Chinese needs.
 */
class Connection {
public:
    enum class Mode { ReadWrite, ReadOnly, Create };

    /// A file on a read-only disk or in a read-only folder can be opened with ReadOnly.
    /// Errors: WorkspaceMissing, WorkspaceForeign (not a database), WorkspaceLocked, WorkspaceReadOnly, WorkspaceDamaged, Io.
    [[nodiscard]] static Result<Connection> open(const QString& path, Mode mode);
    /// To be called when the file is known to be ours: sets WAL, and closing may then fold the log into the file.
    /// Before that nothing this connection does changes a byte of it.
    [[nodiscard]] Result<void> adopt();

    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&& other) noexcept;
    ~Connection();

    [[nodiscard]] Result<Statement> prepare(QByteArrayView sql) const;
    /// Like prepare, but keeps the statement for the next call with the same SQL. The reference lives as long as the connection;
    /// it comes reset and unbound.
    [[nodiscard]] Result<Statement*> cached(const QByteArray& sql);
    /// Runs any number of statements separated by semicolons.
    [[nodiscard]] Result<void> execute(QByteArrayView script) const;
    /// First column of the first row; nullopt when there is no row or it is NULL.
    [[nodiscard]] Result<std::optional<qint64>> integerOf(QByteArrayView sql) const;

    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] bool isReadOnly() const;
    /// Stops a running query of this connection, which then fails with Error::Kind::Cancelled. From any thread.
    void interrupt() const;
    [[nodiscard]] sqlite3* handle() const;

private:
    struct Private;
    [[nodiscard]] static Result<Connection> openHandle(const QByteArray& name, const QString& absolute, int flags);
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// BEGIN IMMEDIATE now, ROLLBACK at the end of the scope unless committed: a failed statement can never be half-committed.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection* connection);
    Connection* m_connection;
};

} // namespace lyceum::storage
