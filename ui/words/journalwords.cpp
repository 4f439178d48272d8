// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/journalwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct JournalWords {
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

struct ReasonWord {
    const char* reason; ///< as `models` writes it; %1 is a number, or the rest
    const char* word;
};

constexpr std::array kReasons {
    ReasonWord {"label a member", QT_TRANSLATE_NOOP("JournalWords", "Label a member")},
    ReasonWord {"label %1 members", QT_TRANSLATE_NOOP("JournalWords", "Label %1 members")},
    ReasonWord {"unlabel a member", QT_TRANSLATE_NOOP("JournalWords", "Take a label off a member")},
    ReasonWord {"unlabel %1 members", QT_TRANSLATE_NOOP("JournalWords", "Take a label off %1 members")},
    ReasonWord {"edit a member", QT_TRANSLATE_NOOP("JournalWords", "Edit a member")},
    ReasonWord {"edit %1 members", QT_TRANSLATE_NOOP("JournalWords", "Edit %1 members")},
    ReasonWord {"remove a member", QT_TRANSLATE_NOOP("JournalWords", "Remove a member")},
    ReasonWord {"remove %1 members", QT_TRANSLATE_NOOP("JournalWords", "Remove %1 members")},
    ReasonWord {"add a member", QT_TRANSLATE_NOOP("JournalWords", "Add a member")},
    ReasonWord {"add a label", QT_TRANSLATE_NOOP("JournalWords", "Add a label")},
    ReasonWord {"rename a label", QT_TRANSLATE_NOOP("JournalWords", "Rename a label")},
    ReasonWord {"remove a label", QT_TRANSLATE_NOOP("JournalWords", "Remove a label")},
    ReasonWord {"merge two labels", QT_TRANSLATE_NOOP("JournalWords", "Merge two labels")},
    ReasonWord {"add a tier", QT_TRANSLATE_NOOP("JournalWords", "Add a tier")},
    ReasonWord {"edit a tier", QT_TRANSLATE_NOOP("JournalWords", "Edit a tier")},
    ReasonWord {"archive a tier", QT_TRANSLATE_NOOP("JournalWords", "Archive a tier")},
    ReasonWord {"bring back a tier", QT_TRANSLATE_NOOP("JournalWords", "Bring back a tier")},
    ReasonWord {"add an offer", QT_TRANSLATE_NOOP("JournalWords", "Add an offer")},
    ReasonWord {"edit an offer", QT_TRANSLATE_NOOP("JournalWords", "Edit an offer")},
    ReasonWord {"archive an offer", QT_TRANSLATE_NOOP("JournalWords", "Archive an offer")},
    ReasonWord {"bring back an offer", QT_TRANSLATE_NOOP("JournalWords", "Bring back an offer")},
    ReasonWord {"write a post", QT_TRANSLATE_NOOP("JournalWords", "Write a post")},
    ReasonWord {"edit a post", QT_TRANSLATE_NOOP("JournalWords", "Edit a post")},
    ReasonWord {"publish a post", QT_TRANSLATE_NOOP("JournalWords", "Publish a post")},
    ReasonWord {"delete a post", QT_TRANSLATE_NOOP("JournalWords", "Delete a post")},
    ReasonWord {"show a comment", QT_TRANSLATE_NOOP("JournalWords", "Show a comment")},
    ReasonWord {"hide a comment", QT_TRANSLATE_NOOP("JournalWords", "Hide a comment")},
    ReasonWord {"delete a comment", QT_TRANSLATE_NOOP("JournalWords", "Delete a comment")},
    ReasonWord {"pin a comment", QT_TRANSLATE_NOOP("JournalWords", "Pin a comment")},
    ReasonWord {"unpin a comment", QT_TRANSLATE_NOOP("JournalWords", "Unpin a comment")},
    ReasonWord {"answer a comment", QT_TRANSLATE_NOOP("JournalWords", "Answer a comment")},
    ReasonWord {"private release", QT_TRANSLATE_NOOP("JournalWords", "Publish private figures")},
    ReasonWord {"privacy budget", QT_TRANSLATE_NOOP("JournalWords", "Set the privacy budget")},
    ReasonWord {"setting changed", QT_TRANSLATE_NOOP("JournalWords", "Change a setting")},
    ReasonWord {"workspace created", QT_TRANSLATE_NOOP("JournalWords", "Create the workspace")},
    ReasonWord {"store connected", QT_TRANSLATE_NOOP("JournalWords", "Connect the site")},
    ReasonWord {"store connected or disconnected", QT_TRANSLATE_NOOP("JournalWords", "Connect or disconnect the site")},
    ReasonWord {"sync begun", QT_TRANSLATE_NOOP("JournalWords", "Begin a sync")},
    ReasonWord {"sync done", QT_TRANSLATE_NOOP("JournalWords", "Finish a sync")},
    ReasonWord {"tiers page", QT_TRANSLATE_NOOP("JournalWords", "Read tiers from the site")},
    ReasonWord {"offers page", QT_TRANSLATE_NOOP("JournalWords", "Read offers from the site")},
    ReasonWord {"labels page", QT_TRANSLATE_NOOP("JournalWords", "Read labels from the site")},
    ReasonWord {"newsletters page", QT_TRANSLATE_NOOP("JournalWords", "Read newsletters from the site")},
    ReasonWord {"tags page", QT_TRANSLATE_NOOP("JournalWords", "Read tags from the site")},
    ReasonWord {"members page", QT_TRANSLATE_NOOP("JournalWords", "Read members from the site")},
    ReasonWord {"posts page", QT_TRANSLATE_NOOP("JournalWords", "Read posts from the site")},
    ReasonWord {"comments page", QT_TRANSLATE_NOOP("JournalWords", "Read comments from the site")},
    ReasonWord {"reactions page", QT_TRANSLATE_NOOP("JournalWords", "Read reactions from the site")},
    ReasonWord {"events page", QT_TRANSLATE_NOOP("JournalWords", "Read events from the site")},
    ReasonWord {"discard %1", QT_TRANSLATE_NOOP("JournalWords", "Discard what waited for the site")},
    ReasonWord {"settle conflict %1: %2", QT_TRANSLATE_NOOP("JournalWords", "Settle a conflict")},
    ReasonWord {"undo %1", QT_TRANSLATE_NOOP("JournalWords", "Undo entry %1")},
    ReasonWord {"redo %1", QT_TRANSLATE_NOOP("JournalWords", "Redo entry %1")},
};

struct OriginWord {
    const char* origin;
    const char* word;
};

constexpr std::array kOrigins {
    OriginWord {"person", QT_TRANSLATE_NOOP("JournalWords", "A person")},
    OriginWord {"sync", QT_TRANSLATE_NOOP("JournalWords", "The site")},
    OriginWord {"import", QT_TRANSLATE_NOOP("JournalWords", "An import")},
    OriginWord {"rule", QT_TRANSLATE_NOOP("JournalWords", "A rule")},
    OriginWord {"undo", QT_TRANSLATE_NOOP("JournalWords", "Undo and redo")},
    OriginWord {"settings", QT_TRANSLATE_NOOP("JournalWords", "Settings")},
    OriginWord {"sample", QT_TRANSLATE_NOOP("JournalWords", "The sample community")},
};

/// The first place of the phrase as the reason fills it, empty where it has none; nothing when the reason is not this phrase.
std::optional<QString> placeInReason(const QString& reason, const QString& phrase)
{
    if (!phrase.contains(u'%'))
        return reason == phrase ? std::optional(QString()) : std::nullopt;
    QString pattern = QRegularExpression::escape(phrase);
    pattern.replace(u"\\%1"_s, u"(.+)"_s).replace(u"\\%2"_s, u".+"_s);
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(reason);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace

QString originWord(const QString& origin)
{
    const auto known = std::ranges::find_if(kOrigins, [&](const OriginWord& each) { return origin == QLatin1StringView(each.origin); });
    return known == kOrigins.end() ? origin : JournalWords::tr(known->word);
}

QStringList knownOrigins()
{
    QStringList origins;
    for (const OriginWord& each : kOrigins)
        origins.append(QString::fromLatin1(each.origin));
    return origins;
}

QString actionWord(const workspace::JournalEntry& entry, const Format& format)
{
    for (const ReasonWord& each : kReasons) {
        const auto place = placeInReason(entry.reason, QString::fromLatin1(each.reason));
        if (!place)
            continue;
        const QString word = JournalWords::tr(each.word);
        if (!word.contains("%1"_L1))
            return word;
        bool isNumber = false;
        const qint64 number = place->toLongLong(&isNumber);
        return word.arg(isNumber ? format.count(number) : *place);
    }
    return entry.reason.isEmpty() ? originWord(entry.origin) : entry.reason;
}

bool canBeUndone(const workspace::JournalEntry& entry)
{
    return !entry.undone && (entry.origin == "person"_L1 || entry.origin == "import"_L1 || entry.origin == "rule"_L1)
        && entry.changes + entry.arrivals > 0;
}

bool canBeRedone(const workspace::JournalEntry& entry)
{
    return entry.undone;
}

} // namespace lyceum::ui
