// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

/**
 * The arithmetic of the journal's hash chain. Pure: bytes in, bytes out; what the bytes mean is the journal's business.
 *
 * An entry is chained over commitments to its changed values, not over the values. A commitment is a hash of the value
 * with a random salt that is stored beside the value: as long as both are there, anyone can check that the value is the one
 * chained; once both are erased the commitment tells nothing (a guessed value cannot be tried without the salt), and the
 * chain over the commitments still verifies.
 */
namespace lyceum::security {

/// Salts are this long: 128 random bits, so that none ever repeats and none can be guessed.
inline constexpr int kSaltBytes = 16;

/// What an entry without predecessor is linked to: 32 zero bytes.
[[nodiscard]] QByteArray chainStart();

/**
 * Commits to one change of one field. 32 bytes.
 *
 * @param salt      kSaltBytes from randomBytes(), new for every change
 * @param oldValue  serialised by the caller so that absent, empty and every type differ; likewise `newValue`
 */
[[nodiscard]] QByteArray commitment(QByteArrayView salt, QByteArrayView entity, qint64 rowId, QByteArrayView field,
                                    QByteArrayView oldValue, QByteArrayView newValue);

/**
 * The hash of an entry, and what the next entry links to. 32 bytes.
 *
 * @param previousHash  the link of the entry before, chainStart() for the first
 * @param entryHeader   the entry's own facts (number, time, who, why, from where), serialised by the caller
 * @param commitments   in the order in which the changes are stored; may be empty
 */
[[nodiscard]] QByteArray link(QByteArrayView previousHash, QByteArrayView entryHeader, const QList<QByteArray>& commitments);

} // namespace lyceum::security
