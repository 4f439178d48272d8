// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secrets.h"

#include "cli/terminal.h"
#include "cli/words.h"
#include "security/keychainstore.h"
#include "security/sealedfilestore.h"
#include "security/waitfor.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

/// A keychain may ask a person for its password; where nobody sits, a silent one is given up soon.
constexpr std::chrono::seconds kPatienceAlone {10};

Result<security::Secret> askPassphrase()
{
    if (QFileInfo::exists(security::SealedFileStore::defaultPath()))
        return readSecretLine(Cli::tr("Passphrase of the sealed keys: "));
    const auto first = readSecretLine(Cli::tr("There is no keychain. Choose a passphrase to seal the key with: "));
    if (!first)
        return first;
    const auto again = readSecretLine(Cli::tr("The same passphrase again: "));
    if (!again)
        return again;
    if (*first != *again)
        return failure(Error::Kind::BadInput, u"stdin"_s, Cli::tr("the two passphrases differ."));
    return first;
}

std::shared_ptr<security::SecretStore> sealedFile(const security::Secret& passphrase)
{
    // As typed in the window: the same words open the same file whatever system they were typed on.
    return std::make_shared<security::SealedFileStore>(
        security::SealedFileStore::defaultPath(), security::Secret::fromText(QString::fromUtf8(passphrase.view())));
}

} // namespace

Option keyOption()
{
    return {u"key-stdin"_s, {}, Cli::tr("Read the Admin API key from the first line of standard input."), {}};
}

Option passphraseOption()
{
    return {u"passphrase-stdin"_s, {},
        Cli::tr("Keep the key in a file sealed under a passphrase, read from the next line of standard input, and not in the keychain."), {}};
}

Result<Whispered> hearSecrets(const Session& session)
{
    Whispered told;
    for (const auto& [option, prompt, into] : {std::tuple(u"key-stdin"_s, Cli::tr("Admin API key: "), &told.key),
             std::tuple(u"passphrase-stdin"_s, Cli::tr("Passphrase of the sealed keys: "), &told.passphrase)}) {
        if (!session.arguments.has(option))
            continue;
        auto line = readSecretLine(prompt);
        if (!line)
            return tl::unexpected(line.error());
        *into = *std::move(line);
    }
    return told;
}

Result<std::shared_ptr<security::SecretStore>> secretStore(const Whispered& told)
{
    if (!told.passphrase.isEmpty())
        return sealedFile(told.passphrase);
    auto keychain = isInteractive()
        ? std::make_shared<security::KeychainStore>()
        : std::make_shared<security::KeychainStore>(security::KeychainStore::defaultService(), kPatienceAlone);
    const auto usable = security::waitFor(keychain->probe());
    if (usable)
        return keychain;
    if (!isInteractive()) {
        Error error = usable.error();
        error.detail += u"; without a keychain --passphrase-stdin uses a sealed file, and with --key-stdin a sync needs neither"_s;
        return tl::unexpected(error);
    }
    const auto passphrase = askPassphrase();
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    return sealedFile(*passphrase);
}

} // namespace lyceum::cli
