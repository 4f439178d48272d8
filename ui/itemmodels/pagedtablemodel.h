// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/whendone.h"
#include "words/format.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace lyceum::ui {

/// What a table asks for beside Qt's own roles.
enum PagedRole {
    LoadedRole = Qt::UserRole, ///< bool: the row is there; false while it is still on its way
    IdRole, ///< qint64: the row's id
    RawRole, ///< the value behind the text, for delegates: numbers, times as UTC seconds, string lists
    FailedRole, ///< bool: the row's page could not be read
};

/**
 * The part of PagedTableModel that needs a meta-object.
 */
class PagedTableModelBase : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

Q_SIGNALS:
    void loadingStarted(); ///< the order is being asked for; the old rows stay meanwhile
    void loadingFinished(); ///< the order is there
    void loadFailed(const lyceum::Error& error);
};

/**
 * A table over ids in order, whose rows are read by page as they come into view.
 *
 * The ids come first (eight bytes a row), so scrolling jumps anywhere at once and a change elsewhere moves no row under the
 * cursor. All cells of a frame cost one request a page. An answer to an older order is dropped; a page that failed stays failed
 * until `retry()`.
 *
 * @tparam RowId  a strong id of models/community
 * @tparam Row    the value of one row
 */
template <class RowId, class Row>
class PagedTableModel : public PagedTableModelBase {
public:
    static constexpr int kPageRows = 128;
    static constexpr int kKeptPages = 64;

    using Ids = QList<RowId>;
    using AskRows = std::function<QFuture<Result<QList<Row>>>(const Ids&)>;
    using IdOfRow = std::function<RowId(const Row&)>;

    PagedTableModel(int columns, AskRows askRows, IdOfRow idOfRow, Format format, QObject* parent)
        : PagedTableModelBase(parent)
        , m_columns(columns)
        , m_format(std::move(format))
        , m_askRows(std::move(askRows))
        , m_idOfRow(std::move(idOfRow))
        , m_pages(kKeptPages)
    {
        m_fetch.setSingleShot(true);
        m_fetch.setInterval(0); // one request per page and frame, not one per cell
        connect(&m_fetch, &QTimer::timeout, this, [this] { fetchWanted(); });
    }

    /// Shows the order `answer` brings; a later call makes an earlier answer stale. Rows that stay stand where they stood when the
    /// order is the same.
    void setOrder(const QFuture<Result<Ids>>& answer)
    {
        const int asked = ++m_question;
        Q_EMIT loadingStarted();
        whenDone(answer, this, [this, asked](const Result<Ids>& ids) {
            if (asked != m_question)
                return;
            if (!ids) {
                Q_EMIT loadFailed(ids.error());
                return;
            }
            applyOrder(*ids);
            Q_EMIT loadingFinished();
        });
    }

    /// Forgets the rows read so far, so that they are read again as they are looked at; the order stays.
    void refreshRows()
    {
        ++m_generation;
        m_pages.clear();
        m_loading.clear();
        m_failed.clear();
        announceRows(0, int(m_ids.size()) - 1);
    }

    void retry()
    {
        m_failed.clear();
        announceRows(0, int(m_ids.size()) - 1);
    }

    /// How numbers and times are written from now on.
    void setFormat(Format format)
    {
        m_format = std::move(format);
        refreshRows();
    }

    [[nodiscard]] const Ids& ids() const { return m_ids; }
    [[nodiscard]] RowId idAt(int row) const { return row >= 0 && row < m_ids.size() ? m_ids.at(row) : RowId(); }
    [[nodiscard]] int rowOf(RowId id) const { return int(m_ids.indexOf(id)); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_ids.size()); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        return role == Qt::DisplayRole ? QVariant(titleOf(section)) : role == Qt::TextAlignmentRole ? standing(section, role) : QVariant();
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == IdRole)
            return m_ids.at(index.row()).value;
        const int page = index.row() / kPageRows;
        const auto* rows = m_pages.object(page);
        if (role == LoadedRole)
            return rows != nullptr;
        if (role == FailedRole)
            return m_failed.contains(page);
        // Layout asks for sizes and fonts of rows nobody sees; those must not cause a read.
        if (role != Qt::DisplayRole && role != RawRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return standing(index.column(), role);
        if (!rows) {
            if (!m_loading.contains(page) && !m_failed.contains(page)) {
                m_wanted.insert(page);
                m_fetch.start();
            }
            return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
        }
        const std::optional<Row>& row = rows->at(index.row() % kPageRows);
        return row ? cell(*row, index.column(), role) : QVariant();
    }

protected:
    /// A cell of a row that is there: DisplayRole is text, RawRole the value, ToolTipRole the full form.
    [[nodiscard]] virtual QVariant cell(const Row& row, int column, int role) const = 0;
    [[nodiscard]] virtual QString titleOf(int column) const = 0;
    /// Numbers stand on the right, under their title.
    [[nodiscard]] virtual bool isNumeric(int column) const
    {
        Q_UNUSED(column)
        return false;
    }
    [[nodiscard]] const Format& format() const { return m_format; }

private:
    // A row can have vanished between the order and the read; its place then stays empty.
    using Page = QList<std::optional<Row>>;

    /// What a column always has, whatever the row.
    [[nodiscard]] QVariant standing(int column, int role) const
    {
        if (role == Qt::TextAlignmentRole && isNumeric(column))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    }

    void applyOrder(const Ids& ids)
    {
        if (ids == m_ids) {
            refreshRows();
            return;
        }
        beginResetModel();
        ++m_generation;
        m_ids = ids;
        m_pages.clear();
        m_loading.clear();
        m_failed.clear();
        m_wanted.clear();
        endResetModel();
    }

    void fetchWanted()
    {
        const QSet<int> wanted = std::exchange(m_wanted, {});
        for (const int page : wanted) {
            if (m_loading.contains(page) || m_pages.contains(page))
                continue;
            const Ids ids = m_ids.mid(qsizetype(page) * kPageRows, kPageRows);
            if (ids.isEmpty())
                continue;
            m_loading.insert(page);
            whenDone(m_askRows(ids), this, [this, page, ids, generation = m_generation](const Result<QList<Row>>& rows) {
                if (generation == m_generation)
                    takePage(page, ids, rows);
            });
        }
    }

    void takePage(int page, const Ids& ids, const Result<QList<Row>>& rows)
    {
        m_loading.remove(page);
        if (!rows) {
            m_failed.insert(page);
            Q_EMIT loadFailed(rows.error());
        } else {
            auto taken = std::make_unique<Page>(ids.size());
            qsizetype at = 0;
            for (const Row& row : *rows) { // in the order asked, with gaps
                while (at < ids.size() && ids.at(at) != m_idOfRow(row))
                    ++at;
                if (at < ids.size())
                    (*taken)[at] = row;
            }
            m_pages.insert(page, taken.release());
        }
        announceRows(page * kPageRows, page * kPageRows + int(ids.size()) - 1);
    }

    void announceRows(int first, int last)
    {
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    int m_columns;
    Format m_format;
    AskRows m_askRows;
    IdOfRow m_idOfRow;
    Ids m_ids;
    mutable QCache<int, Page> m_pages; // object() counts as use
    QSet<int> m_loading;
    QSet<int> m_failed;
    mutable QSet<int> m_wanted;
    mutable QTimer m_fetch;
    int m_question = 0;
    int m_generation = 0;
};

} // namespace lyceum::ui
