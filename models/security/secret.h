// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace lyceum::security {

/**
 * Bytes nobody else should see: a key, a passphrase.
 *
 * Copies share one buffer, which is locked into memory where the system allows it and overwritten when the last copy goes.
 * There is no way to print it by accident. What cannot be wiped are copies other libraries make (the keychain's, a request's
 * header): hand out `view()` as late as possible.
 */
class Secret {
public:
    /// Empty.
    Secret() = default;
    /// Copies the bytes; the caller's stay as they are.
    explicit Secret(QByteArrayView bytes);
    /// A passphrase as typed: normalised (NFC), so that the same words typed on another system open the same file.
    [[nodiscard]] static Secret fromText(const QString& text);
    /// Copies the bytes, then overwrites the caller's array, unless it is shared with another.
    [[nodiscard]] static Secret taking(QByteArray& bytes);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Valid as long as this or a copy lives.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }

    /// In constant time.
    friend bool operator==(const Secret& a, const Secret& b);

private:
    std::shared_ptr<char> m_bytes;
    qsizetype m_size = 0;
};

/// Overwrites what an array of our own holds. Does nothing to one that is shared: it would write into a copy.
void wipe(QByteArray& bytes);

} // namespace lyceum::security
