// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/asker.h"
#include "page/page.h"
#include "page/pagecontext.h"

class QGridLayout;
class QVBoxLayout;

namespace lyceum::ui {

class BusyLine;
class KeyFigureTile;
class NoticeBar;
class PageHeader;

/// What a creator looks at on Monday: the key figures with their change, and what needs them.
class TodayPage final : public Page {
    Q_OBJECT

public:
    explicit TodayPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Today; }
    [[nodiscard]] QString title() const override { return tr("Today"); }
    [[nodiscard]] Icon icon() const override { return Icon::Today; }
    void activate() override;
    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Answer = std::shared_ptr<const insights::TodayAnswer>;

    [[nodiscard]] QFuture<Result<Answer>> question();
    void takeAnswer(const Result<Answer>& answer);
    void showFigures(const insights::TodayAnswer& answer);
    void showAttention(const insights::TodayAnswer& answer);
    void addAttention(const insights::TodayAnswer::Attention& attention);
    void follow(const insights::TodayAnswer::Attention& attention);
    void arrangeTiles();

    PageContext m_context;
    Asker<Answer> m_asker;
    Answer m_answer;
    PageHeader* m_header;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QGridLayout* m_tileGrid;
    QList<KeyFigureTile*> m_tiles;
    QVBoxLayout* m_attention;
};

} // namespace lyceum::ui
