// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errortext.h"

#include "words/errordetail.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

ErrorText workspaceText(const Error& error)
{
    using enum Error::Kind;
    switch (error.kind) {
    case WorkspaceMissing:
        return {ErrorWords::tr("There is no file %1.").arg(error.subject), ErrorWords::tr("Check the path, or create a new workspace.")};
    case WorkspaceExists:
        return {ErrorWords::tr("The file %1 is already there.").arg(error.subject),
            ErrorWords::tr("Nothing was overwritten. Choose another name, or open the file.")};
    case WorkspaceForeign:
        return {ErrorWords::tr("%1 is not a Lyceum workspace.").arg(error.subject),
            ErrorWords::tr("It was left as it is. Choose a file that Lyceum made.")};
    case WorkspaceNewer:
        return {ErrorWords::tr("%1 was written by a newer version of Lyceum.").arg(error.subject),
            ErrorWords::tr("It was left as it is. Install the newer version to open it.")};
    case WorkspaceDamaged:
        return {ErrorWords::tr("%1 is damaged.").arg(error.subject),
            ErrorWords::tr("Nothing was changed. Restore the latest backup; keep the damaged file until you have looked at it.")};
    case WorkspaceLocked:
        return {ErrorWords::tr("Another program is using %1.").arg(error.subject),
            ErrorWords::tr("Wait until it is done, or close it, and try again.")};
    case WorkspaceReadOnly:
        return {ErrorWords::tr("%1 cannot be written to.").arg(error.subject),
            ErrorWords::tr("You can read and report. To change anything, copy it to a place where you may write.")};
    case DiskFull:
        return {ErrorWords::tr("The disk is full."), ErrorWords::tr("Nothing was half-written. Free some space and try again.")};
    default: return {};
    }
}

ErrorText storeText(const Error& error)
{
    using enum Error::Kind;
    switch (error.kind) {
    case Offline:
        return {ErrorWords::tr("The site could not be reached."),
            ErrorWords::tr("Check the connection and the address. Everything here can be used meanwhile; the next sync goes on where this one stopped.")};
    case Timeout:
        return {ErrorWords::tr("The site took too long to answer."), ErrorWords::tr("What had arrived is kept. Try again later.")};
    case TlsFailed:
        return {ErrorWords::tr("The connection to the site is not secure."),
            ErrorWords::tr("Nothing was sent. Check the site's certificate, and this computer's date and time.")};
    case Redirected:
        return {ErrorWords::tr("The site answers from another address."),
            ErrorWords::tr("Nothing was sent there. Enter the address that your browser shows for the site, with https.")};
    case NotAStore:
        return {ErrorWords::tr("There is no Ghost site at this address."), ErrorWords::tr("Check the address; leave out anything behind the site's name.")};
    case BadKey:
        return {ErrorWords::tr("The site does not accept this Admin API key."),
            ErrorWords::tr("Copy the key again from the site's settings, under Integrations. Nothing here was changed.")};
    case NotAllowed:
        return {ErrorWords::tr("This key may not do that."), ErrorWords::tr("Use the Admin API key of a custom integration.")};
    case RateLimited:
        return {ErrorWords::tr("The site asks for a pause."), ErrorWords::tr("What had arrived is kept. Try again in a few minutes.")};
    case StoreUnavailable:
        return {ErrorWords::tr("The site is not available at the moment."),
            ErrorWords::tr("It may be starting or under maintenance. What had arrived is kept; try again later.")};
    case BadAnswer:
        return {ErrorWords::tr("The site sent an answer that makes no sense."),
            ErrorWords::tr("That answer was not used. Try again; if it stays like this, something between you and the site alters what it sends.")};
    case Collision:
        return {ErrorWords::tr("This was changed on the site meanwhile."),
            ErrorWords::tr("Nothing was overwritten. Sync again: both changes are put together, or you are asked which one stays.")};
    case Refused:
        return {error.subject.isEmpty() ? ErrorWords::tr("The site refused a change.")
                                        : ErrorWords::tr("The site refused a change: %1").arg(errorDetail(error.subject)),
            ErrorWords::tr("Nothing was lost: it waits under Sync. Correct it and try again, or discard it.")};
    case WrongStore:
        return {ErrorWords::tr("This workspace belongs to another site."),
            ErrorWords::tr("Nothing was mixed. Create a workspace of its own for the new site.")};
    case NotConnected:
        return {ErrorWords::tr("This workspace is not connected to a site."),
            ErrorWords::tr("Connect it with the address of your site and its Admin API key.")};
    default: return {};
    }
}

ErrorText secretText(const Error& error)
{
    using enum Error::Kind;
    switch (error.kind) {
    case KeychainMissing:
        return {ErrorWords::tr("This computer has no keychain that works."),
            ErrorWords::tr("Choose a passphrase: the key is then kept in a file sealed with it.")};
    case KeychainDenied:
        return {ErrorWords::tr("The keychain is locked or refused access."), ErrorWords::tr("Unlock it and try again.")};
    case SecretMissing:
        return {ErrorWords::tr("The keychain has no key for this site."), ErrorWords::tr("Connect the site again with its Admin API key.")};
    case WrongPassphrase:
        return {ErrorWords::tr("This is not the passphrase the key was sealed with."),
            ErrorWords::tr("Try again. If it is lost, connect the site again with its Admin API key.")};
    default: return {};
    }
}

QString badInputText(const Error& error)
{
    if (error.detail.isEmpty())
        return ErrorWords::tr("%1 cannot be read.").arg(errorDetail(error.subject));
    if (error.subject.isEmpty())
        return ErrorWords::tr("This cannot be done: %1").arg(errorDetail(error.detail));
    //: %1 is where it is wrong (a row and column, a field, an address), %2 a sentence that says why.
    return ErrorWords::tr("%1: %2").arg(errorDetail(error.subject), errorDetail(error.detail));
}

} // namespace

ErrorText describe(const Error& error)
{
    using enum Error::Kind;
    switch (error.kind) {
    case Internal:
        return {ErrorWords::tr("Something went wrong inside Lyceum."),
            ErrorWords::tr("Nothing was lost. Please report it with these words: %1").arg(error.detail)};
    case Cancelled:
        return {ErrorWords::tr("Stopped as you asked."), ErrorWords::tr("What was done so far is kept.")};
    case Usage:
        return {ErrorWords::tr("This command cannot be understood: %1").arg(error.subject), ErrorWords::tr("Ask for its help with --help.")};
    case BadInput:
        return {badInputText(error), ErrorWords::tr("Nothing was changed. Correct it and try again.")};
    case NotFound:
        return {ErrorWords::tr("%1 was not found.").arg(errorDetail(error.subject)), ErrorWords::tr("It may have been removed meanwhile.")};
    case Io:
        return {ErrorWords::tr("%1 cannot be read or written.").arg(error.subject),
            ErrorWords::tr("Nothing was changed. Check that the disk is there and that you may use it.")};
    case PrivacyBudgetMissing:
        return {ErrorWords::tr("This workspace has no privacy budget yet."),
            ErrorWords::tr("Nothing was published. Decide how much may become known about your members, and set it.")};
    case PrivacyBudgetSpent:
        return {ErrorWords::tr("What is left of the privacy budget does not allow this release."),
            ErrorWords::tr("Nothing was published. Publish less, or with more noise; raising the budget breaks a promise to your members.")};
    case NeedsDecision:
        return {ErrorWords::tr("This needs your decision."), ErrorWords::tr("Open Sync to see what both sides changed.")};
    default: break;
    }
    ErrorText text = workspaceText(error);
    if (text.what.isEmpty())
        text = storeText(error);
    if (text.what.isEmpty())
        text = secretText(error);
    return text;
}

QString sentence(const Error& error)
{
    const ErrorText text = describe(error);
    //: %1 is a sentence that says what went wrong, %2 one that says what to do. Chinese needs no space between them.
    return ErrorWords::tr("%1 %2").arg(text.what, text.advice);
}

} // namespace lyceum::ui
