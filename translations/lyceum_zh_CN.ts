<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cli</name>
    <message>
        <source>the entry is too close to its time to be told apart from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cannot be computed with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 subjects, %2 events; median %3 (%4 to %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time	at risk	events	survival	low	high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-rank test: chi-square %1 with %2 degrees of freedom, p = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--level is between 0 and 1, as 0.95.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analyse knows nothing of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a statistical method on a CSV file, with the code the program itself uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with a header, one subject a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time until the event, or until the subject was last seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the event happened: 1 or 0, true or false, yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when the subject was watched (left truncation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the groups this column names: a curve each, and a log-rank test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the confidence band is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence level, between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made and checked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is now %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a workspace, check the copy, and remove backups that are no longer needed; or list them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder next to the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only list what is there, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a workspace from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the place of the workspace that is there, which is moved aside and not destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Without it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace, a file whose name ends in .lyceum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute as of the end of this day in the workspace&apos;s time zone (2026-03-01), or of this instant (2026-03-01T12:00:00Z).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print one JSON document; errors, too, are JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print no progress and no text; JSON and errors are printed all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyceum on the command line: the studio for a paid knowledge community, without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for one of them, with an example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 failed, 2 usage, 3 bad input, 4 network, 5 key or rights, 6 needs a person&apos;s decision, 7 workspace unusable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a word too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1 comes one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query knows nothing of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query %1 takes no --%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &quot;now&quot; means in a filter of members: the end of this day (2026-03-01) or this instant (2026-03-01T12:00:00Z).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List members, posts, comments with their replies, tiers or labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that all occur in members, posts or comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only members that pass a filter in Ghost&apos;s language: status:paid+label:vip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report knows nothing of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the report would take the place of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how long paying members stay, as a file to hand on. Needs no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document, a web page in one file, or tables for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write it; a file that is there is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who counts as paying and when they left: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the sealed keys: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain. Choose a passphrase to seal the key with: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase again: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the Admin API key from the first line of standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key in a file sealed under a passphrase, read from the next line of standard input, and not in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin API key: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--as-of is a date like 2026-03-01 or a time like 2026-03-01T12:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newsletters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % reading %2: %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % reading %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % checking %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 read, %3 new, %4 changed, %5 gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests, %2 bytes, %3 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key-stdin is missing: the key is never an argument, where others could see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--forget-key and --passphrase-stdin exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected from %1. What was synced stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was connected to no site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key-stdin and --passphrase-stdin exclude each other here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a workspace with a Ghost site: check address and key, keep the key, remember the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key nowhere: every sync is told it with --key-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the site and its key. What was synced stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the key where it is kept: other workspaces may use it, or it was never kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a workspace to the state of its site. Ctrl+C stops it; what arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again, not only what changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a number with a decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time is not below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event is 1 or 0, true or false, yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry is before its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data: generated, nobody&apos;s community.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members: %1, of them paying: %2; departed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers: %1; labels: %2; newsletters: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts: %1; comments: %2; events: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to no site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sync: %1; waiting to be sent: %2; conflicts: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no time zone of that name; Europe/Berlin is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created %1. Days are cut in the time zone %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not checked, the file can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: WRONG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new, empty workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the community is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IANA time zone in which days are cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a workspace with a generated sample community.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many months of history, ending now or at --as-of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, size and --as-of give the same community.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day (2026-03-01, UTC) or the last instant (2026-03-01T12:00:00Z) of the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is in a workspace and how it stands with its site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a workspace: the file, references, search, daily figures, journal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, or create a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name, or open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Lyceum workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Choose a file that Lyceum made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Lyceum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Install the newer version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Restore the latest backup; keep the damaged file until you have looked at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done, or close it, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read and report. To change anything, copy it to a place where you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was half-written. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection and the address. Everything here can be used meanwhile; the next sync goes on where this one stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the site is not secure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Check the site&apos;s certificate, and this computer&apos;s date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site answers from another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent there. Enter the address that your browser shows for the site, with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Ghost site at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; leave out anything behind the site&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site does not accept this Admin API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key again from the site&apos;s settings, under Integrations. Nothing here was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may not do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Admin API key of a custom integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site asks for a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site is not available at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be starting or under maintenance. What had arrived is kept; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site sent an answer that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That answer was not used. Try again; if it stays like this, something between you and the site alters what it sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace belongs to another site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was mixed. Create a workspace of its own for the new site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase: the key is then kept in a file sealed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked or refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has no key for this site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the site again with its Admin API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase the key was sealed with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it is lost, connect the site again with its Admin API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Lyceum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost. Please report it with these words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as you asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command cannot be understood: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for its help with --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Check that the disk is there and that you may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sync to see what both sides changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a sentence that says what went wrong, %2 one that says what to do. Chinese needs no space between them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Free</source>
        <comment>member status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>member status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complimentary</source>
        <comment>member status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift</source>
        <comment>member status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On trial</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past due</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not completed</source>
        <comment>subscription status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed payment</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donation</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <comment>kind of payment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>post status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>post status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <comment>post status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by e-mail</source>
        <comment>post status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <comment>comment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>comment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>comment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <comment>a member reports a comment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed newsletters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicked a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated a post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was sent an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail could not be delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked an e-mail as spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription active again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription no longer active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <comment>who may read a post</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <comment>who may read a post</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying members</source>
        <comment>who may read a post</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some tiers</source>
        <comment>who may read a post</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newsletters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes and reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the site what is new…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the site: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was new. %1 requests in %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone. %4 requests in %5 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way, or ended with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>▲ %1 more than %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 fewer than %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %1 more than in the %n day(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 fewer than in the %n day(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as in the %n day(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>95% interval %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>95% interval %1 to %2, of %n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference between two percentages</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly recurring revenue (MRR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What paying members pay a month; a yearly price counts a twelfth. Each currency stands by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members with paid access now. Trials, gifts and complimentary access are not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Left of those who paid, in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paying members whose access ended in the period, as a share of those who paid when it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody the site has now, paying or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Joined in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who joined, paying or not. The interval shows how much chance alone would move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped paying in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paying members whose access ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Active in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Members who signed in, read, clicked, commented or reacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is here yet. Connect your site, and this page fills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. Nothing waits for you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. See below what waits for you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) were reported by members.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n newcomer(s) wrote their first comment and nobody has answered.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The payment of %n member(s) failed or is overdue.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) have cancelled; their access ends within 30 days.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The complimentary access of %n member(s) ends within 30 days.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made both here and on the site and wait for your decision.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync did not finish. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is not connected to a site yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::BehindPanel</name>
    <message>
        <source>Open in Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Heading of a list of members and how many they are</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Members: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::BusyLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ChartFrame</name>
    <message>
        <source>How is this computed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::Chip</name>
    <message>
        <source>Press Delete to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ColumnChart</name>
    <message>
        <source>%1
No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <comment>label, what is counted, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of bars: %1. Lowest: %2 at %3. Highest: %4 at %5. Latest: %6 at %7. Number of bars: %8.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CommandPalette</name>
    <message>
        <source>Go to a page, a member or a post, or do something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConnectForm</name>
    <message>
        <source>Pass&amp;phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your Ghost site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On your site open Settings, then Integrations, add a custom integration named Lyceum, and copy its Admin API key here. Lyceum reads your members, posts and comments; everything then works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that works. Choose a passphrase: the key is kept in a file sealed with it, and you are asked for it once after each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the site&apos;s address and its Admin API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase to seal the key with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ContentPage</name>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) in this community.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) match.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No posts yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your site to bring its posts here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No post matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer filters or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all posts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CurveChart</name>
    <message>
        <source>%1: click to hide it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: click to show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value and unit, 90 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <comment>95% interval: 55% to 69%</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <comment>number of members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of curves. Up: %1. Along: %2, from %3 to %4. Number of curves: %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3, interval %4 to %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CurvePainter</name>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::DiscussionsPage</name>
    <message>
        <source>Discussions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search comments and replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First comments of newcomers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) in this community.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) match.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has commented yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments appear here with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No thread matches what you asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all threads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::FilterBar</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::HeatModel</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Row, column and value of a cell: &quot;2024-03, month 2: 71%&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::HeatTable</name>
    <message>
        <source>The table is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of %1 rows and %2 columns (%3). Lowest: %4 in row %5. Highest: %6 in row %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ↓ · %2 →</source>
        <extracomment>What the rows and the columns of a table are: &quot;Joined ↓ · Months since joining →&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::KeyFigureTile</name>
    <message>
        <source>%1: %2</source>
        <comment>a key figure and its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MainWindow</name>
    <message>
        <source>Lyceum workspaces (*.lyceum)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or go to…  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My community.lyceum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Lyceum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyceum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a made-up sample community. Look around; to work with your own, create a workspace and connect your site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace cannot be written to. You can read and report; syncing and settings need a copy you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberFilterMenus</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>filter choice, number of members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter, its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberView</name>
    <message>
        <source>All members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member is no longer in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noticed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent, %2 opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complimentary until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cancelled: access ends %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, renews %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MembersPage</name>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, e-mail or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) in this community.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) match.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your site to bring its members here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer filters or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::NoticeBar</name>
    <message>
        <source>Dismiss this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PostTableModel</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PostView</name>
    <message>
        <source>Text of the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) to read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This post has no text yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ReportSaver</name>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention report</source>
        <extracomment>Name of the file a report is saved in, without its suffix</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ReportsPage</name>
    <message numerus="yes">
        <source>Table: %1 (%n row(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: the curves below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures to hand on: to a partner, a sponsor, an accountant, or to yourself a year from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay, as curves with intervals and as a table by month of joining, with how it was computed and what it cannot know. No member is named in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To print or send: A4 pages that look the same everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for any browser; needs no connection and works with screen readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bare numbers for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report needs members who pay. Connect your site to bring them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionCharts</name>
    <message>
        <source>%1 of %2 members still paying (%3); %4 interval %5 to %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since the first paid day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <comment>after a number: 90 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members watched so long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of each month’s new paying members stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months after the first paid month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, by members</source>
        <comment>row of averages weighted by members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No month is complete yet. The first row appears when a month has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank: that month is not over yet. The last row has only the cohorts old enough, so it may rise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionControls</name>
    <message>
        <source>Compare by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined in the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two tools agree on who counts as paying and as gone. The figures follow the rules chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log-rank test asks whether the curves could come from members who stay equally long. A small p says that chance alone would rarely part them as far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (HTML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture and its data are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves begin with the first paid day of the first member. Trials, gifts and complimentary access do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known about paying members yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your site to see how long its members stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <extracomment>Heading of the members behind a point of a curve: day, then group</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left on day %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still paying after day %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All months: left within %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: left within %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All months: still paying after %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: still paying after %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, month %2</source>
        <extracomment>Heading of the members behind a cell: the month they first paid in, then how many months later</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionReport</name>
    <message>
        <source>%1: how long paying members stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1 (%2). Rules: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>The foot of a page of a report</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These members are made up: this is the sample community, not a real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this is computed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionTables</name>
    <message>
        <source>not reached (%1 or more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 or more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each group stays, with %1 intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median stay in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mean within the first %n day(s), in days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Share still paying, with %1 intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Share still paying at the end of each month after the first paid month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, by members</source>
        <comment>row of averages weighted by members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each group stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean stay in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean within so many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step of the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members watched so long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell of the table by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionWords</name>
    <message>
        <source>Members count as having left when they cancel, even if they have paid for more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members count as having left on the day their paid access ends; who has cancelled but paid to the end still counts as staying until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is gone for a day or longer has left, also if they come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Whoever pays again within %n day(s) never left: a failed payment that was retried, a renewal a little late. So the last days before the date of this figure are not counted yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: on cancelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: when paid access ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data from %1 to %2 (%3); %4 members who ever paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1 (%2); nobody has paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaplan–Meier estimate with %1 intervals (log-log) for each day by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each curve begins with everybody on their first paid day and falls whenever somebody leaves. Members who are still paying are counted for as long as they have been watched (the Kaplan–Meier estimate), so that those who joined lately are neither left out nor taken for gone. The numbers under the curves say how many members were still being watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules are those of “%1”. %2 %3</source>
        <comment>name of the rule set, then two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying is who pays for a subscription. Trials, gifts and complimentary access are not paid: a trial counts from the day it turns into a paid subscription, and members who never paid are left out (%1 of them). A pause is not leaving. Nor is a payment that is past due, as long as the subscription has not been ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first unbroken paid time of each member is in the curves; %1 later returns are not. Tier, billing interval and source are those the paid time began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bands are %1 intervals for each day by itself, from Greenwood’s variance on the log-log scale; the median’s interval is where the band crosses one half (Brookmeyer and Crowley). In the table by month, a cell is the share of those who joined in a month and were still paying when the later month ended, with Wilson’s interval; a month that is not over yet is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This site was first read on %1. Members who had been deleted there before are not known here; they would mostly have left, so that the time before may look better than it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: this computer’s copy of the site’s members, subscriptions and their changes, %1 members who ever paid, as of %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <comment>the year of a join cohort</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>quarter and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from month to month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid yearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of all paying members stay for %1 or longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1, the longest time watched so far, %2 of all paying members would still be paying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of %1 stay longest, those of %2 leave soonest: the difference between the tiers is larger than chance would explain (log-rank %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members who joined in %1 stay longest, those of %2 leave soonest: the difference between the cohorts is larger than chance would explain (log-rank %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members who came from %1 stay longest, those from %2 leave soonest: the difference between the sources is larger than chance would explain (log-rank %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members under “%1” stay longest, those under “%2” leave soonest: the difference is larger than chance would explain (log-rank %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tiers differ no more than chance may explain (log-rank %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The join cohorts differ no more than chance may explain (log-rank %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources differ no more than chance may explain (log-rank %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly and yearly payers differ no more than chance may explain (log-rank %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of “%1” stay for %2 or longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “%1”, %2 would still be paying after %3, the longest time watched so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody together</source>
        <comment>how members are grouped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <comment>how members are grouped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of joining</source>
        <comment>how members are grouped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <comment>how members are grouped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing interval</source>
        <comment>how members are grouped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format of a month</comment>
        <extracomment>How a month is written, as QLocale&apos;s date formats have it; 2026年4月 in Chinese</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Others</source>
        <comment>all groups that are not shown by themselves</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All paying members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>tier, source or interval of a member</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay, by tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay, by time of joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay, by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long paying members stay, by billing interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has paid yet, so there is nothing to tell about staying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only %n member(s) have ever paid: too few to say how long members stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n paying member(s) has left so far.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other groups are too small to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-rank test: nothing to compare, since no two groups were watched while somebody left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Log-rank test: chi-square %1, %n degree(s) of freedom, %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than %1 members, so their curves say little: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes with the next start of Lyceum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact rows in tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How figures are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyceum: a member leaves when paid access ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Ghost: a member leaves when they cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Stripe Billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As ChartMogul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As ProfitWell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are cut in the time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are now cut in %1. Open the workspace again to see times in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), the latest of %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) passed: file, references, search, daily counts and journal.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed. Restore the latest backup, and keep this file until you have looked at it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SidePanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SyncPage</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected with %1. The first sync has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected. What was synced stays here; the key was forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks through everything the site has, for changes that leave no trace there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the syncs, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample community is made up and belongs to no site. Create a workspace of your own to connect one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading from %1. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sync with %1 whenever you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to a site yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>site, address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping. What has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made on both sides and wait for your decision.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not the passphrase. The key of %1 is sealed with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is sealed with the passphrase you chose:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseal and sync</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ThreadTableModel</name>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A former member</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A former member</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The text is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TimelineModel</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is &quot;Commented&quot;, %2 a state such as &quot;Hidden&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of payment, amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 a month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TodayPage</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 As of %2.</source>
        <comment>sentence, local date and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing. Every report is looked at, every payment came, every newcomer has an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered first comments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
