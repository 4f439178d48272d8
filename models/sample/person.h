// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace lyceum::sample {

/// What the sample is made of. Equal options make equal communities, on every platform.
struct SampleOptions {
    quint64 seed = 1;
    int members = 2000; ///< 1 .. 10 000 000
    int months = 24; ///< of history, 1 .. 240
    qint64 endUtc = 0; ///< the last instant there is anything to know of
    int posts = 60;
    int comments = 1200;
    double eventsPerMember = 60; ///< mean number, visits making up what the rest leaves
};

/// What decides the rest about a member: 24 bytes each are kept.
struct Person {
    qint64 joinedAtUtc = 0;
    double keenness = 0; ///< how often they come and read, 0.02 .. 1
    qint16 source = 0; ///< index of sources()
    bool chinese = false;
    bool imported = false; ///< brought along from an older list
};

/// The `index`-th of options.members; joinedAtUtc never falls with the index.
[[nodiscard]] Person personOf(const SampleOptions& options, int index);

/// Name and address of a person.
struct Identity {
    QString name; ///< empty for a few who gave none
    QString email; ///< unique by its number
    QString country;
};

[[nodiscard]] Identity identityOf(const SampleOptions& options, int index, const Person& person);

/// Rare things about a person.
struct Particulars {
    std::vector<int> labels; ///< indices of labelWords(), ascending
    bool noted = false; ///< the creator wrote something down
    std::optional<qint64> emailChangedAtUtc;
    std::optional<qint64> donatedAtUtc;
    qint64 donation = 0; ///< cents
};

[[nodiscard]] Particulars particularsOf(const SampleOptions& options, int index, const Person& person);

struct LabelWords {
    QStringView name;
    QStringView slug;
};
[[nodiscard]] std::span<const LabelWords> labelWords();

} // namespace lyceum::sample
