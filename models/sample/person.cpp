// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/person.h"

#include "sample/calendar.h"
#include "sample/random.h"
#include "sample/sources.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

/// Share of the community (p) that had joined by a share of the time: a launch, two campaigns, steady growth between.
constexpr std::array<Quantile, 12> kGrowth {{
    {0.000, 0.00}, {0.045, 0.01}, {0.080, 0.06}, {0.150, 0.16}, {0.270, 0.29}, {0.360, 0.33},
    {0.450, 0.45}, {0.560, 0.57}, {0.660, 0.62}, {0.790, 0.78}, {0.900, 0.90}, {1.000, 1.00},
}};

constexpr std::array<Quantile, 6> kKeenness {{
    {0.00, 0.02}, {0.35, 0.08}, {0.65, 0.22}, {0.88, 0.48}, {0.97, 0.80}, {1.00, 1.00},
}};

struct Written {
    QStringView characters;
    QStringView spelled;
};

constexpr std::array<Written, 40> kFamily {{
    {u"王", u"wang"}, {u"李", u"li"}, {u"张", u"zhang"}, {u"刘", u"liu"}, {u"陈", u"chen"}, {u"杨", u"yang"}, {u"黄", u"huang"},
    {u"赵", u"zhao"}, {u"吴", u"wu"}, {u"周", u"zhou"}, {u"徐", u"xu"}, {u"孙", u"sun"}, {u"马", u"ma"}, {u"朱", u"zhu"},
    {u"胡", u"hu"}, {u"郭", u"guo"}, {u"何", u"he"}, {u"林", u"lin"}, {u"高", u"gao"}, {u"罗", u"luo"}, {u"郑", u"zheng"},
    {u"梁", u"liang"}, {u"谢", u"xie"}, {u"宋", u"song"}, {u"唐", u"tang"}, {u"许", u"xu"}, {u"邓", u"deng"}, {u"韩", u"han"},
    {u"冯", u"feng"}, {u"曹", u"cao"}, {u"彭", u"peng"}, {u"曾", u"zeng"}, {u"肖", u"xiao"}, {u"田", u"tian"}, {u"董", u"dong"},
    {u"潘", u"pan"}, {u"袁", u"yuan"}, {u"蔡", u"cai"}, {u"欧阳", u"ouyang"}, {u"司马", u"sima"},
}};

constexpr std::array<Written, 48> kGiven {{
    {u"伟", u"wei"}, {u"芳", u"fang"}, {u"静", u"jing"}, {u"敏", u"min"}, {u"晓雯", u"xiaowen"}, {u"志强", u"zhiqiang"},
    {u"丽娟", u"lijuan"}, {u"海涛", u"haitao"}, {u"思远", u"siyuan"}, {u"雨桐", u"yutong"}, {u"子涵", u"zihan"}, {u"浩然", u"haoran"},
    {u"嘉怡", u"jiayi"}, {u"文博", u"wenbo"}, {u"欣妍", u"xinyan"}, {u"宇航", u"yuhang"}, {u"明哲", u"mingzhe"}, {u"佳琪", u"jiaqi"},
    {u"若溪", u"ruoxi"}, {u"天佑", u"tianyou"}, {u"梦洁", u"mengjie"}, {u"建国", u"jianguo"}, {u"秀英", u"xiuying"}, {u"俊杰", u"junjie"},
    {u"诗涵", u"shihan"}, {u"一鸣", u"yiming"}, {u"可欣", u"kexin"}, {u"立新", u"lixin"}, {u"晨", u"chen"}, {u"琳", u"lin"},
    {u"博", u"bo"}, {u"倩", u"qian"}, {u"鹏飞", u"pengfei"}, {u"春梅", u"chunmei"}, {u"景行", u"jingxing"}, {u"知夏", u"zhixia"},
    {u"怀瑾", u"huaijin"}, {u"慕白", u"mubai"}, {u"书瑶", u"shuyao"}, {u"乐怡", u"leyi"}, {u"承宇", u"chengyu"}, {u"安然", u"anran"},
    {u"清扬", u"qingyang"}, {u"少华", u"shaohua"}, {u"玉兰", u"yulan"}, {u"永康", u"yongkang"}, {u"凯", u"kai"}, {u"岚", u"lan"},
}};

constexpr std::array<Written, 48> kFirst {{
    {u"Emma", u"emma"}, {u"Liam", u"liam"}, {u"Olivia", u"olivia"}, {u"Noah", u"noah"}, {u"Sofía", u"sofia"}, {u"Mateo", u"mateo"},
    {u"Zoë", u"zoe"}, {u"Lukas", u"lukas"}, {u"Hannah", u"hannah"}, {u"Jonas", u"jonas"}, {u"Amélie", u"amelie"}, {u"Hugo", u"hugo"},
    {u"Priya", u"priya"}, {u"Arjun", u"arjun"}, {u"Grace", u"grace"}, {u"Daniel", u"daniel"}, {u"Chloe", u"chloe"}, {u"Ethan", u"ethan"},
    {u"Ingrid", u"ingrid"}, {u"Søren", u"soren"}, {u"Małgorzata", u"malgorzata"}, {u"Tomasz", u"tomasz"}, {u"Elena", u"elena"},
    {u"Marco", u"marco"}, {u"Yuki", u"yuki"}, {u"Kenji", u"kenji"}, {u"Amara", u"amara"}, {u"Kwame", u"kwame"}, {u"Fatima", u"fatima"},
    {u"Omar", u"omar"}, {u"Rachel", u"rachel"}, {u"Ben", u"ben"}, {u"Nora", u"nora"}, {u"Oscar", u"oscar"}, {u"Lucy", u"lucy"},
    {u"Peter", u"peter"}, {u"Judith", u"judith"}, {u"Samuel", u"samuel"}, {u"Mei", u"mei"}, {u"Jian", u"jian"}, {u"Claire", u"claire"},
    {u"Andrei", u"andrei"}, {u"Björn", u"bjorn"}, {u"Tessa", u"tessa"}, {u"Victor", u"victor"}, {u"Ines", u"ines"}, {u"Paul", u"paul"},
    {u"Ruth", u"ruth"},
}};

constexpr std::array<Written, 48> kLast {{
    {u"Smith", u"smith"}, {u"Johnson", u"johnson"}, {u"Brown", u"brown"}, {u"García", u"garcia"}, {u"Müller", u"mueller"},
    {u"Schmidt", u"schmidt"}, {u"Dubois", u"dubois"}, {u"Moreau", u"moreau"}, {u"Rossi", u"rossi"}, {u"Silva", u"silva"},
    {u"Kowalska", u"kowalska"}, {u"Nowak", u"nowak"}, {u"Hansen", u"hansen"}, {u"Larsen", u"larsen"}, {u"Patel", u"patel"},
    {u"Sharma", u"sharma"}, {u"Tanaka", u"tanaka"}, {u"Sato", u"sato"}, {u"Kim", u"kim"}, {u"Nguyen", u"nguyen"}, {u"Okafor", u"okafor"},
    {u"Mensah", u"mensah"}, {u"O'Brien", u"obrien"}, {u"Murphy", u"murphy"}, {u"Wilson", u"wilson"}, {u"Taylor", u"taylor"},
    {u"Clark", u"clark"}, {u"Walker", u"walker"}, {u"Young", u"young"}, {u"Wright", u"wright"}, {u"Hill", u"hill"}, {u"Green", u"green"},
    {u"Baker", u"baker"}, {u"Nelson", u"nelson"}, {u"Carter", u"carter"}, {u"Novák", u"novak"}, {u"Horvat", u"horvat"}, {u"Popescu", u"popescu"},
    {u"Ivanova", u"ivanova"}, {u"Haddad", u"haddad"}, {u"Cohen", u"cohen"}, {u"Levi", u"levi"}, {u"van Dijk", u"vandijk"},
    {u"Jansen", u"jansen"}, {u"Andersson", u"andersson"}, {u"Wang", u"wang"}, {u"Chan", u"chan"}, {u"Lim", u"lim"},
}};

constexpr std::array<LabelWords, 7> kLabels {{
    {u"创始会员 Founding member", u"founding-member"}, {u"学生 Student", u"student"}, {u"线下活动 Meetup", u"meetup"},
    {u"志愿者 Volunteer", u"volunteer"}, {u"媒体 Press", u"press"}, {u"老读者 Old list", u"old-list"}, {u"发票 Invoice", u"invoice"},
}};
constexpr qint64 kFoundingDays = 60;

constexpr std::array<QStringView, 7> kCountriesChinese {{u"CN", u"CN", u"CN", u"CN", u"HK", u"TW", u"SG"}};
constexpr std::array<QStringView, 12> kCountriesEnglish {
    {u"US", u"US", u"US", u"GB", u"GB", u"CA", u"DE", u"AU", u"NL", u"IN", u"SG", u"JP"}};

} // namespace

Person personOf(const SampleOptions& options, int index)
{
    Random random(options.seed, Stream::Person, quint64(index));
    const qint64 start = addMonths(options.endUtc, -options.months);
    const qint64 span = options.endUtc - start;
    const double share = quantileAt(kGrowth, (index + random.uniform()) / options.members);

    Person person;
    person.joinedAtUtc = std::clamp(atHumanHour(start + qint64(share * double(span))), start, options.endUtc);
    person.keenness = random.from(kKeenness);
    person.chinese = random.chance(0.56);
    std::array<int, 16> weights {};
    const auto all = sources();
    for (std::size_t i = 0; i < all.size(); ++i)
        weights[i] = person.chinese ? all[i].weightChinese : all[i].weightEnglish;
    person.source = qint16(random.weighted(std::span(weights).first(all.size())));
    person.imported = random.chance(0.04);
    if (person.imported)
        person.source = qint16(all.size() - 1); // nobody knows any more
    return person;
}

Identity identityOf(const SampleOptions& options, int index, const Person& person)
{
    Random random(options.seed, Stream::Profile, quint64(index));
    Identity identity;
    QString local;
    if (person.chinese && random.chance(0.86)) {
        const Written& family = random.oneOf(kFamily);
        const Written& given = random.oneOf(kGiven);
        identity.name = family.characters % given.characters;
        local = family.spelled % (random.chance(0.5) ? u"."_s : u""_s) % given.spelled;
    } else {
        const Written& first = random.oneOf(kFirst);
        const Written& last = random.oneOf(kLast);
        identity.name = first.characters % u' ' % last.characters;
        local = random.chance(0.6) ? QString(first.spelled % u'.' % last.spelled) : QString(first.spelled.left(1) % last.spelled);
    }
    if (random.chance(0.05))
        identity.name.clear();
    const QString domain = random.chance(0.6) ? u"@example.com"_s : u"@example.org"_s;
    identity.email = local + QString::number(index + 1) + domain;
    if (random.chance(0.85))
        identity.country = (person.chinese ? random.oneOf(kCountriesChinese) : random.oneOf(kCountriesEnglish)).toString();
    return identity;
}

Particulars particularsOf(const SampleOptions& options, int index, const Person& person)
{
    Random random(options.seed, Stream::Particulars, quint64(index));
    const auto someTime = [&] {
        return person.joinedAtUtc + qint64(random.uniform() * double(options.endUtc - person.joinedAtUtc));
    };
    Particulars result;
    const std::array<bool, 7> holds {
        person.joinedAtUtc < addMonths(options.endUtc, -options.months) + kFoundingDays * kDay,
        random.chance(0.06),
        random.chance(0.05),
        random.chance(0.012),
        random.chance(0.008),
        person.imported,
        random.chance(0.02),
    };
    for (std::size_t label = 0; label < holds.size(); ++label) {
        if (holds[label])
            result.labels.push_back(int(label));
    }
    result.noted = random.chance(0.05);
    if (random.chance(0.008))
        result.emailChangedAtUtc = someTime();
    if (random.chance(0.006)) {
        result.donatedAtUtc = someTime();
        result.donation = random.oneOf(std::array<qint64, 4> {500, 1000, 2500, 8800});
    }
    return result;
}

std::span<const LabelWords> labelWords() { return kLabels; }

} // namespace lyceum::sample
