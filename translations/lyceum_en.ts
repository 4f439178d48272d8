<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>No verdict yet: %n member(s) are missing of the planned size.</source>
        <translation>
            <numerusform>No verdict yet: %n member is missing of the planned size.</numerusform>
            <numerusform>No verdict yet: %n members are missing of the planned size.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new row(s)</source>
        <translation>
            <numerusform>%1: %n new row</numerusform>
            <numerusform>%1: %n new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent again.</source>
        <translation>
            <numerusform>%n change will be sent again.</numerusform>
            <numerusform>%n changes will be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message numerus="yes">
        <source>%n day(s) free</source>
        <translation>
            <numerusform>%n day free</numerusform>
            <numerusform>%n days free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 off for %n month(s)</source>
        <comment>amount</comment>
        <translation>
            <numerusform>%1 off for %n month</numerusform>
            <numerusform>%1 off for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message numerus="yes">
        <source>It did not get through %n time(s); the next attempt is at %1.</source>
        <translation>
            <numerusform>It did not get through %n time; the next attempt is at %1.</numerusform>
            <numerusform>It did not get through %n times; the next attempt is at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It did not get through %n time(s); it goes with the next sync.</source>
        <translation>
            <numerusform>It did not get through %n time; it goes with the next sync.</numerusform>
            <numerusform>It did not get through %n times; it goes with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait</source>
        <translation>
            <numerusform>%Ln change waits</numerusform>
            <numerusform>%Ln changes wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%Ln change(s) of yours were sent.</source>
        <translation>
            <numerusform>%Ln change of yours was sent.</numerusform>
            <numerusform>%Ln changes of yours were sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The site refused %Ln change(s); see Waiting changes for its reasons.</source>
        <translation>
            <numerusform>The site refused %Ln change; see Waiting changes for its reasons.</numerusform>
            <numerusform>The site refused %Ln changes; see Waiting changes for its reasons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>▲ %1 more than %n day(s) ago</source>
        <translation>
            <numerusform>▲ %1 more than %n day ago</numerusform>
            <numerusform>▲ %1 more than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 fewer than %n day(s) ago</source>
        <translation>
            <numerusform>▼ %1 fewer than %n day ago</numerusform>
            <numerusform>▼ %1 fewer than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as %n day(s) ago</source>
        <translation>
            <numerusform>Same as %n day ago</numerusform>
            <numerusform>Same as %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left of those who paid, in %n day(s)</source>
        <translation>
            <numerusform>Left of those who paid, in %n day</numerusform>
            <numerusform>Left of those who paid, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Joined in %n day(s)</source>
        <translation>
            <numerusform>Joined in %n day</numerusform>
            <numerusform>Joined in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped paying in %n day(s)</source>
        <translation>
            <numerusform>Stopped paying in %n day</numerusform>
            <numerusform>Stopped paying in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active in %n day(s)</source>
        <translation>
            <numerusform>Active in %n day</numerusform>
            <numerusform>Active in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. Nothing waits for you.</source>
        <translation>
            <numerusform>%1 members pay; %n left in the last 30 days. Nothing waits for you.</numerusform>
            <numerusform>%1 members pay; %n left in the last 30 days. Nothing waits for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. See below what waits for you.</source>
        <translation>
            <numerusform>%1 members pay; %n left in the last 30 days. See below what waits for you.</numerusform>
            <numerusform>%1 members pay; %n left in the last 30 days. See below what waits for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) were reported by members.</source>
        <translation>
            <numerusform>%n comment was reported by members.</numerusform>
            <numerusform>%n comments were reported by members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newcomer(s) wrote their first comment and nobody has answered.</source>
        <translation>
            <numerusform>%n newcomer wrote their first comment and nobody has answered.</numerusform>
            <numerusform>%n newcomers wrote their first comment and nobody has answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The payment of %n member(s) failed or is overdue.</source>
        <translation>
            <numerusform>The payment of %n member failed or is overdue.</numerusform>
            <numerusform>The payment of %n members failed or is overdue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) have cancelled; their access ends within 30 days.</source>
        <translation>
            <numerusform>%n member has cancelled; their access ends within 30 days.</numerusform>
            <numerusform>%n members have cancelled; their access ends within 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The complimentary access of %n member(s) ends within 30 days.</source>
        <translation>
            <numerusform>The complimentary access of %n member ends within 30 days.</numerusform>
            <numerusform>The complimentary access of %n members ends within 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made both here and on the site and wait for your decision.</source>
        <translation>
            <numerusform>%n change was made both here and on the site and waits for your decision.</numerusform>
            <numerusform>%n changes were made both here and on the site and wait for your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %1 vs the %n day(s) before</source>
        <translation>
            <numerusform>▲ %1 vs the %n day before</numerusform>
            <numerusform>▲ %1 vs the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 vs the %n day(s) before</source>
        <translation>
            <numerusform>▼ %1 vs the %n day before</numerusform>
            <numerusform>▼ %1 vs the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as the %n day(s) before</source>
        <translation>
            <numerusform>Same as the %n day before</numerusform>
            <numerusform>Same as the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The site refused %n change(s) of yours and says why.</source>
        <translation>
            <numerusform>The site refused %n change of yours and says why.</numerusform>
            <numerusform>The site refused %n changes of yours and says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CommentingDialog</name>
    <message numerus="yes">
        <source>Stop %Ln member(s) from commenting</source>
        <translation>
            <numerusform>Stop %Ln member from commenting</numerusform>
            <numerusform>Stop %Ln members from commenting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ComplimentaryDialog</name>
    <message numerus="yes">
        <source>Give %Ln member(s) complimentary access</source>
        <translation>
            <numerusform>Give %Ln member complimentary access</numerusform>
            <numerusform>Give %Ln members complimentary access</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictModel</name>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <comment>kind of thing</comment>
        <translation>
            <numerusform>%1, %n field</numerusform>
            <numerusform>%1, %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictsView</name>
    <message numerus="yes">
        <source>%n field(s) of this %1 changed here and on the site.</source>
        <translation>
            <numerusform>%n field of this %1 changed here and on the site.</numerusform>
            <numerusform>%n fields of this %1 changed here and on the site.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ContentPage</name>
    <message numerus="yes">
        <source>%Ln post(s) in this community.</source>
        <translation>
            <numerusform>%Ln post in this community.</numerusform>
            <numerusform>%Ln posts in this community.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) match.</source>
        <translation>
            <numerusform>%Ln post matches.</numerusform>
            <numerusform>%Ln posts match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::DiscussionsPage</name>
    <message numerus="yes">
        <source>%Ln thread(s) in this community.</source>
        <translation>
            <numerusform>%Ln thread in this community.</numerusform>
            <numerusform>%Ln threads in this community.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s) match.</source>
        <translation>
            <numerusform>%Ln thread matches.</numerusform>
            <numerusform>%Ln threads match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::JournalPanel</name>
    <message numerus="yes">
        <source>%Ln more field(s) were changed.</source>
        <translation>
            <numerusform>%Ln more field was changed.</numerusform>
            <numerusform>%Ln more fields were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberActions</name>
    <message numerus="yes">
        <source>Complimentary access of %Ln member(s) ended.</source>
        <translation>
            <numerusform>Complimentary access of %Ln member ended.</numerusform>
            <numerusform>Complimentary access of %Ln members ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) may comment again.</source>
        <translation>
            <numerusform>%Ln member may comment again.</numerusform>
            <numerusform>%Ln members may comment again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) subscribed to “%1”.</source>
        <translation>
            <numerusform>%Ln member subscribed to “%1”.</numerusform>
            <numerusform>%Ln members subscribed to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) unsubscribed from “%1”.</source>
        <translation>
            <numerusform>%Ln member unsubscribed from “%1”.</numerusform>
            <numerusform>%Ln members unsubscribed from “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add a label to %Ln member(s)</source>
        <translation>
            <numerusform>Add a label to %Ln member</numerusform>
            <numerusform>Add a label to %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove a label from %Ln member(s)</source>
        <translation>
            <numerusform>Remove a label from %Ln member</numerusform>
            <numerusform>Remove a label from %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” added to %Ln member(s).</source>
        <translation>
            <numerusform>Label “%1” added to %Ln member.</numerusform>
            <numerusform>Label “%1” added to %Ln members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” removed from %Ln member(s).</source>
        <translation>
            <numerusform>Label “%1” removed from %Ln member.</numerusform>
            <numerusform>Label “%1” removed from %Ln members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) given complimentary access to “%1”.</source>
        <translation>
            <numerusform>%Ln member given complimentary access to “%1”.</numerusform>
            <numerusform>%Ln members given complimentary access to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) may not comment any more.</source>
        <translation>
            <numerusform>%Ln member may not comment any more.</numerusform>
            <numerusform>%Ln members may not comment any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln member(s) from the site?</source>
        <translation>
            <numerusform>Remove %Ln member from the site?</numerusform>
            <numerusform>Remove %Ln members from the site?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln member(s)</source>
        <translation>
            <numerusform>Remove %Ln member</numerusform>
            <numerusform>Remove %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) removed.</source>
        <translation>
            <numerusform>%Ln member removed.</numerusform>
            <numerusform>%Ln members removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberDialog</name>
    <message numerus="yes">
        <source>A note holds at most %Ln character(s).</source>
        <translation>
            <numerusform>A note holds at most %Ln character.</numerusform>
            <numerusform>A note holds at most %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberFilterMenus</name>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>in the last %n day</numerusform>
            <numerusform>in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>more than %n day ago</numerusform>
            <numerusform>more than %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MembersPage</name>
    <message numerus="yes">
        <source>%Ln member(s) in this community.</source>
        <translation>
            <numerusform>%Ln member in this community.</numerusform>
            <numerusform>%Ln members in this community.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) match.</source>
        <translation>
            <numerusform>%Ln member matches.</numerusform>
            <numerusform>%Ln members match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PostView</name>
    <message numerus="yes">
        <source>%n minute(s) to read</source>
        <translation>
            <numerusform>%n minute to read</numerusform>
            <numerusform>%n minutes to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ReportsPage</name>
    <message numerus="yes">
        <source>• Table: %1 (%n row(s))</source>
        <translation>
            <numerusform>• Table: %1 (%n row)</numerusform>
            <numerusform>• Table: %1 (%n rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionPage</name>
    <message numerus="yes">
        <source>All months: left within %n month(s)</source>
        <translation>
            <numerusform>All months: left within %n month</numerusform>
            <numerusform>All months: left within %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: left within %n month(s)</source>
        <translation>
            <numerusform>First paid in %1: left within %n month</numerusform>
            <numerusform>First paid in %1: left within %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All months: still paying after %n month(s)</source>
        <translation>
            <numerusform>All months: still paying after %n month</numerusform>
            <numerusform>All months: still paying after %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: still paying after %n month(s)</source>
        <translation>
            <numerusform>First paid in %1: still paying after %n month</numerusform>
            <numerusform>First paid in %1: still paying after %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionTables</name>
    <message numerus="yes">
        <source>Mean stay in the first %n day(s)</source>
        <translation>
            <numerusform>Mean stay in the first %n day</numerusform>
            <numerusform>Mean stay in the first %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionWords</name>
    <message numerus="yes">
        <source>Whoever pays again within %n day(s) never left: a failed payment that was retried, a renewal a little late. So the last days before the date of this figure are not counted yet.</source>
        <translation>
            <numerusform>Whoever pays again within %n day never left: a failed payment that was retried, a renewal a little late. So the last days before the date of this figure are not counted yet.</numerusform>
            <numerusform>Whoever pays again within %n days never left: a failed payment that was retried, a renewal a little late. So the last days before the date of this figure are not counted yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n member(s) have ever paid: too few to say how long members stay.</source>
        <translation>
            <numerusform>Only %n member has ever paid: too few to say how long members stay.</numerusform>
            <numerusform>Only %n members have ever paid: too few to say how long members stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n paying member(s) has left so far.</source>
        <translation>
            <numerusform>None of the %n paying member has left so far.</numerusform>
            <numerusform>None of the %n paying members has left so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Log-rank test: chi-square %1, %n degree(s) of freedom, %2.</source>
        <translation>
            <numerusform>Log-rank test: chi-square %1, %n degree of freedom, %2.</numerusform>
            <numerusform>Log-rank test: chi-square %1, %n degrees of freedom, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n backup(s), the latest of %1.</source>
        <translation>
            <numerusform>%n backup, the latest of %1.</numerusform>
            <numerusform>%n backups, the latest of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) passed: file, references, search, daily counts and journal.</source>
        <translation>
            <numerusform>%n check passed: file, references, search, daily counts and journal.</numerusform>
            <numerusform>All %n checks passed: file, references, search, daily counts and journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed. Restore the latest backup, and keep this file until you have looked at it.</source>
        <translation>
            <numerusform>%n check failed. Restore the latest backup, and keep this file until you have looked at it.</numerusform>
            <numerusform>%n checks failed. Restore the latest backup, and keep this file until you have looked at it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SyncPage</name>
    <message numerus="yes">
        <source>%n change(s) were made on both sides and wait for your decision.</source>
        <translation>
            <numerusform>%n change was made on both sides and waits for your decision.</numerusform>
            <numerusform>%n changes were made on both sides and wait for your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed here and on %1 wait for your decision.</source>
        <translation>
            <numerusform>%n row changed here and on %1 waits for your decision.</numerusform>
            <numerusform>%n rows changed here and on %1 wait for your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln change(s) kept for a site</source>
        <translation>
            <numerusform>Show the %Ln change kept for a site</numerusform>
            <numerusform>Show the %Ln changes kept for a site</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ThreadView</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TierForm</name>
    <message numerus="yes">
        <source>The site takes at most %n character(s) here.</source>
        <translation>
            <numerusform>The site takes at most %n character here.</numerusform>
            <numerusform>The site takes at most %n characters here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A benefit has at most %n character(s).</source>
        <translation>
            <numerusform>A benefit has at most %n character.</numerusform>
            <numerusform>A benefit has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TiersPage</name>
    <message numerus="yes">
        <source>%n tier(s) can be bought. %1</source>
        <extracomment>%1 is &quot;2 offers are active.&quot;</extracomment>
        <translation>
            <numerusform>%n tier can be bought. %1</numerusform>
            <numerusform>%n tiers can be bought. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) are active.</source>
        <translation>
            <numerusform>%n offer is active.</numerusform>
            <numerusform>%n offers are active.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::UndoActions</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::WaitingView</name>
    <message numerus="yes">
        <source>Take back %Ln change(s) here?</source>
        <translation>
            <numerusform>Take back %Ln change here?</numerusform>
            <numerusform>Take back %Ln changes here?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) stayed as they were. %1</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>
            <numerusform>%n change stayed as it was. %1</numerusform>
            <numerusform>%n changes stayed as they were. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) paused.</source>
        <translation>
            <numerusform>%n change paused.</numerusform>
            <numerusform>%n changes paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) go with the next sync.</source>
        <translation>
            <numerusform>%n change goes with the next sync.</numerusform>
            <numerusform>%n changes go with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are offered to the site with the next sync.</source>
        <translation>
            <numerusform>%n change is offered to the site with the next sync.</numerusform>
            <numerusform>%n changes are offered to the site with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back here.</source>
        <translation>
            <numerusform>%n change taken back here.</numerusform>
            <numerusform>%n changes taken back here.</numerusform>
        </translation>
    </message>
</context>
</TS>
