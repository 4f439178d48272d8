// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tokenizer.h"

#include <QList>

#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <string>

namespace lyceum::storage {
namespace {

bool standsAlone(UChar32 c)
{
    switch (u_getIntPropertyValue(c, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return u_isalnum(c) || u_isbase(c);
    default:
        return false;
    }
}

bool isWordCharacter(UChar32 c)
{
    return c == '_' || u_isalnum(c) || u_getCombiningClass(c) != 0;
}

void appendFolded(std::string& word, UChar32 c)
{
    const UChar32 folded = u_foldCase(c, U_FOLD_CASE_DEFAULT);
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    UBool failed = false;
    U8_APPEND(bytes, length, U8_MAX_LENGTH, folded, failed);
    if (!failed)
        word.append(bytes, std::size_t(length));
}

// U8_NEXT narrows its own intermediate values.
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#endif
/// The code point at `at`, which moves behind it; negative for broken UTF-8.
UChar32 nextCodePoint(const char* text, int& at, int size)
{
    UChar32 c = 0;
    U8_NEXT(text, at, size, c);
    return c;
}
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

/// Calls `emit(token, tokenSize, from, to, alone)` for each token of UTF-8 text; stops at the first non-zero answer and returns it.
/// Broken UTF-8 separates words, like punctuation.
template <class Emit>
int eachToken(const char* text, int size, Emit emit)
{
    std::string word;
    int wordStart = 0;
    int at = 0;
    while (at < size) {
        const int start = at;
        const UChar32 c = nextCodePoint(text, at, size);
        const bool alone = c >= 0 && standsAlone(c);
        if (c >= 0 && !alone && isWordCharacter(c)) {
            if (word.empty())
                wordStart = start;
            appendFolded(word, c);
            continue;
        }
        if (!word.empty()) {
            if (const int rc = emit(word.data(), int(word.size()), wordStart, start, false))
                return rc;
            word.clear();
        }
        if (alone) {
            if (const int rc = emit(text + start, at - start, start, at, true))
                return rc;
        }
    }
    return word.empty() ? SQLITE_OK : emit(word.data(), int(word.size()), wordStart, size, false);
}

int createTokenizer(void*, const char**, int, Fts5Tokenizer** out)
{
    static char stateless; // the tokenizer needs no state, but FTS5 wants a non-null handle
    *out = reinterpret_cast<Fts5Tokenizer*>(&stateless);
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size,
    int (*token)(void*, int, const char*, int, int, int))
{
    return eachToken(text, size, [&](const char* word, int wordSize, int from, int to, bool) {
        return token(context, 0, word, wordSize, from, to);
    });
}

fts5_api* apiOf(sqlite3* handle)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

bool registerTokenizer(sqlite3* handle)
{
    fts5_api* api = apiOf(handle);
    fts5_tokenizer functions {createTokenizer, deleteTokenizer, tokenize};
    return api && api->xCreateTokenizer(api, "lyceum", nullptr, &functions, nullptr) == SQLITE_OK;
}

QByteArray matchExpression(const QString& typed)
{
    // Neighbouring tokens of one script run make one phrase; a gap in the text starts the next term.
    struct Term {
        QByteArray words;
        bool alone = false;
        int end = 0;
    };
    QList<Term> terms;
    const QByteArray utf8 = typed.toUtf8();
    eachToken(utf8.constData(), int(utf8.size()), [&](const char* word, int size, int from, int to, bool alone) {
        if (alone && !terms.isEmpty() && terms.last().alone && terms.last().end == from) {
            terms.last().words += ' ' + QByteArray(word, size);
            terms.last().end = to;
        } else {
            terms.append({QByteArray(word, size), alone, to});
        }
        return SQLITE_OK;
    });
    QByteArray expression;
    for (qsizetype i = 0; i < terms.size(); ++i) {
        // Tokens hold letters, digits and underscores only, so quoting needs no escape.
        expression += (i ? " AND \"" : "\"") + terms.at(i).words + '"';
        const bool beingTyped = i == terms.size() - 1 && !terms.at(i).alone && terms.at(i).end == utf8.size();
        if (beingTyped)
            expression += '*';
    }
    return expression;
}

} // namespace lyceum::storage
