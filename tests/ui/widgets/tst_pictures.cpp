// SPDX-License-Identifier: GPL-3.0-or-later
// Paints everything in every dress. With LYCEUM_SCREENSHOTS=<folder> the pictures are kept, for eyes.
#include "../charts/samplecurves.h"

#include "charts/chartframe.h"
#include "charts/columnchart.h"
#include "charts/curvechart.h"
#include "charts/heattable.h"
#include "charts/keyfiguretile.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/busyline.h"
#include "widgets/chip.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <memory>
#include <set>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

const QString& in(bool chinese, const QString& english, const QString& han)
{
    return chinese ? han : english;
}

std::unique_ptr<QWidget> chartsPage(const Theme& theme, bool chinese)
{
    auto page = std::make_unique<QWidget>();
    auto* grid = new QGridLayout(page.get());
    grid->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
    grid->setSpacing(space::kMedium);

    auto* curves = new CurveChart(theme);
    curves->setData(sample::curves(chinese));
    curves->setCurrent(1, 8);
    auto* frame = new ChartFrame(theme, curves);
    frame->setExplanation(in(chinese, u"Each curve is the share still paying, estimated from members whose time is not yet up, too."_s,
                             u"每条曲线是仍在付费的会员比例，尚未到期的会员也计算在内。"_s));
    frame->setExplanationShown(true);
    grid->addWidget(frame, 0, 0, 1, 2);

    auto* heat = new HeatTable(theme);
    heat->setData(sample::triangle(chinese));
    heat->view()->setCurrentIndex(heat->view()->model()->index(2, 3));
    grid->addWidget(new ChartFrame(theme, heat), 1, 0);
    auto* columns = new ColumnChart(theme);
    columns->setData(sample::months(chinese));
    columns->setCurrent(9);
    grid->addWidget(new ChartFrame(theme, columns), 1, 1);
    page->resize(1180, 960);
    return page;
}

std::unique_ptr<QWidget> variantsPage(const Theme& theme, bool)
{
    auto page = std::make_unique<QWidget>();
    auto* grid = new QGridLayout(page.get());
    auto* seven = new CurveChart(theme);
    seven->setData(sample::sevenCurves());
    seven->setGroupVisible(3, false);
    grid->addWidget(seven, 0, 0, 1, 2);
    auto* few = new CurveChart(theme);
    CurveData none = sample::curves();
    none.tooFew = u"Only 4 members have left so far. A curve needs at least 10 to mean anything."_s;
    few->setData(none);
    grid->addWidget(few, 1, 0);
    auto* narrow = new CurveChart(theme);
    CurveData lines = sample::curves();
    lines.shape = CurveData::Shape::Lines;
    lines.atRiskTitle.clear();
    lines.groups[1].points[6].y = std::numeric_limits<double>::quiet_NaN();
    narrow->setData(lines);
    narrow->setFixedWidth(380);
    grid->addWidget(narrow, 1, 1);
    page->resize(1000, 900);
    return page;
}

std::unique_ptr<QWidget> partsPage(const Theme& theme, bool chinese)
{
    auto page = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(page.get());
    layout->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
    layout->setSpacing(space::kLarge);
    auto* header = new PageHeader(theme, in(chinese, u"Members"_s, u"会员"_s));
    header->setSentence(in(chinese, u"1,204 people, 412 of them paying; 23 have been silent for two weeks."_s,
                           u"共 1,204 人，其中 412 人付费；23 人已沉默两周。"_s));
    auto* primary = new QPushButton(in(chinese, u"Add member"_s, u"添加会员"_s));
    primary->setProperty("primary", true);
    header->addAction(new QPushButton(in(chinese, u"Import…"_s, u"导入…"_s)));
    header->addAction(primary);
    layout->addWidget(header);
    auto* busy = new BusyLine(theme);
    busy->setBusy(true);
    busy->setProgress(0.4);
    layout->addWidget(busy);

    auto* filters = new FilterBar(theme);
    filters->searchField()->setPlaceholder(in(chinese, u"Search members"_s, u"搜索会员"_s));
    auto* status = new QComboBox;
    status->addItems({in(chinese, u"Any status"_s, u"任何状态"_s), u"Paid"_s});
    filters->addControl(status);
    filters->setChip(u"tier"_s, in(chinese, u"Tier: Supporter"_s, u"等级：支持者"_s));
    filters->setChip(u"joined"_s, in(chinese, u"Joined in the last 90 days"_s, u"最近 90 天加入"_s));
    layout->addWidget(filters);

    auto* chips = new QHBoxLayout;
    const std::pair<Tone, QString> tones[] = {{Tone::Neutral, in(chinese, u"Newsletter"_s, u"通讯"_s)},
                                              {Tone::Accent, in(chinese, u"Supporter"_s, u"支持者"_s)},
                                              {Tone::Good, in(chinese, u"✓ Paid"_s, u"✓ 已付费"_s)},
                                              {Tone::Caution, in(chinese, u"! Trial ends in 3 days"_s, u"! 试用 3 天后结束"_s)},
                                              {Tone::Bad, in(chinese, u"✕ Payment failed"_s, u"✕ 付款失败"_s)}};
    for (const auto& [tone, text] : tones) {
        auto* chip = new Chip(theme, text);
        chip->setTone(tone);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    layout->addLayout(chips);

    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(space::kMedium);
    for (int i = 0; i < 4; ++i) {
        auto* tile = new KeyFigureTile(theme);
        KeyFigure figure;
        figure.label = in(chinese, u"Paying members"_s, u"付费会员"_s);
        figure.value = i == 1 ? u"¥128,430.50"_s : i == 2 ? u"61.8%"_s : u"1,204"_s;
        figure.change = i == 3 ? in(chinese, u"▼ 8 fewer than 30 days ago"_s, u"▼ 比 30 天前少 8 人"_s)
                               : in(chinese, u"▲ 12 more than 30 days ago"_s, u"▲ 比 30 天前多 12 人"_s);
        figure.changeTone = i == 3 ? Tone::Bad : Tone::Good;
        figure.interval = i == 2 ? in(chinese, u"95% interval 58–66%"_s, u"95% 区间 58–66%"_s) : QString();
        figure.trend = {10, 12, 11, 15, 18, 17, 21, 20, 26};
        tile->setFigure(figure);
        tiles->addWidget(tile);
    }
    layout->addLayout(tiles);

    const std::pair<NoticeBar::Kind, QString> notices[] = {
        {NoticeBar::Kind::Info, in(chinese, u"This is sample data. Nothing here is real."_s, u"这是示例数据，并非真实内容。"_s)},
        {NoticeBar::Kind::Caution, in(chinese, u"The store has been silent for 10 minutes. Your edits are safe."_s, 
                                       u"托管平台已 10 分钟没有响应。你的修改是安全的。"_s)},
        {NoticeBar::Kind::Error, in(chinese, u"The key was refused. Make a new one on the site and enter it here."_s, u"密钥被拒绝。请在网站上新建一个并在此输入。"_s)}};
    for (const auto& [kind, text] : notices) {
        auto* notice = new NoticeBar(theme);
        notice->say(kind, text, kind == NoticeBar::Kind::Info ? QString() : in(chinese, u"Try again"_s, u"重试"_s));
        layout->addWidget(notice);
    }
    auto* row = new QHBoxLayout;
    auto* empty = new EmptyState(theme);
    empty->setContent(Icon::Discussions, in(chinese, u"No comments yet"_s, u"还没有评论"_s),
                      in(chinese, u"Comments arrive with the next sync, or you can look at the sample community."_s,
                         u"评论会在下次同步时到达，也可以先看看示例社区。"_s),
                      in(chinese, u"Sync now"_s, u"立即同步"_s));
    row->addWidget(empty, 1);
    auto* panel = new SidePanel(theme);
    panel->setTitle(in(chinese, u"Lin Mei"_s, u"林梅"_s));
    auto* content = new QLabel(in(chinese, u"Supporter since March 2023"_s, u"2023 年 3 月起为支持者"_s));
    content->setAlignment(Qt::AlignTop);
    panel->setContent(content);
    panel->openPanel();
    row->addWidget(panel);
    layout->addLayout(row, 1);
    page->resize(1100, 980);
    return page;
}

std::unique_ptr<QWidget> iconsPage(const Theme& theme, bool)
{
    auto page = std::make_unique<QWidget>();
    auto* grid = new QGridLayout(page.get());
    for (int i = 0; i <= int(Icon::Pin); ++i) {
        auto* label = new QLabel;
        label->setPixmap(icon(Icon(i), theme.tokens().text).pixmap(QSize(20, 20), page->devicePixelRatioF()));
        grid->addWidget(label, i / 10 * 2, i % 10);
        grid->addWidget(new QLabel(iconName(Icon(i))), i / 10 * 2 + 1, i % 10);
    }
    return page;
}

int coloursIn(const QImage& image)
{
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return int(colours.size());
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingPaintsInEveryDress_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("light-en") << Theme::Mode::Light << false;
        QTest::newRow("light-zh") << Theme::Mode::Light << true;
        QTest::newRow("dark-en") << Theme::Mode::Dark << false;
        QTest::newRow("dark-zh") << Theme::Mode::Dark << true;
        QTest::newRow("contrast-en") << Theme::Mode::HighContrast << false;
    }

    void everythingPaintsInEveryDress()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(bool, chinese);
        QPalette system;
        if (mode == Theme::Mode::HighContrast) {
            for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
                system.setColor(role, Qt::black);
            system.setColor(QPalette::WindowText, Qt::white);
            system.setColor(QPalette::Highlight, QColor(0x1AEBFF));
            system.setColor(QPalette::HighlightedText, Qt::black);
        }
        qApp->setPalette(system);
        const Theme theme(*qApp, mode);
        const QString folder = qEnvironmentVariable("LYCEUM_SCREENSHOTS");
        using Page = std::unique_ptr<QWidget> (*)(const Theme&, bool);
        const std::pair<QString, Page> pages[] = {
            {u"charts"_s, &chartsPage}, {u"variants"_s, &variantsPage}, {u"parts"_s, &partsPage}, {u"icons"_s, &iconsPage}};
        for (const auto& [name, make] : pages) {
            const auto page = make(theme, chinese);
            page->setAutoFillBackground(true);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            const QImage image = page->grab().toImage();
            // A page that failed to paint is one colour; a painted one has hundreds through antialiasing.
            QVERIFY2(coloursIn(image) > 20, qPrintable(name));
            if (!folder.isEmpty())
                QVERIFY(image.save(QDir(folder).filePath(name + u'-' + QLatin1StringView(QTest::currentDataTag()) + u".png"_s)));
        }
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
