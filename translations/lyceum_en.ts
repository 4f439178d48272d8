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
</TS>
