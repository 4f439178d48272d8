// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errordetail.h"

#include "words/fieldwords.h"

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
    QT_TRANSLATE_NOOP("ErrorDetail", "member %1, field %2"),
    QT_TRANSLATE_NOOP("ErrorDetail", "field %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "member %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "label %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "newsletter %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "tier %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "offer %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "tag %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "post %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "comment %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "conflict %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "journal entry %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the member you answer as"),
    QT_TRANSLATE_NOOP("ErrorDetail", "this change"),
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
    // what a person changes
    QT_TRANSLATE_NOOP("ErrorDetail", "there is nothing to change."),
    QT_TRANSLATE_NOOP("ErrorDetail", "both ways at once."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is empty."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is missing."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is longer than %1 characters."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is less than nothing."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is from 1 to %1."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is one of: %1."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this is not an e-mail address."),
    QT_TRANSLATE_NOOP("ErrorDetail", "another member has this address."),
    QT_TRANSLATE_NOOP("ErrorDetail", "an address is one member's."),
    QT_TRANSLATE_NOOP("ErrorDetail", "another one is called that."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this time is over."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this time lies ahead."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this member has left."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this member pays for access."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this newsletter is archived."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this tier is archived."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the free tier is everybody's."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the free tier has no price."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the free tier cannot be archived."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a price is from 1 to %1 in the smallest unit of its currency."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a currency is three letters."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a benefit is one line."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a trial lasts a trial, and nothing else does."),
    QT_TRANSLATE_NOOP("ErrorDetail", "by the year it is once or forever."),
    QT_TRANSLATE_NOOP("ErrorDetail", "months go with repeating, and with nothing else."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a fixed amount is in the currency of the tier, and nothing else has one."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the terms of an offer that the store has cannot be changed."),
    QT_TRANSLATE_NOOP("ErrorDetail", "tiers are chosen with the visibility tiers only."),
    QT_TRANSLATE_NOOP("ErrorDetail", "what was mailed cannot be taken back."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this post is deleted."),
    QT_TRANSLATE_NOOP("ErrorDetail", "this comment is deleted."),
    QT_TRANSLATE_NOOP("ErrorDetail", "only the first comment of a thread can be pinned."),
    // undoing
    QT_TRANSLATE_NOOP("ErrorDetail", "there is nothing to undo."),
    QT_TRANSLATE_NOOP("ErrorDetail", "there is nothing to redo."),
    QT_TRANSLATE_NOOP("ErrorDetail", "only what a person, an import or a rule did can be undone."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is undone already."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is not undone."),
    QT_TRANSLATE_NOOP("ErrorDetail", "the values it changed were erased."),
    QT_TRANSLATE_NOOP("ErrorDetail", "what was published cannot be taken back."),
    // what waits, and what is to be settled
    QT_TRANSLATE_NOOP("ErrorDetail", "it is being sent; what became of it has to be known first."),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is paused."),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 rows of %2 refer to it; they have to be discarded first."),
    QT_TRANSLATE_NOOP("ErrorDetail", "only a text can hold both."),
    QT_TRANSLATE_NOOP("ErrorDetail", "a name holds both only in words that are given."),
    QT_TRANSLATE_NOOP("ErrorDetail", "whether both sides agree is not a person's to say."),
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

/// A field as a person reads it; fields of one name mean the same in every kind of row.
QString fieldNamed(const QString& field)
{
    using workspace::Entity;
    for (const Entity entity : {Entity::Member, Entity::Tier, Entity::Offer, Entity::Post, Entity::Comment}) {
        if (const QString word = fieldWord(entity, field.toUtf8()); word != field)
            return word;
    }
    return field;
}

std::optional<QString> translated(const QString& english)
{
    for (const char* phrase : kPhrases) {
        auto places = placesIn(english, QString::fromLatin1(phrase));
        if (!places)
            continue;
        if (const QByteArrayView text(phrase); text.startsWith("field ") || text.endsWith(", field %2"))
            places->last() = fieldNamed(places->last());
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
