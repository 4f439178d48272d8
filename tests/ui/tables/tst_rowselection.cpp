// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/rowselection.h"

#include <QAbstractTableModel>
#include <QItemSelectionModel>
#include <QTest>

using namespace lyceum::ui;

namespace {

/// Rows without content that count how often they are looked at.
class EmptyRows final : public QAbstractTableModel {
public:
    explicit EmptyRows(int rows)
        : m_rows(rows)
    {
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 3; }
    [[nodiscard]] QVariant data(const QModelIndex&, int) const override
    {
        ++m_reads;
        return {};
    }
    [[nodiscard]] int reads() const { return m_reads; }

private:
    int m_rows;
    mutable int m_reads = 0;
};

} // namespace

class TestRowSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSelectedIsNoRow()
    {
        EmptyRows model(10);
        const QItemSelectionModel selection(&model);
        QVERIFY(selectedRows(selection).isEmpty());
        QCOMPARE(selectedRowCount(selection), qsizetype(0));
    }

    void comesBackAsItWasSelected()
    {
        EmptyRows model(100);
        QItemSelectionModel selection(&model);
        const QList<int> rows {0, 1, 2, 7, 40, 41, 99};
        selectRows(selection, rows);
        QCOMPARE(selectedRows(selection), rows);
        QCOMPARE(selectedRowCount(selection), rows.size());
        QCOMPARE(selection.selection().size(), 4); // by ranges
        selectRows(selection, {3});
        QCOMPARE(selectedRows(selection), QList<int>({3}));
    }

    void countsARowOnceHoweverItWasSelected()
    {
        EmptyRows model(10);
        QItemSelectionModel selection(&model);
        QItemSelection ranges;
        ranges.append(QItemSelectionRange(model.index(4, 0), model.index(6, 1)));
        ranges.append(QItemSelectionRange(model.index(4, 2), model.index(6, 2)));
        ranges.append(QItemSelectionRange(model.index(1, 0), model.index(2, 2)));
        selection.select(ranges, QItemSelectionModel::Select);
        QCOMPARE(selectedRows(selection), QList<int>({1, 2, 4, 5, 6}));
        QCOMPARE(selectedRowCount(selection), qsizetype(5));
    }

    void readsNoRowToSelectAHundredThousand()
    {
        EmptyRows model(100'000);
        QItemSelectionModel selection(&model);
        selection.select(QItemSelection(model.index(0, 0), model.index(99'999, 2)), QItemSelectionModel::Select);
        QCOMPARE(selectedRowCount(selection), qsizetype(100'000));
        QCOMPARE(selectedRows(selection).size(), qsizetype(100'000));
        QCOMPARE(model.reads(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRowSelection)
#include "tst_rowselection.moc"
