// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "community/member.h"
#include "community/post.h"
#include "community/tier.h"

namespace lyceum::cli {

// One function a part of `edit`.
[[nodiscard]] Command editMemberPart();
[[nodiscard]] Command editMembersPart();
[[nodiscard]] Command editLabelPart();
[[nodiscard]] Command editTierPart();
[[nodiscard]] Command editOfferPart();
[[nodiscard]] Command editPostPart();
[[nodiscard]] Command editCommentPart();

// What they share.

/// `build` fills the change set; its commit is journalled as the person's and answered: what changed, and under which entry.
[[nodiscard]] Result<ExitCode> commitEdit(
    const Session& session, storage::WorkspaceFile& file, const QString& reason, const storage::WorkspaceFile::Build& build);

/// The same for what became of a commit that was made elsewhere; as text `sentence`, where there is one.
[[nodiscard]] Result<ExitCode> answerChange(
    const Session& session, const Result<storage::ChangeSummary>& committed, const QString& sentence = {});

/// The row a person names: by its number here, or as people call it, without regard to case. NotFound; BadInput when several are
/// called that.
[[nodiscard]] Result<Member> memberNamed(storage::Connection& connection, const QString& text); ///< number or address
[[nodiscard]] Result<Label> labelNamed(storage::Connection& connection, const QString& text);
[[nodiscard]] Result<Newsletter> newsletterNamed(storage::Connection& connection, const QString& text);
[[nodiscard]] Result<Tier> tierNamed(storage::Connection& connection, const QString& text);
[[nodiscard]] Result<Offer> offerNamed(storage::Connection& connection, const QString& text); ///< number, name or code
[[nodiscard]] Result<PostId> postNamed(storage::Connection& connection, const QString& text); ///< number or slug

/// In which days are cut.
[[nodiscard]] Result<QTimeZone> zoneOf(storage::WorkspaceFile& file);

/// yes or no; nothing when the option was not given. Usage otherwise.
[[nodiscard]] Result<std::optional<bool>> yesOrNo(const Arguments& arguments, const QString& option);
/// A whole number of the option; nothing when it was not given. Usage otherwise.
[[nodiscard]] Result<std::optional<qint64>> wholeNumber(const Arguments& arguments, const QString& option, qint64 low, qint64 high);
/// The text of the file the option names, "-" being standard input; nothing when it was not given. Io, or BadInput when it is no UTF-8.
[[nodiscard]] Result<std::optional<QString>> textOfFile(const Arguments& arguments, const QString& option);
/// That exactly one of the options was given. Usage otherwise.
[[nodiscard]] Result<void> exactlyOne(const Arguments& arguments, const QStringList& options);

} // namespace lyceum::cli
