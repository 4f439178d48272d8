<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cli</name>
    <message>
        <source>the entry is too close to its time to be told apart from it.</source>
        <translation>进入观察的时间与结束时间过于接近，无法区分。</translation>
    </message>
    <message>
        <source>this cannot be computed with.</source>
        <translation>无法用这个值计算。</translation>
    </message>
    <message>
        <source>%1 subjects, %2 events; median %3 (%4 to %5)</source>
        <translation>观察对象 %1 个，事件 %2 个；中位数 %3（%4 至 %5）</translation>
    </message>
    <message>
        <source>time	at risk	events	survival	low	high</source>
        <translation>时间	在观察人数	事件数	生存率	下限	上限</translation>
    </message>
    <message>
        <source>Log-rank test: chi-square %1 with %2 degrees of freedom, p = %3</source>
        <translation>log-rank 检验：卡方 %1，自由度 %2，p = %3</translation>
    </message>
    <message>
        <source>--level is between 0 and 1, as 0.95.</source>
        <translation>--level 须介于 0 与 1 之间，例如 0.95。</translation>
    </message>
    <message>
        <source>it has more than %1 groups.</source>
        <translation>分组超过 %1 个。</translation>
    </message>
    <message>
        <source>analyse knows nothing of %1.</source>
        <translation>analyse 不支持 %1。</translation>
    </message>
    <message>
        <source>Run a statistical method on a CSV file, with the code the program itself uses.</source>
        <translation>对 CSV 文件运行一种统计方法，所用代码与程序本身相同。</translation>
    </message>
    <message>
        <source>A table with a header, one subject a row.</source>
        <translation>带表头的表格，每行一个观察对象。</translation>
    </message>
    <message>
        <source>Time until the event, or until the subject was last seen.</source>
        <translation>到事件发生为止的时间，或到最后一次观察到该对象为止的时间。</translation>
    </message>
    <message>
        <source>Whether the event happened: 1 or 0, true or false, yes or no.</source>
        <translation>事件是否发生：1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>Since when the subject was watched (left truncation).</source>
        <translation>从何时开始观察该对象（左截断）。</translation>
    </message>
    <message>
        <source>Compare the groups this column names: a curve each, and a log-rank test.</source>
        <translation>按此列的值分组比较：每组一条曲线，并做 log-rank 检验。</translation>
    </message>
    <message>
        <source>How the confidence band is made.</source>
        <translation>置信带的构造方法。</translation>
    </message>
    <message>
        <source>The confidence level, between 0 and 1.</source>
        <translation>置信水平，介于 0 与 1 之间。</translation>
    </message>
    <message>
        <source>there is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 出现了两次。</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 不带值。</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 需要一个值。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>--%1 is a whole number from %2 to %3.</source>
        <translation>--%1 须为 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>--%1 is one of: %2.</source>
        <translation>--%1 须为以下之一：%2。</translation>
    </message>
    <message>
        <source>Backup made and checked: %1</source>
        <translation>备份已完成并通过检查：%1</translation>
    </message>
    <message>
        <source>Restored %1.</source>
        <translation>已恢复 %1。</translation>
    </message>
    <message>
        <source>What was there before is now %1.</source>
        <translation>原有的文件现为 %1。</translation>
    </message>
    <message>
        <source>Copy a workspace, check the copy, and remove backups that are no longer needed; or list them.</source>
        <translation>复制工作区、检查副本，并移除不再需要的备份；也可只列出备份。</translation>
    </message>
    <message>
        <source>Where backups are kept.</source>
        <translation>备份的存放位置。</translation>
    </message>
    <message>
        <source>a folder next to the workspace</source>
        <translation>工作区旁边的文件夹</translation>
    </message>
    <message>
        <source>Only list what is there, newest first.</source>
        <translation>只列出现有备份，最新的在前。</translation>
    </message>
    <message>
        <source>Make a workspace from a backup.</source>
        <translation>由备份生成工作区。</translation>
    </message>
    <message>
        <source>The backup.</source>
        <translation>备份文件。</translation>
    </message>
    <message>
        <source>Take the place of the workspace that is there, which is moved aside and not destroyed.</source>
        <translation>取代已有的工作区；原工作区会移到一旁，不会销毁。</translation>
    </message>
    <message>
        <source>%1 Without it: %2.</source>
        <translation>%1不指定时：%2。</translation>
    </message>
    <message>
        <source>The workspace, a file whose name ends in .lyceum.</source>
        <translation>工作区，文件名以 .lyceum 结尾。</translation>
    </message>
    <message>
        <source>Compute as of the end of this day in the workspace&apos;s time zone (2026-03-01), or of this instant (2026-03-01T12:00:00Z).</source>
        <translation>计算的截止时间：工作区时区中这一天结束时（2026-03-01），或这一时刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Print one JSON document; errors, too, are JSON.</source>
        <translation>输出一个 JSON 文档；错误也是 JSON。</translation>
    </message>
    <message>
        <source>Print no progress and no text; JSON and errors are printed all the same.</source>
        <translation>不输出进度和文字；JSON 和错误照常输出。</translation>
    </message>
    <message>
        <source>The language of sentences.</source>
        <translation>文字的语言。</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Lyceum on the command line: the studio for a paid knowledge community, without a window.</source>
        <translation>命令行版 Lyceum：付费知识社群的工作室，无需窗口。</translation>
    </message>
    <message>
        <source>Help for one of them, with an example: %1</source>
        <translation>查看某个命令的帮助和示例：%1</translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 failed, 2 usage, 3 bad input, 4 network, 5 key or rights, 6 needs a person&apos;s decision, 7 workspace unusable.</source>
        <translation>退出码：0 成功，1 失败，2 用法错误，3 输入有误，4 网络，5 密钥或权限，6 需要人来决定，7 工作区无法使用。</translation>
    </message>
    <message>
        <source>a command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>there is no command %1.</source>
        <translation>没有命令 %1。</translation>
    </message>
    <message>
        <source>there is a word too many.</source>
        <translation>多了一个参数。</translation>
    </message>
    <message>
        <source>after %1 comes one of: %2.</source>
        <translation>%1 之后须为以下之一：%2。</translation>
    </message>
    <message>
        <source>query knows nothing of %1.</source>
        <translation>query 不支持 %1。</translation>
    </message>
    <message>
        <source>query %1 takes no --%2.</source>
        <translation>query %1 不接受 --%2。</translation>
    </message>
    <message>
        <source>What &quot;now&quot; means in a filter of members: the end of this day (2026-03-01) or this instant (2026-03-01T12:00:00Z).</source>
        <translation>会员筛选条件中“now”所指的时间：这一天结束时（2026-03-01），或这一时刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>List members, posts, comments with their replies, tiers or labels.</source>
        <translation>列出会员、文章、评论及其回复、会员等级或标签。</translation>
    </message>
    <message>
        <source>Words that all occur in members, posts or comments.</source>
        <translation>会员、文章或评论中须全部出现的词。</translation>
    </message>
    <message>
        <source>Only members that pass a filter in Ghost&apos;s language: status:paid+label:vip.</source>
        <translation>只列出符合筛选条件的会员，条件采用 Ghost 的语法：status:paid+label:vip。</translation>
    </message>
    <message>
        <source>At most so many, the newest first.</source>
        <translation>最多列出的数量，最新的在前。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>report knows nothing of %1.</source>
        <translation>report 不支持 %1。</translation>
    </message>
    <message>
        <source>the report would take the place of the workspace.</source>
        <translation>报告会覆盖工作区文件。</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>报告已保存：%1</translation>
    </message>
    <message>
        <source>Write how long paying members stay, as a file to hand on. Needs no display.</source>
        <translation>把付费会员留存多久写成一份可以转交的文件。无需显示器。</translation>
    </message>
    <message>
        <source>A document, a web page in one file, or tables for other programs.</source>
        <translation>文档、单文件网页，或供其他程序使用的表格。</translation>
    </message>
    <message>
        <source>Where to write it; a file that is there is replaced.</source>
        <translation>保存位置；已有的文件会被替换。</translation>
    </message>
    <message>
        <source>What is compared.</source>
        <translation>按什么分组比较。</translation>
    </message>
    <message>
        <source>Who counts as paying and when they left: %1.</source>
        <translation>谁算付费、何时算流失：%1。</translation>
    </message>
    <message>
        <source>Passphrase of the sealed keys: </source>
        <translation>密封密钥文件的口令：</translation>
    </message>
    <message>
        <source>There is no keychain. Choose a passphrase to seal the key with: </source>
        <translation>没有可用的钥匙串。请设置一个口令来密封密钥：</translation>
    </message>
    <message>
        <source>The same passphrase again: </source>
        <translation>再次输入同一口令：</translation>
    </message>
    <message>
        <source>the two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Read the Admin API key from the first line of standard input.</source>
        <translation>从标准输入的第一行读取 Admin API 密钥。</translation>
    </message>
    <message>
        <source>Keep the key in a file sealed under a passphrase, read from the next line of standard input, and not in the keychain.</source>
        <translation>不使用钥匙串，而把密钥保存在用口令密封的文件中；口令从标准输入的下一行读取。</translation>
    </message>
    <message>
        <source>Admin API key: </source>
        <translation>Admin API 密钥：</translation>
    </message>
    <message>
        <source>--as-of is a date like 2026-03-01 or a time like 2026-03-01T12:00:00Z.</source>
        <translation>--as-of 须为日期（如 2026-03-01）或时间（如 2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>newsletters</source>
        <translation>邮件通讯</translation>
    </message>
    <message>
        <source>offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>reactions</source>
        <translation>点赞与举报</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 % connecting</source>
        <translation>%1% 正在连接</translation>
    </message>
    <message>
        <source>%1 % reading %2: %3 of %4</source>
        <translation>%1% 正在读取%2：%3 / %4</translation>
    </message>
    <message>
        <source>%1 % reading %2: %3</source>
        <translation>%1% 正在读取%2：%3</translation>
    </message>
    <message>
        <source>%1 % checking %2</source>
        <translation>%1% 正在核对%2</translation>
    </message>
    <message>
        <source>%1 % finishing</source>
        <translation>%1% 正在完成</translation>
    </message>
    <message>
        <source>%1: %2 read, %3 new, %4 changed, %5 gone</source>
        <translation>%1：读取 %2，新增 %3，更改 %4，移除 %5</translation>
    </message>
    <message>
        <source>%1 requests, %2 bytes, %3 seconds</source>
        <translation>%1 次请求，%2 字节，%3 秒</translation>
    </message>
    <message>
        <source>--key-stdin is missing: the key is never an argument, where others could see it.</source>
        <translation>缺少 --key-stdin：密钥从不作为参数传入，以免被他人看到。</translation>
    </message>
    <message>
        <source>--forget-key and --passphrase-stdin exclude each other.</source>
        <translation>--forget-key 与 --passphrase-stdin 不能同时使用。</translation>
    </message>
    <message>
        <source>Connected to %1 (%2).</source>
        <translation>已连接到 %1（%2）。</translation>
    </message>
    <message>
        <source>Disconnected from %1. What was synced stays.</source>
        <translation>已与 %1 断开连接。已同步的内容仍然保留。</translation>
    </message>
    <message>
        <source>It was connected to no site.</source>
        <translation>此工作区原本就没有连接站点。</translation>
    </message>
    <message>
        <source>--key-stdin and --passphrase-stdin exclude each other here.</source>
        <translation>此处 --key-stdin 与 --passphrase-stdin 不能同时使用。</translation>
    </message>
    <message>
        <source>Connect a workspace with a Ghost site: check address and key, keep the key, remember the site.</source>
        <translation>把工作区连接到 Ghost 站点：核对地址和密钥，保存密钥，记住站点。</translation>
    </message>
    <message>
        <source>The site&apos;s address.</source>
        <translation>站点地址。</translation>
    </message>
    <message>
        <source>Keep the key nowhere: every sync is told it with --key-stdin.</source>
        <translation>不保存密钥：每次同步都用 --key-stdin 提供。</translation>
    </message>
    <message>
        <source>Forget the site and its key. What was synced stays.</source>
        <translation>忘记站点及其密钥。已同步的内容仍然保留。</translation>
    </message>
    <message>
        <source>Leave the key where it is kept: other workspaces may use it, or it was never kept.</source>
        <translation>不删除已保存的密钥：其他工作区可能还在使用它，或者它从未保存过。</translation>
    </message>
    <message>
        <source>Bring a workspace to the state of its site. Ctrl+C stops it; what arrived is kept.</source>
        <translation>使工作区与站点保持一致。按 Ctrl+C 停止；已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Read everything again, not only what changed.</source>
        <translation>重新读取全部内容，而不只是有变动的部分。</translation>
    </message>
    <message>
        <source>there is no such column.</source>
        <translation>没有这一列。</translation>
    </message>
    <message>
        <source>this is not a number with a decimal point.</source>
        <translation>这不是以小数点书写的数字。</translation>
    </message>
    <message>
        <source>a time is not below zero.</source>
        <translation>时间不能小于零。</translation>
    </message>
    <message>
        <source>an event is 1 or 0, true or false, yes or no.</source>
        <translation>事件须为 1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>an entry is before its time.</source>
        <translation>进入观察的时间须早于结束时间。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sample data: generated, nobody&apos;s community.</source>
        <translation>示例数据：由程序生成，不是真实社群。</translation>
    </message>
    <message>
        <source>It can only be read.</source>
        <translation>只能读取。</translation>
    </message>
    <message>
        <source>Members: %1, of them paying: %2; departed: %3</source>
        <translation>会员：%1，其中付费：%2；已离开：%3</translation>
    </message>
    <message>
        <source>Tiers: %1; labels: %2; newsletters: %3</source>
        <translation>会员等级：%1；标签：%2；邮件通讯：%3</translation>
    </message>
    <message>
        <source>Posts: %1; comments: %2; events: %3</source>
        <translation>文章：%1；评论：%2；事件：%3</translation>
    </message>
    <message>
        <source>Connected to %1 (%2)</source>
        <translation>已连接到 %1（%2）</translation>
    </message>
    <message>
        <source>Connected to no site.</source>
        <translation>未连接站点。</translation>
    </message>
    <message>
        <source>Last sync: %1; waiting to be sent: %2; conflicts: %3</source>
        <translation>上次同步：%1；待发送：%2；冲突：%3</translation>
    </message>
    <message>
        <source>there is no time zone of that name; Europe/Berlin is one.</source>
        <translation>没有这个名称的时区；有效名称例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Created %1. Days are cut in the time zone %2.</source>
        <translation>已创建 %1。日期按时区 %2 划分。</translation>
    </message>
    <message>
        <source>Checking: %1</source>
        <translation>正在检查：%1</translation>
    </message>
    <message>
        <source>%1: not checked, the file can only be read</source>
        <translation>%1：未检查，文件只能读取</translation>
    </message>
    <message>
        <source>%1: in order</source>
        <translation>%1：正常</translation>
    </message>
    <message>
        <source>%1: WRONG</source>
        <translation>%1：有错误</translation>
    </message>
    <message>
        <source>Make a new, empty workspace.</source>
        <translation>新建一个空的工作区。</translation>
    </message>
    <message>
        <source>What the community is called.</source>
        <translation>社群的名称。</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>The IANA time zone in which days are cut.</source>
        <translation>用来划分日期的 IANA 时区。</translation>
    </message>
    <message>
        <source>Make a workspace with a generated sample community.</source>
        <translation>新建一个工作区，内含自动生成的示例社群。</translation>
    </message>
    <message>
        <source>How many members.</source>
        <translation>会员数量。</translation>
    </message>
    <message>
        <source>How many months of history, ending now or at --as-of.</source>
        <translation>历史的月数，截止到现在或 --as-of。</translation>
    </message>
    <message>
        <source>The same seed, size and --as-of give the same community.</source>
        <translation>种子、规模和 --as-of 相同，生成的社群就相同。</translation>
    </message>
    <message>
        <source>The last day (2026-03-01, UTC) or the last instant (2026-03-01T12:00:00Z) of the history.</source>
        <translation>历史的最后一天（2026-03-01，UTC）或最后一刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>Say what is in a workspace and how it stands with its site.</source>
        <translation>显示工作区的内容及其与站点的同步状况。</translation>
    </message>
    <message>
        <source>Check a workspace: the file, references, search, daily figures, journal.</source>
        <translation>检查工作区：文件、引用、搜索、每日数据和变更日志。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There is no file %1.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>Check the path, or create a new workspace.</source>
        <translation>请检查路径，或新建工作区。</translation>
    </message>
    <message>
        <source>The file %1 is already there.</source>
        <translation>文件 %1 已经存在。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name, or open the file.</source>
        <translation>没有覆盖任何内容。请换一个名称，或打开该文件。</translation>
    </message>
    <message>
        <source>%1 is not a Lyceum workspace.</source>
        <translation>%1 不是 Lyceum 工作区。</translation>
    </message>
    <message>
        <source>It was left as it is. Choose a file that Lyceum made.</source>
        <translation>文件保持原样。请选择由 Lyceum 创建的文件。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Lyceum.</source>
        <translation>%1 由更新版本的 Lyceum 写成。</translation>
    </message>
    <message>
        <source>It was left as it is. Install the newer version to open it.</source>
        <translation>文件保持原样。请安装新版本后再打开。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>Nothing was changed. Restore the latest backup; keep the damaged file until you have looked at it.</source>
        <translation>没有更改任何内容。请恢复最近的备份；在查看恢复结果之前，请保留损坏的文件。</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation>另一个程序正在使用 %1。</translation>
    </message>
    <message>
        <source>Wait until it is done, or close it, and try again.</source>
        <translation>请等它完成，或将其关闭，然后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation>%1 无法写入。</translation>
    </message>
    <message>
        <source>You can read and report. To change anything, copy it to a place where you may write.</source>
        <translation>你可以查看和生成报告。如需更改，请把它复制到可以写入的位置。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Nothing was half-written. Free some space and try again.</source>
        <translation>没有留下只写了一半的内容。请腾出一些空间后重试。</translation>
    </message>
    <message>
        <source>The site could not be reached.</source>
        <translation>无法连接到站点。</translation>
    </message>
    <message>
        <source>Check the connection and the address. Everything here can be used meanwhile; the next sync goes on where this one stopped.</source>
        <translation>请检查网络和地址。在此期间，这里的一切仍可使用；下次同步会从中断处继续。</translation>
    </message>
    <message>
        <source>The site took too long to answer.</source>
        <translation>站点响应超时。</translation>
    </message>
    <message>
        <source>What had arrived is kept. Try again later.</source>
        <translation>已收到的内容会保留。请稍后重试。</translation>
    </message>
    <message>
        <source>The connection to the site is not secure.</source>
        <translation>与站点的连接不安全。</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the site&apos;s certificate, and this computer&apos;s date and time.</source>
        <translation>没有发送任何内容。请检查站点的证书，以及本机的日期和时间。</translation>
    </message>
    <message>
        <source>The site answers from another address.</source>
        <translation>站点从另一个地址作出应答。</translation>
    </message>
    <message>
        <source>Nothing was sent there. Enter the address that your browser shows for the site, with https.</source>
        <translation>没有向该地址发送任何内容。请输入浏览器中显示的站点地址，并带上 https。</translation>
    </message>
    <message>
        <source>There is no Ghost site at this address.</source>
        <translation>此地址没有 Ghost 站点。</translation>
    </message>
    <message>
        <source>Check the address; leave out anything behind the site&apos;s name.</source>
        <translation>请检查地址；站点名称之后的部分不要填写。</translation>
    </message>
    <message>
        <source>The site does not accept this Admin API key.</source>
        <translation>站点不接受这个 Admin API 密钥。</translation>
    </message>
    <message>
        <source>Copy the key again from the site&apos;s settings, under Integrations. Nothing here was changed.</source>
        <translation>请到站点设置的 Integrations（集成）中重新复制密钥。这里没有更改任何内容。</translation>
    </message>
    <message>
        <source>This key may not do that.</source>
        <translation>这个密钥没有此项权限。</translation>
    </message>
    <message>
        <source>Use the Admin API key of a custom integration.</source>
        <translation>请使用自定义集成的 Admin API 密钥。</translation>
    </message>
    <message>
        <source>The site asks for a pause.</source>
        <translation>站点要求暂停请求。</translation>
    </message>
    <message>
        <source>What had arrived is kept. Try again in a few minutes.</source>
        <translation>已收到的内容会保留。请过几分钟再试。</translation>
    </message>
    <message>
        <source>The site is not available at the moment.</source>
        <translation>站点暂时不可用。</translation>
    </message>
    <message>
        <source>It may be starting or under maintenance. What had arrived is kept; try again later.</source>
        <translation>它可能正在启动或维护。已收到的内容会保留；请稍后重试。</translation>
    </message>
    <message>
        <source>The site sent an answer that makes no sense.</source>
        <translation>站点发来的应答无法理解。</translation>
    </message>
    <message>
        <source>That answer was not used. Try again; if it stays like this, something between you and the site alters what it sends.</source>
        <translation>该应答没有被采用。请重试；如果一直如此，说明你与站点之间有什么改动了它发送的内容。</translation>
    </message>
    <message>
        <source>This workspace belongs to another site.</source>
        <translation>此工作区属于另一个站点。</translation>
    </message>
    <message>
        <source>Nothing was mixed. Create a workspace of its own for the new site.</source>
        <translation>没有混入任何数据。请为新站点单独新建一个工作区。</translation>
    </message>
    <message>
        <source>This computer has no keychain that works.</source>
        <translation>本机没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>Choose a passphrase: the key is then kept in a file sealed with it.</source>
        <translation>请设置一个口令：密钥将保存在用它密封的文件中。</translation>
    </message>
    <message>
        <source>The keychain is locked or refused access.</source>
        <translation>钥匙串已锁定或拒绝访问。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain has no key for this site.</source>
        <translation>钥匙串中没有此站点的密钥。</translation>
    </message>
    <message>
        <source>Connect the site again with its Admin API key.</source>
        <translation>请用站点的 Admin API 密钥重新连接。</translation>
    </message>
    <message>
        <source>This is not the passphrase the key was sealed with.</source>
        <translation>这不是密封密钥时所用的口令。</translation>
    </message>
    <message>
        <source>Try again. If it is lost, connect the site again with its Admin API key.</source>
        <translation>请重试。如果忘记了口令，请用站点的 Admin API 密钥重新连接。</translation>
    </message>
    <message>
        <source>Something went wrong inside Lyceum.</source>
        <translation>Lyceum 内部出现错误。</translation>
    </message>
    <message>
        <source>Nothing was lost. Please report it with these words: %1</source>
        <translation>没有丢失任何内容。请反馈此问题，并附上这段文字：%1</translation>
    </message>
    <message>
        <source>Stopped as you asked.</source>
        <translation>已按你的要求停止。</translation>
    </message>
    <message>
        <source>What was done so far is kept.</source>
        <translation>已完成的部分会保留。</translation>
    </message>
    <message>
        <source>This command cannot be understood: %1</source>
        <translation>无法理解此命令：%1</translation>
    </message>
    <message>
        <source>Ask for its help with --help.</source>
        <translation>请用 --help 查看帮助。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct it and try again.</source>
        <translation>没有更改任何内容。请改正后重试。</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation>它可能已被移除。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>无法读写 %1。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that the disk is there and that you may use it.</source>
        <translation>没有更改任何内容。请检查磁盘是否在位，以及你是否有权使用。</translation>
    </message>
    <message>
        <source>This needs your decision.</source>
        <translation>此事需要由你决定。</translation>
    </message>
    <message>
        <source>Open Sync to see what both sides changed.</source>
        <translation>请打开“同步”，查看双方各更改了什么。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a sentence that says what went wrong, %2 one that says what to do. Chinese needs no space between them.</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Free</source>
        <comment>member status</comment>
        <translation>免费</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>member status</comment>
        <translation>付费</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <comment>member status</comment>
        <translation>赠阅</translation>
    </message>
    <message>
        <source>Gift</source>
        <comment>member status</comment>
        <translation>礼品订阅</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>subscription status</comment>
        <translation>有效</translation>
    </message>
    <message>
        <source>On trial</source>
        <comment>subscription status</comment>
        <translation>试用中</translation>
    </message>
    <message>
        <source>Past due</source>
        <comment>subscription status</comment>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <comment>subscription status</comment>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>subscription status</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>subscription status</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not completed</source>
        <comment>subscription status</comment>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>kind of payment</comment>
        <translation>付款</translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>kind of payment</comment>
        <translation>退款</translation>
    </message>
    <message>
        <source>Failed payment</source>
        <comment>kind of payment</comment>
        <translation>付款失败</translation>
    </message>
    <message>
        <source>Fee</source>
        <comment>kind of payment</comment>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Donation</source>
        <comment>kind of payment</comment>
        <translation>打赏</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <comment>kind of payment</comment>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>post status</comment>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>post status</comment>
        <translation>定时发布</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>post status</comment>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Sent by e-mail</source>
        <comment>post status</comment>
        <translation>已通过邮件发送</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>comment status</comment>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>comment status</comment>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>comment status</comment>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>点踩</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>a member reports a comment</comment>
        <translation>举报</translation>
    </message>
    <message>
        <source>Signed up</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Subscription changed</source>
        <translation>订阅变更</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Changed newsletters</source>
        <translation>更改了邮件通讯</translation>
    </message>
    <message>
        <source>Changed e-mail address</source>
        <translation>更改了电子邮件地址</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>发表了评论</translation>
    </message>
    <message>
        <source>Liked a comment</source>
        <translation>点赞了评论</translation>
    </message>
    <message>
        <source>Disliked a comment</source>
        <translation>点踩了评论</translation>
    </message>
    <message>
        <source>Reported a comment</source>
        <translation>举报了评论</translation>
    </message>
    <message>
        <source>Clicked a link</source>
        <translation>点击了链接</translation>
    </message>
    <message>
        <source>Rated a post</source>
        <translation>评价了文章</translation>
    </message>
    <message>
        <source>Was sent an e-mail</source>
        <translation>向其发送了邮件</translation>
    </message>
    <message>
        <source>Received an e-mail</source>
        <translation>收到了邮件</translation>
    </message>
    <message>
        <source>Opened an e-mail</source>
        <translation>打开了邮件</translation>
    </message>
    <message>
        <source>An e-mail could not be delivered</source>
        <translation>邮件未能送达</translation>
    </message>
    <message>
        <source>Marked an e-mail as spam</source>
        <translation>将邮件标记为垃圾邮件</translation>
    </message>
    <message>
        <source>Donated</source>
        <translation>打赏</translation>
    </message>
    <message>
        <source>Subscription started</source>
        <translation>订阅开始</translation>
    </message>
    <message>
        <source>Subscription cancelled</source>
        <translation>订阅已取消</translation>
    </message>
    <message>
        <source>Cancellation taken back</source>
        <translation>撤回取消</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>订阅结束</translation>
    </message>
    <message>
        <source>Subscription active again</source>
        <translation>订阅恢复有效</translation>
    </message>
    <message>
        <source>Subscription no longer active</source>
        <translation>订阅失效</translation>
    </message>
    <message>
        <source>Everyone</source>
        <comment>who may read a post</comment>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Members</source>
        <comment>who may read a post</comment>
        <translation>会员</translation>
    </message>
    <message>
        <source>Paying members</source>
        <comment>who may read a post</comment>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Some tiers</source>
        <comment>who may read a post</comment>
        <translation>部分会员等级</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Newsletters</source>
        <translation>邮件通讯</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Likes and reports</source>
        <translation>点赞与举报</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Asking the site what is new…</source>
        <translation>正在询问站点有什么新内容…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Comparing with the site: %1</source>
        <translation>正在与站点核对：%1</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>正在完成…</translation>
    </message>
    <message>
        <source>Nothing was new. %1 requests in %2 seconds.</source>
        <translation>没有新内容。%1 次请求，用时 %2 秒。</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone. %4 requests in %5 seconds.</source>
        <translation>新增 %1，更改 %2，移除 %3。%4 次请求，用时 %5 秒。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Under way, or ended with the program</source>
        <translation>进行中，或随程序退出而中断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>▲ %1 more than %n day(s) ago</source>
        <translation>
            <numerusform>▲ 比 %n 天前多 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 fewer than %n day(s) ago</source>
        <translation>
            <numerusform>▼ 比 %n 天前少 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as %n day(s) ago</source>
        <translation>
            <numerusform>与 %n 天前相同</numerusform>
        </translation>
    </message>
    <message>
        <source>95% interval %1 to %2</source>
        <translation>95% 置信区间 %1 至 %2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference between two percentages</extracomment>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Monthly recurring revenue (MRR)</source>
        <translation>月经常性收入（MRR）</translation>
    </message>
    <message>
        <source>What paying members pay a month; a yearly price counts a twelfth. Each currency stands by itself.</source>
        <translation>付费会员每月支付的金额；年付价格按十二分之一计入。各币种分别列出。</translation>
    </message>
    <message>
        <source>Paying members</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Members with paid access now. Trials, gifts and complimentary access are not counted.</source>
        <translation>目前拥有付费访问权限的会员。试用、礼品订阅和赠阅不计在内。</translation>
    </message>
    <message numerus="yes">
        <source>Left of those who paid, in %n day(s)</source>
        <translation>
            <numerusform>%n 天付费会员流失率</numerusform>
        </translation>
    </message>
    <message>
        <source>Paying members whose access ended in the period, as a share of those who paid when it began.</source>
        <translation>期间访问权限到期的付费会员，占期初付费会员的比例。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Everybody the site has now, paying or not.</source>
        <translation>站点现有的所有会员，无论是否付费。</translation>
    </message>
    <message numerus="yes">
        <source>Joined in %n day(s)</source>
        <translation>
            <numerusform>%n 天内加入</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who joined, paying or not. The interval shows how much chance alone would move it.</source>
        <translation>加入的所有会员，无论是否付费。区间表示仅因偶然会有多大波动。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped paying in %n day(s)</source>
        <translation>
            <numerusform>%n 天内停止付费</numerusform>
        </translation>
    </message>
    <message>
        <source>Paying members whose access ended.</source>
        <translation>访问权限已到期的付费会员。</translation>
    </message>
    <message numerus="yes">
        <source>Active in %n day(s)</source>
        <translation>
            <numerusform>%n 天内活跃</numerusform>
        </translation>
    </message>
    <message>
        <source>Members who signed in, read, clicked, commented or reacted.</source>
        <translation>登录、阅读、点击、评论或点赞过的会员。</translation>
    </message>
    <message>
        <source>Nothing is here yet. Connect your site, and this page fills.</source>
        <translation>这里还没有内容。连接你的站点后，数据就会出现。</translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. Nothing waits for you.</source>
        <translation>
            <numerusform>%1 位会员正在付费；最近 30 天流失了 %n 位。没有等待你处理的事项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members pay; %n left in the last 30 days. See below what waits for you.</source>
        <translation>
            <numerusform>%1 位会员正在付费；最近 30 天流失了 %n 位。等待你处理的事项见下方。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) were reported by members.</source>
        <translation>
            <numerusform>%n 条评论被会员举报。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>查看举报</translation>
    </message>
    <message numerus="yes">
        <source>%n newcomer(s) wrote their first comment and nobody has answered.</source>
        <translation>
            <numerusform>%n 位新会员发表了首条评论，还没有人回复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>阅读评论</translation>
    </message>
    <message numerus="yes">
        <source>The payment of %n member(s) failed or is overdue.</source>
        <translation>
            <numerusform>%n 位会员付款失败或逾期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看会员</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) have cancelled; their access ends within 30 days.</source>
        <translation>
            <numerusform>%n 位会员已取消订阅，访问权限将在 30 天内到期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The complimentary access of %n member(s) ends within 30 days.</source>
        <translation>
            <numerusform>%n 位会员的赠阅将在 30 天内到期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made both here and on the site and wait for your decision.</source>
        <translation>
            <numerusform>%n 处内容在这里和站点上都被改动，等待你决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去决定</translation>
    </message>
    <message>
        <source>The last sync did not finish. What had arrived is kept.</source>
        <translation>上次同步没有完成。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Open Sync</source>
        <translation>打开“同步”</translation>
    </message>
    <message>
        <source>This workspace is not connected to a site yet.</source>
        <translation>此工作区还没有连接站点。</translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message numerus="yes">
        <source>▲ %1 vs the %n day(s) before</source>
        <translation>
            <numerusform>▲ 比此前 %n 天多 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %1 vs the %n day(s) before</source>
        <translation>
            <numerusform>▼ 比此前 %n 天少 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same as the %n day(s) before</source>
        <translation>
            <numerusform>与此前 %n 天相同</numerusform>
        </translation>
    </message>
    <message>
        <source>95% interval %1 to %2, n = %3</source>
        <translation>95% 置信区间 %1 至 %2，n = %3</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::BehindPanel</name>
    <message>
        <source>Open in Members</source>
        <translation>在“会员”中打开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Heading of a list of members and how many they are</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open in Members: %1</source>
        <translation>在“会员”中打开：%1</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>仅列出前 %1 位。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::BusyLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ChartFrame</name>
    <message>
        <source>How is this computed?</source>
        <translation>这是如何计算的？</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Copy picture and data</source>
        <translation>复制图片和数据</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片（PNG）…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Data (CSV)…</source>
        <translation>数据（CSV）…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1（表格）</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::Chip</name>
    <message>
        <source>Press Delete to remove it.</source>
        <translation>按 Delete 键移除。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ColumnChart</name>
    <message>
        <source>%1
No data</source>
        <translation>%1
无数据</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <comment>label, what is counted, value</comment>
        <translation>%1
%2：%3</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>还没有可以绘制的数据。</translation>
    </message>
    <message>
        <source>A chart of bars: %1. Lowest: %2 at %3. Highest: %4 at %5. Latest: %6 at %7. Number of bars: %8.</source>
        <translation>柱形图：%1。最低：%2（%3）。最高：%4（%5）。最近：%6（%7）。柱数：%8。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CommandPalette</name>
    <message>
        <source>Go to a page, a member or a post, or do something</source>
        <translation>前往页面、会员或文章，或执行操作</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>快速前往</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConnectForm</name>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect your Ghost site</source>
        <translation>连接你的 Ghost 站点</translation>
    </message>
    <message>
        <source>On your site open Settings, then Integrations, add a custom integration named Lyceum, and copy its Admin API key here. Lyceum reads your members, posts and comments; everything then works without a network.</source>
        <translation>在你的站点依次打开 Settings（设置）和 Integrations（集成），添加一个名为 Lyceum 的自定义集成，再把它的 Admin API 密钥复制到这里。Lyceum 会读取你的会员、文章和评论；此后没有网络也一切可用。</translation>
    </message>
    <message>
        <source>Site &amp;address</source>
        <translation>站点地址(&amp;A)</translation>
    </message>
    <message>
        <source>Admin API &amp;key</source>
        <translation>Admin API 密钥(&amp;K)</translation>
    </message>
    <message>
        <source>This computer has no keychain that works. Choose a passphrase: the key is kept in a file sealed with it, and you are asked for it once after each start.</source>
        <translation>本机没有可用的钥匙串。请设置一个口令：密钥将保存在用它密封的文件中，每次启动后需要输入一次。</translation>
    </message>
    <message>
        <source>Enter the site&apos;s address and its Admin API key.</source>
        <translation>请输入站点地址和 Admin API 密钥。</translation>
    </message>
    <message>
        <source>Choose a passphrase to seal the key with.</source>
        <translation>请设置一个口令来密封密钥。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ContentPage</name>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>On this post</source>
        <translation>关于这篇文章</translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation>搜索标题和正文</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>谁可阅读</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>For anyone</source>
        <translation>全部读者</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>全部主题标签</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No posts yet.</source>
        <translation>还没有文章。</translation>
    </message>
    <message>
        <source>Connect your site to bring its posts here.</source>
        <translation>连接你的站点，把文章带到这里。</translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message>
        <source>No post matches.</source>
        <translation>没有符合条件的文章。</translation>
    </message>
    <message>
        <source>Try fewer filters or another word.</source>
        <translation>请减少筛选条件，或换一个词。</translation>
    </message>
    <message>
        <source>Show all posts</source>
        <translation>显示全部文章</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) in this community.</source>
        <translation>
            <numerusform>本社群共有 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) match.</source>
        <translation>
            <numerusform>%Ln 篇文章符合条件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CurveChart</name>
    <message>
        <source>%1: click to hide it</source>
        <translation>%1：点击隐藏</translation>
    </message>
    <message>
        <source>%1: click to show it</source>
        <translation>%1：点击显示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value and unit, 90 days</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <comment>95% interval: 55% to 69%</comment>
        <translation>%1：%2 至 %3</translation>
    </message>
    <message>
        <source>n</source>
        <comment>number of members</comment>
        <translation>人数</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>还没有可以绘制的数据。</translation>
    </message>
    <message>
        <source>A chart of curves. Up: %1. Along: %2, from %3 to %4. Number of curves: %5.</source>
        <translation>曲线图。纵轴：%1。横轴：%2，从 %3 到 %4。曲线数：%5。</translation>
    </message>
    <message>
        <source>%1: %2 at %3.</source>
        <translation>%1：%3 时为 %2。</translation>
    </message>
    <message>
        <source>%1: %2 at %3, interval %4 to %5.</source>
        <translation>%1：%3 时为 %2，区间 %4 至 %5。</translation>
    </message>
    <message>
        <source>Median of %1: %2.</source>
        <translation>%1 的中位数：%2。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1下限</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1上限</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::CurvePainter</name>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>还没有可以绘制的数据。</translation>
    </message>
    <message>
        <source>Median %1</source>
        <translation>中位数 %1</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::DiscussionsPage</name>
    <message>
        <source>Discussions</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Search comments and replies</source>
        <translation>搜索评论和回复</translation>
    </message>
    <message>
        <source>Which threads</source>
        <translation>讨论串范围</translation>
    </message>
    <message>
        <source>All threads</source>
        <translation>全部讨论串</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回复</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>被举报</translation>
    </message>
    <message>
        <source>First comments of newcomers</source>
        <translation>新会员的首条评论</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>讨论串</translation>
    </message>
    <message>
        <source>Nobody has commented yet.</source>
        <translation>还没有人评论。</translation>
    </message>
    <message>
        <source>Comments appear here with the next sync.</source>
        <translation>下次同步后，评论会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>这里没有内容。</translation>
    </message>
    <message>
        <source>No thread matches what you asked for.</source>
        <translation>没有符合条件的讨论串。</translation>
    </message>
    <message>
        <source>Show all threads</source>
        <translation>显示全部讨论串</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s) in this community.</source>
        <translation>
            <numerusform>本社群共有 %Ln 个讨论串。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s) match.</source>
        <translation>
            <numerusform>%Ln 个讨论串符合条件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::FilterBar</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选条件</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::HeatModel</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Row, column and value of a cell: &quot;2024-03, month 2: 71%&quot;</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::HeatTable</name>
    <message>
        <source>The table is empty.</source>
        <translation>表格为空。</translation>
    </message>
    <message>
        <source>A table of %1 rows and %2 columns (%3). Lowest: %4 in row %5. Highest: %6 in row %7.</source>
        <translation>%1 行 %2 列的表格（%3）。最低：%4，位于“%5”行。最高：%6，位于“%7”行。</translation>
    </message>
    <message>
        <source>%1 ↓ · %2 →</source>
        <extracomment>What the rows and the columns of a table are: &quot;Joined ↓ · Months since joining →&quot;</extracomment>
        <translation>%1 ↓ · %2 →</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::KeyFigureTile</name>
    <message>
        <source>%1: %2</source>
        <comment>a key figure and its value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ListFrame</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MainWindow</name>
    <message>
        <source>Lyceum workspaces (*.lyceum)</source>
        <translation>Lyceum 工作区 (*.lyceum)</translation>
    </message>
    <message>
        <source>Search or go to…  %1</source>
        <translation>搜索或前往…  %1</translation>
    </message>
    <message>
        <source>Search, or go to anything</source>
        <translation>搜索或快速前往</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Open the sample community</source>
        <translation>打开示例社群</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>My community.lyceum</source>
        <translation>我的社群.lyceum</translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation>已备份到 %1。</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往“%1”</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>没有工作区</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>%1 — Lyceum</source>
        <translation>%1 — Lyceum</translation>
    </message>
    <message>
        <source>Lyceum</source>
        <translation>Lyceum</translation>
    </message>
    <message>
        <source>This is a made-up sample community. Look around; to work with your own, create a workspace and connect your site.</source>
        <translation>这是一个虚构的示例社群，可以随意看看。要管理你自己的社群，请新建工作区并连接站点。</translation>
    </message>
    <message>
        <source>This workspace cannot be written to. You can read and report; syncing and settings need a copy you may write.</source>
        <translation>此工作区无法写入。你可以查看和生成报告；同步和更改设置需要一份可写入的副本。</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Sync did not finish</source>
        <translation>同步未完成</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Syncing… %1</source>
        <translation>正在同步… %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>同步：%1</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberFilterMenus</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近访问</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>filter choice, number of members</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>%n 天以前</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberTableModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近访问</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberView</name>
    <message>
        <source>All members</source>
        <translation>全部会员</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>会员画像</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>历史记录，最新的在前</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>This member is no longer in the workspace.</source>
        <translation>此会员已不在工作区中。</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近访问</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation>已离开站点</translation>
    </message>
    <message>
        <source>noticed %1</source>
        <translation>%1 发现</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>%1 sent, %2 opened</source>
        <translation>发送 %1 封，打开 %2 封</translation>
    </message>
    <message>
        <source>E-mail stopped</source>
        <translation>邮件已停发</translation>
    </message>
    <message>
        <source>May not comment</source>
        <translation>禁止评论</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>Complimentary until</source>
        <translation>赠阅截止</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Unknown tier</source>
        <translation>未知会员等级</translation>
    </message>
    <message>
        <source>%1, %2 a year</source>
        <translation>%1，每年 %2</translation>
    </message>
    <message>
        <source>%1, %2 a month</source>
        <translation>%1，每月 %2</translation>
    </message>
    <message>
        <source>%1, cancelled: access ends %2</source>
        <translation>%1，已取消：访问权限于 %2 到期</translation>
    </message>
    <message>
        <source>%1, renews %2</source>
        <translation>%1，%2 续订</translation>
    </message>
    <message>
        <source>Since %1. %2</source>
        <translation>自 %1 起。%2</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MembersPage</name>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Search name, e-mail or note</source>
        <translation>搜索姓名、电子邮件或备注</translation>
    </message>
    <message>
        <source>Nobody is here yet.</source>
        <translation>这里还没有人。</translation>
    </message>
    <message>
        <source>Connect your site to bring its members here.</source>
        <translation>连接你的站点，把会员带到这里。</translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>没有符合条件的会员。</translation>
    </message>
    <message>
        <source>Try fewer filters or another word.</source>
        <translation>请减少筛选条件，或换一个词。</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示所有会员</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) in this community.</source>
        <translation>
            <numerusform>本社群共有 %Ln 位会员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) match.</source>
        <translation>
            <numerusform>%Ln 位会员符合条件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::NoticeBar</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PostTableModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>谁可阅读</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PostView</name>
    <message>
        <source>Text of the post</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>Show its discussion</source>
        <translation>查看讨论</translation>
    </message>
    <message>
        <source>Deleted on the site</source>
        <translation>已在站点上删除</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>可阅读：%1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>作者：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) to read</source>
        <translation>
            <numerusform>阅读约需 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>This post has no text yet.</source>
        <translation>这篇文章还没有正文。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ReportSaver</name>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>retention report</source>
        <extracomment>Name of the file a report is saved in, without its suffix</extracomment>
        <translation>留存报告</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Figures to hand on: to a partner, a sponsor, an accountant, or to yourself a year from now.</source>
        <translation>可以转交的数据：给合作伙伴、赞助方、会计，或一年后的自己。</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>报告已保存为 %1。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Retention report</source>
        <translation>留存报告</translation>
    </message>
    <message>
        <source>How long paying members stay, as curves with intervals and as a table by month of joining, with how it was computed and what it cannot know. No member is named in it.</source>
        <translation>付费会员留存多久：带置信区间的曲线和按加入月份列出的表格，并说明如何计算、有哪些无法得知。报告中不出现任何会员的姓名。</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>To print or send: A4 pages that look the same everywhere.</source>
        <translation>用于打印或发送：A4 页面，在任何地方看起来都一样。</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>网页（HTML）</translation>
    </message>
    <message>
        <source>One file for any browser; needs no connection and works with screen readers.</source>
        <translation>单个文件，任何浏览器都能打开；无需网络，支持屏幕阅读器。</translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>The bare numbers for a spreadsheet.</source>
        <translation>供电子表格使用的原始数字。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>What it will contain</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>还没有可报告的内容。</translation>
    </message>
    <message>
        <source>A report needs members who pay. Connect your site to bring them here.</source>
        <translation>报告需要有付费会员。连接你的站点，把会员带到这里。</translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message numerus="yes">
        <source>• Table: %1 (%n row(s))</source>
        <translation>
            <numerusform>• 表格：%1（%n 行）</numerusform>
        </translation>
    </message>
    <message>
        <source>• Chart: the curves below</source>
        <translation>• 图表：下方的曲线</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionCharts</name>
    <message>
        <source>%1 of %2 members still paying (%3); %4 interval %5 to %6.</source>
        <translation>%2 位会员中有 %1 位仍在付费（%3）；%4 置信区间 %5 至 %6。</translation>
    </message>
    <message>
        <source>Days since the first paid day</source>
        <translation>自首个付费日起的天数</translation>
    </message>
    <message>
        <source>Still paying</source>
        <translation>仍在付费</translation>
    </message>
    <message>
        <source>days</source>
        <comment>after a number: 90 days</comment>
        <translation>天</translation>
    </message>
    <message>
        <source>Members watched so long</source>
        <translation>在观察人数</translation>
    </message>
    <message>
        <source>Left on that day</source>
        <translation>当天流失</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation>%1 置信区间</translation>
    </message>
    <message>
        <source>How many of each month’s new paying members stay</source>
        <translation>每月新付费会员的留存情况</translation>
    </message>
    <message>
        <source>First paid in</source>
        <translation>首次付费月份</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Months after the first paid month</source>
        <translation>首次付费之后的月数</translation>
    </message>
    <message>
        <source>All, by members</source>
        <comment>row of averages weighted by members</comment>
        <translation>全部（按会员数加权）</translation>
    </message>
    <message>
        <source>No month is complete yet. The first row appears when a month has ended.</source>
        <translation>还没有完整的月份。一个月结束后会出现第一行。</translation>
    </message>
    <message>
        <source>Blank: that month is not over yet. The last row has only the cohorts old enough, so it may rise.</source>
        <translation>空白：该月尚未结束。最后一行只包含时间足够长的同期群，因此数值可能上升。</translation>
    </message>
    <message>
        <source>Cohorts of fewer than %1 members show how many stayed of how many, not a percentage.</source>
        <translation>会员少于 %1 位的同期群显示留存人数与总人数，而不显示百分比。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionControls</name>
    <message>
        <source>Compare by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Joined in the same</source>
        <translation>加入时间按</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>No two tools agree on who counts as paying and as gone. The figures follow the rules chosen here.</source>
        <translation>谁算付费、谁算流失，各种工具的口径都不一样。这里的数字以所选规则为准。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>The log-rank test asks whether the curves could come from members who stay equally long. A small p says that chance alone would rarely part them as far.</source>
        <translation>log-rank 检验判断这些曲线是否可能来自留存时间相同的会员。p 值小，说明仅凭偶然很少会出现这么大的差距。</translation>
    </message>
    <message>
        <source>PDF document…</source>
        <translation>PDF 文档…</translation>
    </message>
    <message>
        <source>Web page (HTML)…</source>
        <translation>网页（HTML）…</translation>
    </message>
    <message>
        <source>Tables (CSV)…</source>
        <translation>表格（CSV）…</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>报告已保存为 %1。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>The picture and its data are on the clipboard.</source>
        <translation>图片及其数据已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nobody has paid yet.</source>
        <translation>还没有人付费。</translation>
    </message>
    <message>
        <source>The curves begin with the first paid day of the first member. Trials, gifts and complimentary access do not count.</source>
        <translation>曲线从第一位会员的首个付费日开始。试用、礼品订阅和赠阅不计在内。</translation>
    </message>
    <message>
        <source>Nothing is known about paying members yet.</source>
        <translation>还没有付费会员的数据。</translation>
    </message>
    <message>
        <source>Connect your site to see how long its members stay.</source>
        <translation>连接你的站点，看看会员留存多久。</translation>
    </message>
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <extracomment>Heading of the members behind a point of a curve: day, then group</extracomment>
        <translation>第 %1 天，%2</translation>
    </message>
    <message>
        <source>Left on day %1, %2</source>
        <translation>第 %1 天流失的会员（%2）</translation>
    </message>
    <message>
        <source>Still paying after day %1, %2</source>
        <translation>第 %1 天后仍在付费的会员（%2）</translation>
    </message>
    <message numerus="yes">
        <source>All months: left within %n month(s)</source>
        <translation>
            <numerusform>全部月份，%n 个月内流失的会员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: left within %n month(s)</source>
        <translation>
            <numerusform>%1首次付费，%n 个月内流失的会员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All months: still paying after %n month(s)</source>
        <translation>
            <numerusform>全部月份，%n 个月后仍在付费的会员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First paid in %1: still paying after %n month(s)</source>
        <translation>
            <numerusform>%1首次付费，%n 个月后仍在付费的会员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, month %2</source>
        <extracomment>Heading of the members behind a cell: the month they first paid in, then how many months later</extracomment>
        <translation>%1，第 %2 个月</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionReport</name>
    <message>
        <source>%1: how long paying members stay</source>
        <translation>%1：付费会员留存多久</translation>
    </message>
    <message>
        <source>As of %1 (%2). Rules: %3.</source>
        <translation>截至 %1（%2）。规则：%3。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>The foot of a page of a report</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>These members are made up: this is the sample community, not a real one.</source>
        <translation>这些会员都是虚构的：这是示例社群，不是真实社群。</translation>
    </message>
    <message>
        <source>How this is computed</source>
        <translation>计算方法</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionTables</name>
    <message>
        <source>not reached (%1 or more)</source>
        <translation>未达到（至少 %1）</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>%1 (%2 or more)</source>
        <translation>%1（至少 %2）</translation>
    </message>
    <message>
        <source>How long each group stays, with %1 intervals</source>
        <translation>各组留存多久（附 %1 置信区间）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>Still paying</source>
        <translation>仍在付费</translation>
    </message>
    <message>
        <source>Median stay in days</source>
        <translation>留存天数中位数</translation>
    </message>
    <message>
        <source>Share still paying, with %1 intervals</source>
        <translation>仍在付费的比例（附 %1 置信区间）</translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Share still paying at the end of each month after the first paid month</source>
        <translation>首次付费之后各月末仍在付费的比例</translation>
    </message>
    <message>
        <source>First paid in</source>
        <translation>首次付费月份</translation>
    </message>
    <message>
        <source>All, by members</source>
        <comment>row of averages weighted by members</comment>
        <translation>全部（按会员数加权）</translation>
    </message>
    <message>
        <source>How long each group stays</source>
        <translation>各组留存多久</translation>
    </message>
    <message>
        <source>Interval, low</source>
        <translation>区间下限</translation>
    </message>
    <message>
        <source>Interval, high</source>
        <translation>区间上限</translation>
    </message>
    <message>
        <source>Mean stay in days</source>
        <translation>平均留存天数</translation>
    </message>
    <message>
        <source>Mean within so many days</source>
        <translation>平均值的限制天数</translation>
    </message>
    <message>
        <source>Every step of the curves</source>
        <translation>曲线的每一步</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Members watched so long</source>
        <translation>在观察人数</translation>
    </message>
    <message>
        <source>Every cell of the table by month</source>
        <translation>按月表格的每个单元格</translation>
    </message>
    <message>
        <source>Months later</source>
        <translation>之后的月数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message numerus="yes">
        <source>Mean stay in the first %n day(s)</source>
        <translation>
            <numerusform>前 %n 天的平均留存天数（限制平均）</numerusform>
        </translation>
    </message>
    <message>
        <source>Where these figures come from</source>
        <translation>这些数字的来源</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Days within which a return is no leaving</source>
        <translation>多少天内回归不算流失</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>First data</source>
        <translation>最早的数据</translation>
    </message>
    <message>
        <source>Site first read</source>
        <translation>首次读取站点</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Level of the intervals</source>
        <translation>置信水平</translation>
    </message>
    <message>
        <source>Members who ever paid</source>
        <translation>曾经付费的会员</translation>
    </message>
    <message>
        <source>Never paid, left out</source>
        <translation>从未付费（不计在内）</translation>
    </message>
    <message>
        <source>Later returns, left out</source>
        <translation>之后的回归（不计在内）</translation>
    </message>
    <message>
        <source>Log-rank chi-square</source>
        <translation>log-rank 卡方</translation>
    </message>
    <message>
        <source>Log-rank degrees of freedom</source>
        <translation>log-rank 自由度</translation>
    </message>
    <message>
        <source>Log-rank p</source>
        <translation>log-rank p 值</translation>
    </message>
    <message>
        <source>Log-rank p, decimal logarithm</source>
        <translation>log-rank p 值的常用对数</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::RetentionWords</name>
    <message>
        <source>Members count as having left when they cancel, even if they have paid for more time.</source>
        <translation>会员一取消订阅就算流失，即使已付费的时间还没有用完。</translation>
    </message>
    <message>
        <source>Members count as having left on the day their paid access ends; who has cancelled but paid to the end still counts as staying until then.</source>
        <translation>会员在付费访问权限到期的那天算流失；已取消但付费期未满的，到期之前仍算留存。</translation>
    </message>
    <message>
        <source>Whoever is gone for a day or longer has left, also if they come back later.</source>
        <translation>中断一天或更久就算流失，即使后来又回来。</translation>
    </message>
    <message numerus="yes">
        <source>Whoever pays again within %n day(s) never left: a failed payment that was retried, a renewal a little late. So the last days before the date of this figure are not counted yet.</source>
        <translation>
            <numerusform>在 %n 天内再次付费的不算流失：付款失败后重试成功，或续订稍晚。因此截止日期之前的最后几天暂不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: on cancelling.</source>
        <translation>规则：%1。付费：付费订阅，不含试用、礼品订阅和赠阅。流失：取消订阅时。</translation>
    </message>
    <message>
        <source>Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: when paid access ended.</source>
        <translation>规则：%1。付费：付费订阅，不含试用、礼品订阅和赠阅。流失：付费访问权限到期时。</translation>
    </message>
    <message>
        <source>Data from %1 to %2 (%3); %4 members who ever paid.</source>
        <translation>数据从 %1 到 %2（%3）；共 %4 位曾经付费的会员。</translation>
    </message>
    <message>
        <source>As of %1 (%2); nobody has paid yet.</source>
        <translation>截至 %1（%2）；还没有人付费。</translation>
    </message>
    <message>
        <source>Kaplan–Meier estimate with %1 intervals (log-log) for each day by itself.</source>
        <translation>Kaplan–Meier 估计，附逐日的 %1 置信区间（log-log 变换）。</translation>
    </message>
    <message>
        <source>Each curve begins with everybody on their first paid day and falls whenever somebody leaves. Members who are still paying are counted for as long as they have been watched (the Kaplan–Meier estimate), so that those who joined lately are neither left out nor taken for gone. The numbers under the curves say how many members were still being watched.</source>
        <translation>每条曲线从所有会员的首个付费日开始，每有人流失就下降。仍在付费的会员，观察了多久就计入多久（Kaplan–Meier 估计），因此最近加入的会员既不会被排除，也不会被当作流失。曲线下方的数字表示当时仍在观察中的会员人数。</translation>
    </message>
    <message>
        <source>The rules are those of “%1”. %2 %3</source>
        <comment>name of the rule set, then two sentences</comment>
        <translation>采用“%1”规则集。%2%3</translation>
    </message>
    <message>
        <source>Paying is who pays for a subscription. Trials, gifts and complimentary access are not paid: a trial counts from the day it turns into a paid subscription, and members who never paid are left out (%1 of them). A pause is not leaving. Nor is a payment that is past due, as long as the subscription has not been ended.</source>
        <translation>为订阅付款的才算付费。试用、礼品订阅和赠阅不算付费：试用从转为付费订阅那天起计入，从未付费的会员不计在内（共 %1 位）。暂停不算流失；付款逾期，只要订阅还没有终止，也不算流失。</translation>
    </message>
    <message>
        <source>Only the first unbroken paid time of each member is in the curves; %1 later returns are not. Tier, billing interval and source are those the paid time began with.</source>
        <translation>曲线只包含每位会员第一段不间断的付费时间；之后的 %1 次回归不计在内。会员等级、计费周期和来源均以这段付费时间开始时为准。</translation>
    </message>
    <message>
        <source>The bands are %1 intervals for each day by itself, from Greenwood’s variance on the log-log scale; the median’s interval is where the band crosses one half (Brookmeyer and Crowley). In the table by month, a cell is the share of those who joined in a month and were still paying when the later month ended, with Wilson’s interval; a month that is not over yet is blank.</source>
        <translation>曲线的带是逐日的 %1 置信区间，由 log-log 尺度上的 Greenwood 方差得出；中位数的区间取自该带穿过二分之一处（Brookmeyer 与 Crowley 方法）。按月的表格中，每格是某月加入、到之后某月结束时仍在付费的会员比例，附 Wilson 区间；尚未结束的月份留空。</translation>
    </message>
    <message>
        <source>This site was first read on %1. Members who had been deleted there before are not known here; they would mostly have left, so that the time before may look better than it was.</source>
        <translation>此站点于 %1 首次读取。在此之前已在站点上删除的会员，这里无从得知；他们大多已经流失，因此更早的时期可能看起来比实际要好。</translation>
    </message>
    <message>
        <source>Source: this computer’s copy of the site’s members, subscriptions and their changes, %1 members who ever paid, as of %2 (%3).</source>
        <translation>数据来源：本机保存的站点会员、订阅及其变更的副本，共 %1 位曾经付费的会员，截至 %2（%3）。</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>the year of a join cohort</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>quarter and year</comment>
        <translation>%2年第%1季度</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from month to month</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>Paid monthly</source>
        <translation>按月付费</translation>
    </message>
    <message>
        <source>Paid yearly</source>
        <translation>按年付费</translation>
    </message>
    <message>
        <source>Members of %1 stay longest, those of %2 leave soonest: the difference between the tiers is larger than chance would explain (log-rank %3).</source>
        <translation>“%1”的会员留存最久，“%2”的会员流失最快：会员等级之间的差异超出偶然所能解释的范围（log-rank %3）。</translation>
    </message>
    <message>
        <source>Members who joined in %1 stay longest, those of %2 leave soonest: the difference between the cohorts is larger than chance would explain (log-rank %3).</source>
        <translation>%1加入的会员留存最久，%2加入的流失最快：同期群之间的差异超出偶然所能解释的范围（log-rank %3）。</translation>
    </message>
    <message>
        <source>Members who came from %1 stay longest, those from %2 leave soonest: the difference between the sources is larger than chance would explain (log-rank %3).</source>
        <translation>来自“%1”的会员留存最久，来自“%2”的流失最快：来源之间的差异超出偶然所能解释的范围（log-rank %3）。</translation>
    </message>
    <message>
        <source>Members under “%1” stay longest, those under “%2” leave soonest: the difference is larger than chance would explain (log-rank %3).</source>
        <translation>“%1”的会员留存最久，“%2”的会员流失最快：差异超出偶然所能解释的范围（log-rank %3）。</translation>
    </message>
    <message>
        <source>The tiers differ no more than chance may explain (log-rank %1).</source>
        <translation>会员等级之间的差异没有超出偶然所能解释的范围（log-rank %1）。</translation>
    </message>
    <message>
        <source>The join cohorts differ no more than chance may explain (log-rank %1).</source>
        <translation>各加入同期群之间的差异没有超出偶然所能解释的范围（log-rank %1）。</translation>
    </message>
    <message>
        <source>The sources differ no more than chance may explain (log-rank %1).</source>
        <translation>来源之间的差异没有超出偶然所能解释的范围（log-rank %1）。</translation>
    </message>
    <message>
        <source>Monthly and yearly payers differ no more than chance may explain (log-rank %1).</source>
        <translation>按月付费与按年付费的会员之间的差异没有超出偶然所能解释的范围（log-rank %1）。</translation>
    </message>
    <message>
        <source>Everybody together</source>
        <comment>how members are grouped</comment>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Tier</source>
        <comment>how members are grouped</comment>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Time of joining</source>
        <comment>how members are grouped</comment>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>how members are grouped</comment>
        <translation>来源</translation>
    </message>
    <message>
        <source>Billing interval</source>
        <comment>how members are grouped</comment>
        <translation>计费周期</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format of a month</comment>
        <extracomment>How a month is written, as QLocale&apos;s date formats have it; 2026年4月 in Chinese</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Others</source>
        <comment>all groups that are not shown by themselves</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>All paying members</source>
        <translation>全部付费会员</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>tier, source or interval of a member</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>How long paying members stay</source>
        <translation>付费会员留存多久</translation>
    </message>
    <message>
        <source>How long paying members stay, by tier</source>
        <translation>付费会员留存多久（按会员等级）</translation>
    </message>
    <message>
        <source>How long paying members stay, by time of joining</source>
        <translation>付费会员留存多久（按加入时间）</translation>
    </message>
    <message>
        <source>How long paying members stay, by source</source>
        <translation>付费会员留存多久（按来源）</translation>
    </message>
    <message>
        <source>How long paying members stay, by billing interval</source>
        <translation>付费会员留存多久（按计费周期）</translation>
    </message>
    <message>
        <source>Nobody has paid yet, so there is nothing to tell about staying.</source>
        <translation>还没有人付费，因此谈不上留存。</translation>
    </message>
    <message numerus="yes">
        <source>Only %n member(s) have ever paid: too few to say how long members stay.</source>
        <translation>
            <numerusform>只有 %n 位会员曾经付费：人数太少，还说不出会员留存多久。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n paying member(s) has left so far.</source>
        <translation>
            <numerusform>%n 位付费会员至今无人流失。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The other groups are too small to compare.</source>
        <translation>其他分组人数太少，无法比较。</translation>
    </message>
    <message>
        <source>Log-rank test: nothing to compare, since no two groups were watched while somebody left.</source>
        <translation>log-rank 检验：无可比较，因为有人流失时，没有两个分组同时处于观察之中。</translation>
    </message>
    <message numerus="yes">
        <source>Log-rank test: chi-square %1, %n degree(s) of freedom, %2.</source>
        <translation>
            <numerusform>log-rank 检验：卡方 %1，自由度 %n，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than %1 members, so their curves say little: %2.</source>
        <translation>会员少于 %1 位，曲线参考价值不大：%2。</translation>
    </message>
    <message>
        <source>too few for an interval</source>
        <translation>人数太少，无法给出区间</translation>
    </message>
    <message>
        <source>%1 interval from %2 upwards</source>
        <translation>%1 置信区间：至少 %2</translation>
    </message>
    <message>
        <source>%1 interval %2 to %3</source>
        <translation>%1 置信区间：%2～%3</translation>
    </message>
    <message>
        <source>Half of all paying members stay for %1 or longer (%2).</source>
        <translation>半数付费会员留存 %1或更久（%2）。</translation>
    </message>
    <message>
        <source>After %1, the longest time watched so far, %2 of all paying members would still be paying (%3).</source>
        <translation>迄今最长观察了 %1；到那时估计仍有 %2 的付费会员在付费（%3）。</translation>
    </message>
    <message>
        <source>Half of “%1” stay for %2 or longer (%3).</source>
        <translation>“%1”中有半数留存 %2或更久（%3）。</translation>
    </message>
    <message>
        <source>Of “%1”, %2 would still be paying after %3, the longest time watched so far (%4).</source>
        <translation>“%1”迄今最长观察了 %3；到那时估计仍有 %2 在付费（%4）。</translation>
    </message>
    <message>
        <source>Each of these groups has fewer than %1 members: too few to say how long they stay.</source>
        <translation>每个分组的会员都少于 %1 位：人数太少，还说不出会员留存多久。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The language changes with the next start of Lyceum.</source>
        <translation>语言将在下次启动 Lyceum 时更改。</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Compact rows in tables</source>
        <translation>表格使用紧凑行高(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;No motion</source>
        <translation>关闭动画(&amp;N)</translation>
    </message>
    <message>
        <source>How figures are counted</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>&amp;Rule set</source>
        <translation>规则集(&amp;R)</translation>
    </message>
    <message>
        <source>Lyceum: a member leaves when paid access ends</source>
        <translation>Lyceum：付费访问权限到期时算流失</translation>
    </message>
    <message>
        <source>As Ghost: a member leaves when they cancel</source>
        <translation>同 Ghost：取消订阅时算流失</translation>
    </message>
    <message>
        <source>As Stripe Billing</source>
        <translation>同 Stripe Billing</translation>
    </message>
    <message>
        <source>As ChartMogul</source>
        <translation>同 ChartMogul</translation>
    </message>
    <message>
        <source>As ProfitWell</source>
        <translation>同 ProfitWell</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>此工作区</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check the workspace</source>
        <translation>检查工作区</translation>
    </message>
    <message>
        <source>Days are cut in the time &amp;zone</source>
        <translation>划分日期的时区(&amp;Z)</translation>
    </message>
    <message>
        <source>Days are now cut in %1. Open the workspace again to see times in it.</source>
        <translation>现在按时区 %1 划分日期。重新打开工作区后，时间会以该时区显示。</translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), the latest of %1.</source>
        <translation>
            <numerusform>%n 个备份，最近一次在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation>已备份到 %1。</translation>
    </message>
    <message>
        <source>Checking. You can go on working.</source>
        <translation>正在检查。你可以继续工作。</translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) passed: file, references, search, daily counts and journal.</source>
        <translation>
            <numerusform>%n 项检查全部通过：文件、引用、搜索、每日计数和变更日志。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed. Restore the latest backup, and keep this file until you have looked at it.</source>
        <translation>
            <numerusform>%n 项检查未通过。请恢复最近的备份，并在查看恢复结果之前保留此文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SidePanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>重新读取全部</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Connected with %1. The first sync has begun.</source>
        <translation>已连接到 %1。首次同步已经开始。</translation>
    </message>
    <message>
        <source>Disconnected. What was synced stays here; the key was forgotten.</source>
        <translation>已断开连接。已同步的内容保留在这里；密钥已删除。</translation>
    </message>
    <message>
        <source>Walks through everything the site has, for changes that leave no trace there.</source>
        <translation>逐项读取站点的全部内容，找出在站点上不留痕迹的更改。</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>同步进度</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>同步记录</translation>
    </message>
    <message>
        <source>Log of the syncs, newest first</source>
        <translation>同步记录，最新的在前</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>用时（秒）</translation>
    </message>
    <message>
        <source>The sample community is made up and belongs to no site. Create a workspace of your own to connect one.</source>
        <translation>示例社群是虚构的，不属于任何站点。要连接站点，请新建你自己的工作区。</translation>
    </message>
    <message>
        <source>Reading from %1. You can go on working.</source>
        <translation>正在从 %1 读取。你可以继续工作。</translation>
    </message>
    <message>
        <source>In sync with %1 whenever you ask.</source>
        <translation>可以随时与 %1 同步。</translation>
    </message>
    <message>
        <source>Not connected to a site yet.</source>
        <translation>还没有连接站点。</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>site, address</comment>
        <translation>%1，地址 %2</translation>
    </message>
    <message>
        <source>Stopping. What has arrived is kept.</source>
        <translation>正在停止。已收到的内容会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made on both sides and wait for your decision.</source>
        <translation>
            <numerusform>%n 处内容在两边都被改动，等待你决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>That was not the passphrase. The key of %1 is sealed with:</source>
        <translation>口令不正确。请输入密封 %1 密钥的口令：</translation>
    </message>
    <message>
        <source>The key of %1 is sealed with the passphrase you chose:</source>
        <translation>%1 的密钥已用你设置的口令密封，请输入口令：</translation>
    </message>
    <message>
        <source>Unseal and sync</source>
        <translation>解封并同步</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ThreadTableModel</name>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>发表时间</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>A former member</source>
        <translation>前会员</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ThreadView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>A former member</source>
        <translation>前会员</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 次举报</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n 个赞</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is no longer there.</source>
        <translation>正文已不存在。</translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation>评论于“%1”</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TimelineModel</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is &quot;Commented&quot;, %2 a state such as &quot;Hidden&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of payment, amount</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>每月 %1</translation>
    </message>
    <message>
        <source>%1, %2 a month</source>
        <translation>%1，每月 %2</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>退订</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>What waits for you</source>
        <translation>待你处理</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 As of %2.</source>
        <comment>sentence, local date and time</comment>
        <translation>%1数据截至 %2。</translation>
    </message>
    <message>
        <source>Nothing. Every report is looked at, every payment came, every newcomer has an answer.</source>
        <translation>没有待办。举报都已查看，付款都已到账，新会员都有人回复。</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>被举报</translation>
    </message>
    <message>
        <source>Unanswered first comments</source>
        <translation>未回复的首条评论</translation>
    </message>
</context>
</TS>
