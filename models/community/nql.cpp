// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/nql.h"

#include "community/member.h"
#include "community/timeunits.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

using Operator = Filter::Operator;

constexpr qsizetype kMostDigits = 6; // of a relative time: a million years is enough, and nothing overflows

bool isWordCharacter(QChar c)
{
    return !c.isSpace() && !u"'\"()[],+:<>=~\\"_s.contains(c);
}

std::optional<AbsoluteTime> absoluteTimeOf(const QString& text)
{
    for (const QString& format : {u"yyyy-MM-dd"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-ddTHH:mm:ss"_s,
             u"yyyy-MM-ddTHH:mm:ssZ"_s, u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s}) {
        QDateTime time = QDateTime::fromString(text, format);
        if (!time.isValid())
            continue;
        time.setTimeSpec(Qt::UTC);
        return AbsoluteTime {time.toSecsSinceEpoch()};
    }
    return std::nullopt;
}

std::optional<RelativeTime> relativeTimeOf(QStringView text)
{
    if (text == "now"_L1)
        return RelativeTime {};
    if (!text.startsWith("now"_L1) || text.size() < 6 || text.size() > 5 + kMostDigits)
        return std::nullopt;
    const bool past = text.at(3) == u'-';
    const auto unit = std::ranges::find(kTimeUnits, text.back(), &TimeUnit::letter);
    const QStringView digits = text.sliced(4, text.size() - 5);
    const bool numeric = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if ((!past && text.at(3) != u'+') || unit == kTimeUnits.end() || !numeric)
        return std::nullopt;
    const qint64 amount = digits.toLongLong();
    return RelativeTime {past ? -amount : amount, unit->unit};
}

/// Whether the field can be compared so, and with null.
bool allows(FieldType type, Operator op, bool withNull)
{
    switch (op) {
    case Operator::Equals:
    case Operator::NotEquals: return !withNull || type == FieldType::Text || type == FieldType::Time || type == FieldType::Set;
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        return !withNull && (type == FieldType::Text || type == FieldType::Number || type == FieldType::Time);
    case Operator::Contains:
    case Operator::NotContains:
    case Operator::StartsWith:
    case Operator::NotStartsWith:
    case Operator::EndsWith:
    case Operator::NotEndsWith: return !withNull && (type == FieldType::Text || type == FieldType::Set);
    }
    return false;
}

class Parser {
public:
    explicit Parser(const QString& text)
        : m_text(text)
    {
    }

    tl::expected<Filter, NqlProblem> parse()
    {
        if (atEnd())
            return problem(NqlProblem::Kind::Empty, 0);
        auto filter = any(0);
        if (filter && !atEnd())
            return problem(NqlProblem::Kind::Unexpected, m_at, m_text.sliced(m_at, 1));
        return filter;
    }

private:
    struct Word {
        QString text;
        qsizetype position = 0;
        bool quoted = false;
    };

    static tl::unexpected<NqlProblem> problem(NqlProblem::Kind kind, qsizetype position, QString word = {})
    {
        return tl::unexpected(NqlProblem {kind, position, std::move(word)});
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }
    bool atEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }
    bool take(QStringView token)
    {
        skipSpace();
        if (!QStringView(m_text).sliced(m_at).startsWith(token))
            return false;
        m_at += token.size();
        return true;
    }

    tl::expected<Filter, NqlProblem> any(int depth)
    {
        std::vector<Filter> parts;
        do {
            auto part = all(depth);
            if (!part)
                return part;
            parts.push_back(*std::move(part));
        } while (take(u","));
        return Filter::anyOf(std::move(parts));
    }

    tl::expected<Filter, NqlProblem> all(int depth)
    {
        std::vector<Filter> parts;
        do {
            auto part = one(depth);
            if (!part)
                return part;
            parts.push_back(*std::move(part));
        } while (take(u"+"));
        return Filter::allOf(std::move(parts));
    }

    tl::expected<Filter, NqlProblem> one(int depth)
    {
        skipSpace();
        const qsizetype start = m_at;
        if (!take(u"("))
            return comparison();
        if (depth == kMaxNqlDepth)
            return problem(NqlProblem::Kind::TooDeep, start);
        auto group = any(depth + 1);
        if (group && !take(u")"))
            return atEnd() ? problem(NqlProblem::Kind::UnclosedGroup, start)
                           : problem(NqlProblem::Kind::Unexpected, m_at, m_text.sliced(m_at, 1));
        return group;
    }

    tl::expected<Filter, NqlProblem> comparison()
    {
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
            ++m_at;
        const QString name = m_text.sliced(start, m_at - start);
        if (name.isEmpty())
            return problem(NqlProblem::Kind::Unexpected, start, m_text.sliced(start, std::min<qsizetype>(1, m_text.size() - start)));
        const auto field = memberFieldOf(name);
        if (!field)
            return problem(NqlProblem::Kind::UnknownField, start, name);
        if (!take(u":"))
            return problem(NqlProblem::Kind::ColonExpected, m_at, name);

        Filter filter;
        filter.kind = Filter::Kind::Comparison;
        filter.field = *field;
        skipSpace();
        const qsizetype operatorAt = m_at;
        filter.op = takeOperator();
        const bool takesList = filter.op == Operator::Equals || filter.op == Operator::NotEquals;
        skipSpace();
        const qsizetype listAt = m_at;
        const bool isList = take(u"[");
        if (isList && !takesList)
            return problem(NqlProblem::Kind::OperatorNotAllowed, operatorAt, name);
        do {
            const auto parsed = value(*field, filter.op, operatorAt);
            if (!parsed)
                return tl::unexpected(parsed.error());
            filter.values.push_back(*parsed);
        } while (isList && take(u","));
        if (isList && !take(u"]"))
            return atEnd() ? problem(NqlProblem::Kind::UnclosedGroup, listAt)
                           : problem(NqlProblem::Kind::Unexpected, m_at, m_text.sliced(m_at, 1));
        return filter;
    }

    Operator takeOperator()
    {
        const bool no = take(u"-");
        if (take(u"~^"))
            return no ? Operator::NotStartsWith : Operator::StartsWith;
        if (take(u"~$"))
            return no ? Operator::NotEndsWith : Operator::EndsWith;
        if (take(u"~"))
            return no ? Operator::NotContains : Operator::Contains;
        if (no)
            return Operator::NotEquals;
        if (take(u">="))
            return Operator::GreaterOrEqual;
        if (take(u">"))
            return Operator::Greater;
        if (take(u"<="))
            return Operator::LessOrEqual;
        if (take(u"<"))
            return Operator::Less;
        take(u"="); // the language has it, although nobody writes it
        return Operator::Equals;
    }

    tl::expected<Word, NqlProblem> word()
    {
        skipSpace();
        Word word {{}, m_at, false};
        if (m_at < m_text.size() && (m_text.at(m_at) == u'\'' || m_text.at(m_at) == u'"')) {
            word.quoted = true;
            const QChar quote = m_text.at(m_at++);
            while (m_at < m_text.size() && m_text.at(m_at) != quote) {
                if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                    ++m_at;
                word.text += m_text.at(m_at++);
            }
            if (m_at == m_text.size())
                return problem(NqlProblem::Kind::UnclosedQuote, word.position);
            ++m_at;
            return word;
        }
        while (m_at < m_text.size()) {
            const bool escaped = m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size();
            // The sign in now+30d is not the one between two conditions, which stands before a field name.
            const bool sign = m_text.at(m_at) == u'+' && word.text == "now"_L1 && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isDigit();
            if (escaped)
                ++m_at;
            else if (!sign && !isWordCharacter(m_text.at(m_at)))
                break;
            word.text += m_text.at(m_at++);
        }
        if (m_at == word.position)
            return problem(NqlProblem::Kind::ValueExpected, word.position);
        return word;
    }

    tl::expected<FilterValue, NqlProblem> value(MemberField field, Operator op, qsizetype operatorAt)
    {
        const auto read = word();
        if (!read)
            return tl::unexpected(read.error());
        const FieldType type = typeOf(field);
        const bool isNull = !read->quoted && read->text == "null"_L1;
        if (!allows(type, op, /*withNull=*/false))
            return problem(NqlProblem::Kind::OperatorNotAllowed, operatorAt, nameOf(field));
        if (isNull && allows(type, op, /*withNull=*/true))
            return FilterValue();
        const auto unknown = problem(NqlProblem::Kind::UnknownValue, read->position, read->text);
        switch (type) {
        case FieldType::Text:
        case FieldType::Set: return FilterValue(read->text);
        case FieldType::Status:
            if (!memberStatusOf(read->text))
                return unknown;
            return FilterValue(read->text);
        case FieldType::Flag:
            if (read->text != "true"_L1 && read->text != "false"_L1)
                return unknown;
            return FilterValue(read->text == "true"_L1);
        case FieldType::Number: {
            bool isNumber = false;
            const qint64 number = read->text.toLongLong(&isNumber);
            if (!isNumber)
                return unknown;
            return FilterValue(number);
        }
        case FieldType::Time:
            if (const auto relative = relativeTimeOf(read->text); relative && !read->quoted)
                return FilterValue(*relative);
            if (const auto absolute = absoluteTimeOf(read->text))
                return FilterValue(*absolute);
            return unknown;
        }
        return unknown;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

} // namespace

tl::expected<Filter, NqlProblem> parseNql(const QString& text)
{
    return Parser(text).parse();
}

Error toError(const NqlProblem& problem)
{
    const auto sentence = [&] {
        switch (problem.kind) {
        case NqlProblem::Kind::Empty: return u"the filter is empty."_s;
        case NqlProblem::Kind::UnknownField: return u"there is no field \"%1\"."_s.arg(problem.word);
        case NqlProblem::Kind::ColonExpected: return u"\"%1\" must be followed by a colon."_s.arg(problem.word);
        case NqlProblem::Kind::ValueExpected: return u"a value is missing."_s;
        case NqlProblem::Kind::UnknownValue: return u"\"%1\" is not a value of this field."_s.arg(problem.word);
        case NqlProblem::Kind::OperatorNotAllowed: return u"\"%1\" cannot be compared this way."_s.arg(problem.word);
        case NqlProblem::Kind::UnclosedQuote: return u"a quote is not closed."_s;
        case NqlProblem::Kind::UnclosedGroup: return u"a bracket is not closed."_s;
        case NqlProblem::Kind::Unexpected:
            return problem.word.isEmpty() ? u"the filter ends too early."_s : u"\"%1\" is not possible here."_s.arg(problem.word);
        case NqlProblem::Kind::TooDeep: return u"there are too many brackets inside each other."_s;
        }
        return QString();
    };
    return {Error::Kind::BadInput, u"filter, character %1"_s.arg(problem.position + 1), sentence()};
}

} // namespace lyceum
