// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errordetail.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

/// As `models` writes them, with places for what differs.
constexpr std::array kPhrases {
    // where
    QT_TRANSLATE_NOOP("ErrorDetail", "row %1, column %2"),
    QT_TRANSLATE_NOOP("ErrorDetail", "row %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "column %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "filter, character %1"),
    // files
    QT_TRANSLATE_NOOP("ErrorDetail", "there is no such encoding."),
    QT_TRANSLATE_NOOP("ErrorDetail", "these bytes mean nothing in its encoding."),
    QT_TRANSLATE_NOOP("ErrorDetail", "there is no header row."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the row is too large."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a quote is never closed."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the header has no column for this cell."),
    QT_TRANSLATE_NOOP("ErrorDetail", "two columns have this name."),
    // filters
    QT_TRANSLATE_NOOP("ErrorDetail", "the filter is empty."),
    QT_TRANSLATE_NOOP("ErrorDetail", "there is no field \"%1\"."),
    QT_TRANSLATE_NOOP("ErrorDetail", "\"%1\" must be followed by a colon."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a value is missing."),
    QT_TRANSLATE_NOOP("ErrorDetail", "\"%1\" is not a value of this field."),
    QT_TRANSLATE_NOOP("ErrorDetail", "\"%1\" cannot be compared this way."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a quote is not closed."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a bracket is not closed."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the filter ends too early."),
    QT_TRANSLATE_NOOP("ErrorDetail", "\"%1\" is not possible here."),
    QT_TRANSLATE_NOOP("ErrorDetail", "there are too many brackets inside each other."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the filter compares it with what it cannot be."),
    // addresses
    QT_TRANSLATE_NOOP("ErrorDetail", "an address is one word."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this is not a web address."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a user name or password does not belong into the address."),
    QT_TRANSLATE_NOOP("ErrorDetail", "only http and https are web addresses."),
};

/// The words that stand in the places of the phrase; nothing when the text is not this phrase.
std::optional<QStringList> placesIn(const QString& text, const QString& phrase)
{
    QString pattern = QRegularExpression::escape(phrase);
    pattern.replace(u"\\%1"_s, u"(.+?)"_s).replace(u"\\%2"_s, u"(.+)"_s);
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption).match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.capturedTexts().mid(1);
}

std::optional<QString> translated(const QString& english)
{
    for (const char* phrase : kPhrases) {
        const auto places = placesIn(english, QString::fromLatin1(phrase));
        if (!places)
            continue;
        const QString local = QCoreApplication::translate("ErrorDetail", phrase);
        if (places->size() == 2) // at once: a word may itself hold a place
            return local.arg(places->at(0), places->at(1));
        return places->isEmpty() ? local : local.arg(places->at(0));
    }
    return std::nullopt;
}

} // namespace

QString errorDetail(const QString& english)
{
    return translated(english).value_or(english);
}

bool isKnownErrorDetail(const QString& english)
{
    return translated(english).has_value();
}

} // namespace lyceum::ui
