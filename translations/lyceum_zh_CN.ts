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
        <source>--level is between 0 and 1, as 0.95.</source>
        <translation>--level 须介于 0 与 1 之间，例如 0.95。</translation>
    </message>
    <message>
        <source>it has more than %1 groups.</source>
        <translation>分组超过 %1 个。</translation>
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
    <message>
        <source>it has no rows.</source>
        <translation>没有任何数据行。</translation>
    </message>
    <message>
        <source>%1 members, %2 interactions</source>
        <translation>%1 位会员，%2 次互动</translation>
    </message>
    <message>
        <source>day	DAU	WAU	MAU	mean interactions</source>
        <translation>日期	DAU	WAU	MAU	人均互动</translation>
    </message>
    <message>
        <source>month	MAU	mean DAU	stickiness</source>
        <translation>月份	MAU	平均 DAU	粘性</translation>
    </message>
    <message>
        <source>period	new	returning	resurrected	dormant</source>
        <translation>时段	新增	回访	复活	休眠</translation>
    </message>
    <message>
        <source>it is too large to be computed with.</source>
        <translation>数值太大，无法计算。</translation>
    </message>
    <message>
        <source>How active members are: by day, week and month, new and returning, and at what hours.</source>
        <translation>会员有多活跃：按日、周、月，新增与回访，以及在哪些时段。</translation>
    </message>
    <message>
        <source>A table with a header, one interaction a row.</source>
        <translation>带表头的表格，每行一次互动。</translation>
    </message>
    <message>
        <source>Who.</source>
        <translation>是谁。</translation>
    </message>
    <message>
        <source>When: a date, or a time.</source>
        <translation>何时：日期或时间。</translation>
    </message>
    <message>
        <source>The periods between which members are new, returning, resurrected or dormant.</source>
        <translation>按哪种时段划分新增、回访、复活与休眠的会员。</translation>
    </message>
    <message>
        <source>the day of the last interaction</source>
        <translation>最后一次互动的那一天</translation>
    </message>
    <message>
        <source>this is not a whole number.</source>
        <translation>这不是整数。</translation>
    </message>
    <message>
        <source>this is not a whole number from %1 to %2.</source>
        <translation>这不是 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>this is not a number from %1 to %2.</source>
        <translation>这不是 %1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>this is not a whole number from %1 on.</source>
        <translation>这不是大于等于 %1 的整数。</translation>
    </message>
    <message>
        <source>this is below %1.</source>
        <translation>小于 %1。</translation>
    </message>
    <message>
        <source>this is above %1.</source>
        <translation>大于 %1。</translation>
    </message>
    <message>
        <source>this is empty.</source>
        <translation>这里是空的。</translation>
    </message>
    <message>
        <source>this is not 1 or 0, true or false, yes or no.</source>
        <translation>这不是 1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>this is not a date (2026-03-01) or a time (2026-03-01T09:30:00Z).</source>
        <translation>这不是日期（2026-03-01）或时间（2026-03-01T09:30:00Z）。</translation>
    </message>
    <message>
        <source>the recency is after the age; are both in one unit?</source>
        <translation>最近一次购买晚于观察时长；两者单位是否一致？</translation>
    </message>
    <message>
        <source>a recency above 0 and a repeat purchase go together, and chances are whole numbers.</source>
        <translation>最近购买时间大于 0 与有复购必须同时成立，机会次数须为整数。</translation>
    </message>
    <message>
        <source>there are more purchases than chances.</source>
        <translation>购买次数多于机会次数。</translation>
    </message>
    <message>
        <source>this is too large to be computed with.</source>
        <translation>数值太大，无法计算。</translation>
    </message>
    <message>
        <source>a customer with repeat purchases has a mean value above 0.</source>
        <translation>有复购的客户，其平均金额须大于 0。</translation>
    </message>
    <message>
        <source>What they are still worth: %1</source>
        <translation>他们今后的价值：%1</translation>
    </message>
    <message>
        <source>Customers still there: %1</source>
        <translation>仍在的客户：%1</translation>
    </message>
    <message>
        <source>Purchases expected within the horizon: %1</source>
        <translation>期限内预期的购买次数：%1</translation>
    </message>
    <message>
        <source>The same at present value: %1</source>
        <translation>折现后：%1</translation>
    </message>
    <message>
        <source>All purchases to come at present value: %1</source>
        <translation>今后全部购买的现值：%1</translation>
    </message>
    <message>
        <source>In the holdout they made %1; expected were %2</source>
        <translation>在留出期内实际 %1 次；预期 %2 次</translation>
    </message>
    <message>
        <source>The time zone in which days and months are cut, as Asia/Shanghai.</source>
        <translation>划分日和月所用的时区，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Everything is known to the end of this day, or to this instant (2026-03-01T12:00:00Z).</source>
        <translation>数据截至这一天结束，或截至这一时刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>--zone is the name of a time zone, as Europe/Berlin.</source>
        <translation>--zone 是时区名，例如 Europe/Berlin。</translation>
    </message>
    <message>
        <source>there are too many periods; take longer ones.</source>
        <translation>时段太多，请选更长的时段。</translation>
    </message>
    <message>
        <source>no period was over by then.</source>
        <translation>到那时还没有任何时段结束。</translation>
    </message>
    <message>
        <source>its values are all the same, in all rows or in a part that is learned from or tested, so that there is nothing to learn.</source>
        <translation>它的值在所有行中，或在用于学习或检验的某一部分中全都相同，因此学不到东西。</translation>
    </message>
    <message>
        <source>the columns before it determine it; leave one of them out, or use --ridge.</source>
        <translation>它可由前面的列推出；请去掉其中一列，或使用 --ridge。</translation>
    </message>
    <message>
        <source>it tells perfectly who left, so that its coefficient would be infinite; leave it out, or use --ridge or --firth.</source>
        <translation>它能完全区分谁离开了，系数会是无穷大；请去掉它，或使用 --ridge 或 --firth。</translation>
    </message>
    <message>
        <source>there are too few rows to divide them into parts that are learned from and tested.</source>
        <translation>行数太少，无法分成学习和检验两部分。</translation>
    </message>
    <message>
        <source>no time in it divides the rows into earlier ones to learn from and later ones to test.</source>
        <translation>其中没有哪个时间能把各行分成较早的（用于学习）和较晚的（用于检验）。</translation>
    </message>
    <message>
        <source>--ridge and --firth exclude one another.</source>
        <translation>--ridge 与 --firth 不能同时使用。</translation>
    </message>
    <message>
        <source>--ridge is auto, or a number from 0 on.</source>
        <translation>--ridge 是 auto，或大于等于 0 的数。</translation>
    </message>
    <message>
        <source>%1 rows, %2 events; ridge %3</source>
        <translation>%1 行，%2 个事件；岭参数 %3</translation>
    </message>
    <message>
        <source>feature	log-odds per unit	per standard deviation</source>
        <translation>特征	每单位的对数几率	每个标准差的对数几率</translation>
    </message>
    <message>
        <source>On %1 rows it had not seen: area under the curve %2, Brier score %3 (skill %4), log loss %5</source>
        <translation>在它没见过的 %1 行上：曲线下面积 %2，Brier 分数 %3（技巧分 %4），对数损失 %5</translation>
    </message>
    <message>
        <source>said	happened	rows</source>
        <translation>预测	实际	行数</translation>
    </message>
    <message>
        <source>Among the riskiest %1 of members are %2 of the events, %3 times what chance would find</source>
        <translation>风险最高的 %1 会员包含了 %2 的事件，是随机挑选的 %3 倍</translation>
    </message>
    <message>
        <source>The riskiest, and what adds most to it (log-odds):</source>
        <translation>风险最高的会员，以及影响最大的因素（对数几率）：</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>--time and --folds exclude one another.</source>
        <translation>--time 与 --folds 不能同时使用。</translation>
    </message>
    <message>
        <source>--features names from one to %1 columns, each once, with commas between.</source>
        <translation>--features 列出 1 到 %1 个列名，各一次，以逗号分隔。</translation>
    </message>
    <message>
        <source>--features must not name the outcome itself.</source>
        <translation>--features 不能包含结果列本身。</translation>
    </message>
    <message>
        <source>Who is about to leave, and why: a calibrated risk, judged on rows it had not seen.</source>
        <translation>谁可能离开，为什么：经过校准的风险，用没见过的数据来评判。</translation>
    </message>
    <message>
        <source>A table with a header, one row a member, or a member in one period.</source>
        <translation>带表头的表格，每行一位会员，或一位会员的一个时段。</translation>
    </message>
    <message>
        <source>Whether the member left afterwards: 1 or 0, true or false, yes or no.</source>
        <translation>会员之后是否离开：1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>Columns of numbers that were known before.</source>
        <translation>事先已知的数值列。</translation>
    </message>
    <message>
        <source>When the row was known, a number or a date: later rows test what earlier ones taught.</source>
        <translation>这一行何时已知，数字或日期：用较晚的行检验较早的行所学到的。</translation>
    </message>
    <message>
        <source>With --time: the share of rows that are tested.</source>
        <translation>与 --time 一起用：用于检验的行所占比例。</translation>
    </message>
    <message>
        <source>With --time: how long after it the outcome is known; rows whose outcome came too late to learn from are left out. For dates, days.</source>
        <translation>与 --time 一起用：多久之后才知道结果；结果来得太晚、无法用于学习的行会被排除。日期以天计。</translation>
    </message>
    <message>
        <source>Without --time: parts that are tested in turn.</source>
        <translation>没有 --time 时：轮流检验的份数。</translation>
    </message>
    <message>
        <source>Whose row it is: rows of one member stay in one part.</source>
        <translation>这一行属于谁：同一会员的行留在同一份里。</translation>
    </message>
    <message>
        <source>Of the random parts.</source>
        <translation>随机分份的种子。</translation>
    </message>
    <message>
        <source>How strongly coefficients are held back; auto: as foretells best. 0: not at all.</source>
        <translation>对系数收缩的强度；auto：取预测最好的。0：不收缩。</translation>
    </message>
    <message>
        <source>Firth&apos;s correction in place of a ridge: for few events.</source>
        <translation>用 Firth 校正代替岭：适合事件很少时。</translation>
    </message>
    <message>
        <source>How risks are made to keep their word.</source>
        <translation>用什么方法校准风险。</translation>
    </message>
    <message>
        <source>How many of the riskiest rows to show, with their reasons.</source>
        <translation>显示多少行风险最高的数据及其原因。</translation>
    </message>
    <message>
        <source>an earlier row says otherwise of this member.</source>
        <translation>前面有一行对这位会员的说法不同。</translation>
    </message>
    <message>
        <source>--brackets are days from 0 to 10000, ascending, as 0,1,7,30.</source>
        <translation>--brackets 是 0 到 10000 之间递增的天数，例如 0,1,7,30。</translation>
    </message>
    <message>
        <source>%1 members in %2 cohorts; percent of those who have reached the age</source>
        <translation>%2 个同期群中的 %1 位会员；以已达到该时长者为分母的百分比</translation>
    </message>
    <message>
        <source>cohort</source>
        <translation>同期群</translation>
    </message>
    <message>
        <source>%1 differs from the others at age %2: p = %3 after Holm</source>
        <translation>%1 在第 %2 期与其他同期群不同：Holm 校正后 p = %3</translation>
    </message>
    <message>
        <source>Who comes back: retention by cohort, in one of three senses.</source>
        <translation>谁会回来：按同期群的留存，三种口径任选其一。</translation>
    </message>
    <message>
        <source>A table with a header, one event a row.</source>
        <translation>带表头的表格，每行一个事件。</translation>
    </message>
    <message>
        <source>When: a date, or a time. May be empty beside --joined, for who joined and did nothing.</source>
        <translation>何时：日期或时间。与 --joined 一起用时可以为空，表示加入后什么也没做的人。</translation>
    </message>
    <message>
        <source>When the member joined; the same in all their rows.</source>
        <translation>会员何时加入；在其所有行中相同。</translation>
    </message>
    <message>
        <source>the first event</source>
        <translation>第一个事件</translation>
    </message>
    <message>
        <source>Money of the event in minor units, for a table of money.</source>
        <translation>事件的金额，以最小货币单位计，用于金额表。</translation>
    </message>
    <message>
        <source>Active in exactly that period, in it or later, or in a range of days.</source>
        <translation>恰在该时段活跃、在该时段或之后活跃，或在一段天数内活跃。</translation>
    </message>
    <message>
        <source>The first day of each bracket, and the day after the last.</source>
        <translation>每个区间的第一天，以及最后区间结束后的一天。</translation>
    </message>
    <message>
        <source>What a cohort is, and in what age is counted.</source>
        <translation>同期群以什么划分，时长以什么计。</translation>
    </message>
    <message>
        <source>The highest age shown.</source>
        <translation>显示的最大时长。</translation>
    </message>
    <message>
        <source>the day of the last event</source>
        <translation>最后一个事件的那一天</translation>
    </message>
    <message>
        <source>it has more than %1 causes.</source>
        <translation>原因超过 %1 种。</translation>
    </message>
    <message>
        <source>no row has the value that --censored names.</source>
        <translation>没有哪一行含有 --censored 所指的值。</translation>
    </message>
    <message>
        <source>it names no cause: nobody has left.</source>
        <translation>没有给出任何原因：没有人离开。</translation>
    </message>
    <message>
        <source>%1 subjects</source>
        <translation>%1 个对象</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>在险人数</translation>
    </message>
    <message>
        <source>staying</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>How many leave for which reason, each counted with the others in force.</source>
        <translation>因各种原因离开的各有多少，计算每一种时其他原因同时起作用。</translation>
    </message>
    <message>
        <source>Time until the subject left, or was last seen.</source>
        <translation>对象离开或最后一次被观察到时的时间。</translation>
    </message>
    <message>
        <source>Why the subject left; empty: it has not.</source>
        <translation>对象为何离开；空：没有离开。</translation>
    </message>
    <message>
        <source>What the cause of a subject that has not left says, in place of nothing.</source>
        <translation>未离开的对象在原因列里写的值（若不为空）。</translation>
    </message>
    <message>
        <source>Curves for each of the groups this column names.</source>
        <translation>按这一列给出的每个组各画一条曲线。</translation>
    </message>
    <message>
        <source>it has more than %1 categories.</source>
        <translation>类别超过 %1 个。</translation>
    </message>
    <message>
        <source>it is the same in every row, so that nothing can depend on it.</source>
        <translation>它在每一行都相同，因此没有什么会取决于它。</translation>
    </message>
    <message>
        <source>there is no event to learn from.</source>
        <translation>没有可供学习的事件。</translation>
    </message>
    <message>
        <source>it is the same for all who can be compared, so that nothing can depend on it.</source>
        <translation>它对所有可比较者都相同，因此没有什么会取决于它。</translation>
    </message>
    <message>
        <source>the columns before it determine it; leave one of them out.</source>
        <translation>它可由前面的列推出；请去掉其中一列。</translation>
    </message>
    <message>
        <source>it tells perfectly who had the event, so that its effect would be infinite; leave it out or merge categories.</source>
        <translation>它能完全区分谁发生了事件，效应会是无穷大；请去掉它或合并类别。</translation>
    </message>
    <message>
        <source>the search for the best fit found no answer.</source>
        <translation>最优拟合的搜索没有得到答案。</translation>
    </message>
    <message>
        <source>these are more columns or rows than this method takes.</source>
        <translation>列数或行数超过了此方法的上限。</translation>
    </message>
    <message>
        <source>%1 rows, %2 events</source>
        <translation>%1 行，%2 个事件</translation>
    </message>
    <message>
        <source>column	hazard ratio	low	high	p</source>
        <translation>列	风险比	下限	上限	p</translation>
    </message>
    <message>
        <source>%1 is compared with %2.</source>
        <translation>%1 与 %2 相比。</translation>
    </message>
    <message>
        <source>All columns together, likelihood ratio: %1</source>
        <translation>所有列合在一起，似然比：%1</translation>
    </message>
    <message>
        <source>Concordance: %1</source>
        <translation>一致性指数：%1</translation>
    </message>
    <message>
        <source>Do effects change with time? %1</source>
        <translation>效应是否随时间变化？%1</translation>
    </message>
    <message>
        <source>--covariates names one column or more, with commas between.</source>
        <translation>--covariates 列出一个或多个列名，以逗号分隔。</translation>
    </message>
    <message>
        <source>What makes members stay longer or leave sooner: Cox&apos;s proportional hazards.</source>
        <translation>什么让会员留得更久或更早离开：Cox 比例风险模型。</translation>
    </message>
    <message>
        <source>A table with a header, one subject or one stretch of a subject&apos;s time a row.</source>
        <translation>带表头的表格，每行一个对象，或一个对象的一段时间。</translation>
    </message>
    <message>
        <source>What it may depend on. A column of texts is categories, compared with the first of them.</source>
        <translation>可能的影响因素。文本列视为类别，与其中第一个相比。</translation>
    </message>
    <message>
        <source>Since when the subject was watched, or when the stretch of time begins.</source>
        <translation>从何时开始观察该对象，或这段时间从何时开始。</translation>
    </message>
    <message>
        <source>Each stratum has a hazard of its own; only the effects are shared.</source>
        <translation>每一层有自己的风险，只共享效应。</translation>
    </message>
    <message>
        <source>How events at the same time are counted.</source>
        <translation>同一时间的多个事件如何计算。</translation>
    </message>
    <message>
        <source>%1 customers; log-likelihood %2</source>
        <translation>%1 位客户；对数似然 %2</translation>
    </message>
    <message>
        <source>there are too few customers to fit anything to.</source>
        <translation>客户太少，无法拟合。</translation>
    </message>
    <message>
        <source>all customers did the same, so that no fit is the best.</source>
        <translation>所有客户的行为相同，没有哪个拟合最优。</translation>
    </message>
    <message>
        <source>the numbers or the time are too large to be computed with.</source>
        <translation>数值或时间太大，无法计算。</translation>
    </message>
    <message>
        <source>this model does not take that time.</source>
        <translation>此模型不接受这一时间。</translation>
    </message>
    <message>
        <source>no parameters were found that fit these customers.</source>
        <translation>没有找到适合这些客户的参数。</translation>
    </message>
    <message>
        <source>--draws is 0, or at least 100.</source>
        <translation>--draws 是 0，或至少 100。</translation>
    </message>
    <message>
        <source>Who buys or renews again, who is still there, and what they are worth.</source>
        <translation>谁会再次购买或续订，谁还在，以及他们值多少。</translation>
    </message>
    <message>
        <source>A table with a header: one customer a row, or with sbg one cohort and period.</source>
        <translation>带表头的表格：每行一位客户；用 sbg 时每行一个同期群的一期。</translation>
    </message>
    <message>
        <source>What customers do: buy when they like, at chances (bgbb), or renew (sbg).</source>
        <translation>客户做什么：随时购买、在固定机会购买（bgbb），或续订（sbg）。</translation>
    </message>
    <message>
        <source>Repeat purchases: all but the first.</source>
        <translation>复购次数：首次之外的全部购买。</translation>
    </message>
    <message>
        <source>Time from the first purchase to the last; 0 without a repeat.</source>
        <translation>从首次到最后一次购买的时间；没有复购则为 0。</translation>
    </message>
    <message>
        <source>Time from the first purchase to the end of observation, in the same unit.</source>
        <translation>从首次购买到观察结束的时间，单位相同。</translation>
    </message>
    <message>
        <source>How many customers a row stands for.</source>
        <translation>一行代表多少位客户。</translation>
    </message>
    <message>
        <source>Mean value of the repeat purchases: adds what customers are worth.</source>
        <translation>复购的平均金额：用来计算客户价值。</translation>
    </message>
    <message>
        <source>Purchases within the horizon after the age: compares them with what was expected.</source>
        <translation>观察期之后期限内的购买次数：与预期相比。</translation>
    </message>
    <message>
        <source>Say it for every row as well.</source>
        <translation>同时给出每一行的结果。</translation>
    </message>
    <message>
        <source>With sbg: the cohort&apos;s name.</source>
        <translation>用 sbg 时：同期群的名称。</translation>
    </message>
    <message>
        <source>With sbg: renewals since the cohort began, from 0; with --due the renewal&apos;s number, from 1.</source>
        <translation>用 sbg 时：同期群开始以来的续订期数，从 0 起；与 --due 一起用时为第几次续订，从 1 起。</translation>
    </message>
    <message>
        <source>With sbg: customers of the cohort that are left.</source>
        <translation>用 sbg 时：同期群中还在的客户数。</translation>
    </message>
    <message>
        <source>With sbg, instead of cohorts: renewals that were due and decided.</source>
        <translation>用 sbg 时，代替同期群：到期且已有结果的续订数。</translation>
    </message>
    <message>
        <source>With sbg: how many of those due were renewed.</source>
        <translation>用 sbg 时：到期中续订了多少。</translation>
    </message>
    <message>
        <source>How far ahead, in the unit of the ages; with sbg how many renewals.</source>
        <translation>向前多远，以时长的单位计；用 sbg 时为续订次数。</translation>
    </message>
    <message>
        <source>Interest a unit of time, 0.1 for a tenth.</source>
        <translation>每单位时间的利率，0.1 表示十分之一。</translation>
    </message>
    <message>
        <source>Make intervals by so many random draws instead of the delta method.</source>
        <translation>用这么多次随机抽样代替 delta 方法求区间。</translation>
    </message>
    <message>
        <source>The same seed gives the same draws.</source>
        <translation>相同的种子得到相同的抽样。</translation>
    </message>
    <message>
        <source>No verdict: the variants are not of the sizes that were planned.</source>
        <translation>不下结论：各变体的人数与计划不符。</translation>
    </message>
    <message>
        <source>No verdict: neither a size (--size) nor a sequential method (--sequential) was planned.</source>
        <translation>不下结论：既没有计划样本量（--size），也没有计划序贯方法（--sequential）。</translation>
    </message>
    <message numerus="yes">
        <source>No verdict yet: %n member(s) are missing of the planned size.</source>
        <translation>
            <numerusform>暂不下结论：离计划的样本量还差 %n 位会员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not decided: go on.</source>
        <translation>尚未分出结果：请继续。</translation>
    </message>
    <message>
        <source>The outcome is higher than the control&apos;s.</source>
        <translation>结果高于对照组。</translation>
    </message>
    <message>
        <source>The outcome is lower than the control&apos;s.</source>
        <translation>结果低于对照组。</translation>
    </message>
    <message>
        <source>No difference was shown, which does not show that there is none.</source>
        <translation>没有显示出差异，但这并不说明没有差异。</translation>
    </message>
    <message>
        <source>%1: %2 members, %3</source>
        <translation>%1：%2 位会员，%3</translation>
    </message>
    <message>
        <source>%1 is the best with probability %2; choosing it gives away %3 on average.</source>
        <translation>%1 最优的概率为 %2；选它平均损失 %3。</translation>
    </message>
    <message>
        <source>Sample ratio: chi-square %1 with %2 degrees of freedom, p = %3</source>
        <translation>样本比例：卡方 %1，自由度 %2，p = %3</translation>
    </message>
    <message>
        <source>%1 against %2: difference %3, p = %4 (%5)</source>
        <translation>%1 对 %2：差异 %3，p = %4（%5）</translation>
    </message>
    <message>
        <source>%1 against %2: difference %3 after %4 looks (%5)</source>
        <translation>%1 对 %2：%4 次查看后的差异 %3（%5）</translation>
    </message>
    <message>
        <source>--planned names each variant with its share, as a:0.5,b:0.5.</source>
        <translation>--planned 给出每个变体及其占比，例如 a:0.5,b:0.5。</translation>
    </message>
    <message>
        <source>--sequential msprt needs --effect for numeric outcomes: the difference one hopes for.</source>
        <translation>对数值结果，--sequential msprt 需要 --effect：期望的差异。</translation>
    </message>
    <message>
        <source>--stratum goes with outcomes that are flags.</source>
        <translation>--stratum 只适用于是/否型结果。</translation>
    </message>
    <message>
        <source>--before goes with --value numeric.</source>
        <translation>--before 只适用于 --value numeric。</translation>
    </message>
    <message>
        <source>an experiment has 2 to %1 variants.</source>
        <translation>一个实验有 2 到 %1 个变体。</translation>
    </message>
    <message>
        <source>it has no variant %1.</source>
        <translation>其中没有变体 %1。</translation>
    </message>
    <message>
        <source>the variant %1 was not planned.</source>
        <translation>变体 %1 不在计划之内。</translation>
    </message>
    <message>
        <source>there are no rows.</source>
        <translation>没有任何数据行。</translation>
    </message>
    <message>
        <source>there are too few rows to compare.</source>
        <translation>行数太少，无法比较。</translation>
    </message>
    <message>
        <source>all values are the same.</source>
        <translation>所有值都相同。</translation>
    </message>
    <message>
        <source>the effect is too small: no experiment is large enough.</source>
        <translation>效应太小：多大的实验都不够。</translation>
    </message>
    <message>
        <source>a number is outside its range.</source>
        <translation>有一个数超出了范围。</translation>
    </message>
    <message>
        <source>--plan needs --effect, and --baseline for shares or --deviation for means.</source>
        <translation>--plan 需要 --effect；比例还需要 --baseline，均值还需要 --deviation。</translation>
    </message>
    <message>
        <source>%1 members in each of two variants, %2 in all, find a difference of %3 with probability %4 (two-sided test at level %5).</source>
        <translation>两个变体各 %1 位会员，共 %2 位，能以 %4 的概率发现 %3 的差异（双侧检验，水平 %5）。</translation>
    </message>
    <message>
        <source>--plan reads no data: --%1 does not go with it.</source>
        <translation>--plan 不读取数据：不能与 --%1 一起使用。</translation>
    </message>
    <message>
        <source>--%1 goes with --plan.</source>
        <translation>--%1 须与 --plan 一起使用。</translation>
    </message>
    <message>
        <source>What an experiment shows, or how many members it needs: tests, intervals, and a verdict that waits its turn.</source>
        <translation>实验说明了什么，或需要多少会员：检验、区间，以及等到时候才下的结论。</translation>
    </message>
    <message>
        <source>A table with a header, one member a row, in the order in which they came.</source>
        <translation>带表头的表格，每行一位会员，按到来的先后排列。</translation>
    </message>
    <message>
        <source>Which variant the member saw.</source>
        <translation>会员看到的是哪个变体。</translation>
    </message>
    <message>
        <source>What came of it: 1 or 0, true or false, yes or no; or a number.</source>
        <translation>结果如何：1 或 0、true 或 false、yes 或 no；或一个数。</translation>
    </message>
    <message>
        <source>What an outcome is.</source>
        <translation>结果是哪种类型。</translation>
    </message>
    <message>
        <source>The variants and their planned shares, the control first; without it all that occur, equally.</source>
        <translation>各变体及计划占比，对照组在前；不给出则为出现的所有变体，均分。</translation>
    </message>
    <message>
        <source>The variant that the others are compared with; without it the first.</source>
        <translation>与其他变体相比的变体；不给出则为第一个。</translation>
    </message>
    <message>
        <source>Members of all variants that were planned.</source>
        <translation>计划的所有变体的会员总数。</translation>
    </message>
    <message>
        <source>Compare within the segments this column names (Mantel-Haenszel).</source>
        <translation>在这一列给出的分组内比较（Mantel-Haenszel）。</translation>
    </message>
    <message>
        <source>The outcome before the experiment, or what goes with it: taken out (CUPED).</source>
        <translation>实验前的结果或与之相关的量：用来降低方差（CUPED）。</translation>
    </message>
    <message>
        <source>How one may look before the planned size is reached.</source>
        <translation>在达到计划样本量之前可以怎样查看。</translation>
    </message>
    <message>
        <source>Planned looks, equally spaced up to the size.</source>
        <translation>计划的查看次数，到样本量为止等距。</translation>
    </message>
    <message>
        <source>The difference one hopes for; msprt finds it soonest. For shares 0.01 unless said.</source>
        <translation>期望的差异；msprt 最快发现的就是它。比例默认 0.01。</translation>
    </message>
    <message>
        <source>Tell how many members are needed, in place of reading data.</source>
        <translation>不读取数据，只说明需要多少会员。</translation>
    </message>
    <message>
        <source>With --plan: the control&apos;s share.</source>
        <translation>与 --plan 一起用：对照组的比例。</translation>
    </message>
    <message>
        <source>With --plan, for means: the standard deviation within a variant.</source>
        <translation>与 --plan 一起用，针对均值：一个变体内的标准差。</translation>
    </message>
    <message>
        <source>With --plan: the probability to find the effect.</source>
        <translation>与 --plan 一起用：发现该效应的概率。</translation>
    </message>
    <message>
        <source>--model is an ETS model: error, trend and season, as MAdM or ANN.</source>
        <translation>--model 是 ETS 模型：误差、趋势与季节，例如 MAdM 或 ANN。</translation>
    </message>
    <message>
        <source>this is not written as the times of the series are.</source>
        <translation>书写方式与序列中的时间不同。</translation>
    </message>
    <message>
        <source>this is above the upper end.</source>
        <translation>大于上限。</translation>
    </message>
    <message>
        <source>this is not later than the projection was made.</source>
        <translation>不晚于作出预测的时间。</translation>
    </message>
    <message>
        <source>%1 from %2 observations; intervals of %3 %</source>
        <translation>%1，基于 %2 个观测；%3 % 区间</translation>
    </message>
    <message>
        <source>Looking back %1 times:</source>
        <translation>回看 %1 次：</translation>
    </message>
    <message>
        <source>method	mean error	sMAPE	MASE	CRPS	inside 80 %	inside 95 %</source>
        <translation>方法	平均误差	sMAPE	MASE	CRPS	落在 80 % 内	落在 95 % 内</translation>
    </message>
    <message>
        <source>%1 earlier projections have come due, %2 have not; wrong by %3 on average.</source>
        <translation>以前的预测中 %1 个已到期，%2 个未到；平均误差 %3。</translation>
    </message>
    <message>
        <source>%1 % were inside the interval they came with.</source>
        <translation>%1 % 落在当时给出的区间内。</translation>
    </message>
    <message>
        <source>the time from the row before to this one is not as long as the others.</source>
        <translation>与上一行的时间间隔和其他行不同。</translation>
    </message>
    <message>
        <source>Where a series is going, how sure that is, and how wrong such forecasts used to be.</source>
        <translation>序列走向何处、有多确定，以及这类预测过去有多大误差。</translation>
    </message>
    <message>
        <source>A table with a header, one observation a row, oldest first and evenly spaced.</source>
        <translation>带表头的表格，每行一个观测，从旧到新，间隔均匀。</translation>
    </message>
    <message>
        <source>What to forecast.</source>
        <translation>预测什么。</translation>
    </message>
    <message>
        <source>When: a number, a month (2026-03) or a day (2026-03-01). Without it, rows are counted.</source>
        <translation>何时：数字、月份（2026-03）或日期（2026-03-01）。不给出则按行计数。</translation>
    </message>
    <message>
        <source>Observations a round of seasons; 1 without seasons.</source>
        <translation>一个季节周期的观测数；没有季节则为 1。</translation>
    </message>
    <message>
        <source>How far to go.</source>
        <translation>预测多远。</translation>
    </message>
    <message>
        <source>auto takes the one that did best looking back.</source>
        <translation>auto 取回看时表现最好的。</translation>
    </message>
    <message>
        <source>The ETS model: error, trend and season, each N, A or M, d for damped, as MAdM.</source>
        <translation>ETS 模型：误差、趋势、季节，各为 N、A 或 M，d 表示阻尼，例如 MAdM。</translation>
    </message>
    <message>
        <source>How many times to look back.</source>
        <translation>回看多少次。</translation>
    </message>
    <message>
        <source>Earlier projections, to see what became of them: columns made, target, projected, and perhaps low and high.</source>
        <translation>以前的预测，看看后来如何：列 made、target、projected，可选 low 和 high。</translation>
    </message>
    <message>
        <source>Of what is simulated.</source>
        <translation>模拟所用的种子。</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>  projected from earlier on: wrong by %1 on average, %2 % inside the interval</source>
        <translation>  从更早的时点预测：平均误差 %1，%2 % 落在区间内</translation>
    </message>
    <message>
        <source>%1 observations; intervals of %2 %</source>
        <translation>%1 个观测；%2 % 区间</translation>
    </message>
    <message>
        <source>The best record of projections has: %1</source>
        <translation>预测记录最好的是：%1</translation>
    </message>
    <message>
        <source>How a community grows: curves, where they lead, and what such projections were worth.</source>
        <translation>社区如何增长：曲线、走向，以及这类预测有多可信。</translation>
    </message>
    <message>
        <source>A table with a header, one observation a row, oldest first.</source>
        <translation>带表头的表格，每行一个观测，从旧到新。</translation>
    </message>
    <message>
        <source>When: a number, a month (2026-03) or a day (2026-03-01).</source>
        <translation>何时：数字、月份（2026-03）或日期（2026-03-01）。</translation>
    </message>
    <message>
        <source>How many.</source>
        <translation>数量。</translation>
    </message>
    <message>
        <source>The curve; recursive: N(t+1) = N(t) + a + b N(t).</source>
        <translation>曲线；recursive：N(t+1) = N(t) + a + b N(t)。</translation>
    </message>
    <message>
        <source>How far to project.</source>
        <translation>预测多远。</translation>
    </message>
    <message>
        <source>the member has another row of the same time.</source>
        <translation>这位会员在同一时间还有另一行。</translation>
    </message>
    <message>
        <source>it has too many states for this order; choose a lower --max-order.</source>
        <translation>对这一阶数来说状态太多；请选较低的 --max-order。</translation>
    </message>
    <message>
        <source>no member who began elsewhere ever came to this state.</source>
        <translation>从其他状态开始的会员没有一位到过这个状态。</translation>
    </message>
    <message>
        <source>%1 members, %2 steps from state to state</source>
        <translation>%1 位会员，%2 次状态转移</translation>
    </message>
    <message>
        <source>order</source>
        <translation>阶数</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数个数</translation>
    </message>
    <message>
        <source>p against the order below</source>
        <translation>相对低一阶的 p</translation>
    </message>
    <message>
        <source>Order %1 was taken; the next step depends on:</source>
        <translation>采用 %1 阶；下一步取决于：</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Expected shares of the members there are now:</source>
        <translation>现有会员的预期占比：</translation>
    </message>
    <message>
        <source>steps ahead</source>
        <translation>未来步数</translation>
    </message>
    <message>
        <source>In the long run %1: %2 of members; from one time there to the next %3 steps</source>
        <translation>长期来看 %1：占会员的 %2；从一次到下一次平均 %3 步</translation>
    </message>
    <message>
        <source>From %1 to %2: ever with probability %3, after %4 steps</source>
        <translation>从 %1 到 %2：到达的概率 %3，平均 %4 步后</translation>
    </message>
    <message>
        <source>%1: active next with %2 if active, with %3 if not; Brier score %4</source>
        <translation>%1：若当前活跃，下一步活跃的概率 %2；否则 %3；Brier 分数 %4</translation>
    </message>
    <message>
        <source>it has more than %1 states.</source>
        <translation>状态超过 %1 个。</translation>
    </message>
    <message>
        <source>no row has the state that --%1 names.</source>
        <translation>没有哪一行含有 --%1 所指的状态。</translation>
    </message>
    <message>
        <source>How members go from state to state: how many steps back matter, where they lead, when they come back.</source>
        <translation>会员如何在状态之间变化：前几步有影响、走向哪里、何时回来。</translation>
    </message>
    <message>
        <source>A table with a header, one row a member and step.</source>
        <translation>带表头的表格，每行一位会员的一步。</translation>
    </message>
    <message>
        <source>Whose row it is.</source>
        <translation>这一行属于谁。</translation>
    </message>
    <message>
        <source>When: a number (of the week), or a date. A missing step ends a sequence.</source>
        <translation>何时：数字（第几周）或日期。缺一步则序列中断。</translation>
    </message>
    <message>
        <source>The state of the member then.</source>
        <translation>会员当时的状态。</translation>
    </message>
    <message>
        <source>How many steps back the longest memory reaches that is tried, 0 to 4.</source>
        <translation>尝试的最长记忆向前看几步，0 到 4。</translation>
    </message>
    <message>
        <source>The memory that is used; without it the one with the least BIC.</source>
        <translation>采用的记忆长度；不给出则取 BIC 最小的。</translation>
    </message>
    <message>
        <source>How many steps to look ahead, up to 240.</source>
        <translation>向后预测多少步，最多 240。</translation>
    </message>
    <message>
        <source>How long until this state is come to; without it, until one that was never left, if there is one.</source>
        <translation>多久会到达这个状态；不给出则为从未离开过的状态（如果有）。</translation>
    </message>
    <message>
        <source>Score the closed forms of retention beside the chain, this state being active.</source>
        <translation>把留存的闭式公式与该链一起评分，以此状态为活跃。</translation>
    </message>
    <message>
        <source>this weight is out of range.</source>
        <translation>这个权重超出范围。</translation>
    </message>
    <message>
        <source>Nodes: %1, edges: %2, rows: %3; components: %4, nodes in the largest: %5</source>
        <translation>节点：%1，边：%2，行：%3；连通分量：%4，最大分量的节点：%5</translation>
    </message>
    <message>
        <source>Density %1, reciprocity %2, clustering %3; mean distance %4, diameter %5</source>
        <translation>密度 %1，互惠度 %2，聚类系数 %3；平均距离 %4，直径 %5</translation>
    </message>
    <message>
        <source>Communities: %1, modularity %2</source>
        <translation>社区：%1，模块度 %2</translation>
    </message>
    <message>
        <source>Opinion leaders, by PageRank:</source>
        <translation>意见领袖，按 PageRank：</translation>
    </message>
    <message>
        <source>node	PageRank	addressed by	addresses	core	community</source>
        <translation>节点	PageRank	被多少人找	找多少人	核数	社区</translation>
    </message>
    <message>
        <source>Who stands between others, by betweenness:</source>
        <translation>谁处在别人之间，按介数中心性：</translation>
    </message>
    <message>
        <source>Who stands between others, by betweenness from %1 of the nodes (off by at most %2 with probability %3):</source>
        <translation>谁处在别人之间，按从 %1 个节点估计的介数中心性（以 %3 的概率误差不超过 %2）：</translation>
    </message>
    <message>
        <source>node	betweenness	standard error</source>
        <translation>节点	介数中心性	标准误</translation>
    </message>
    <message>
        <source>Without them others would be cut off: nodes: %1, edges: %2</source>
        <translation>缺了它们，别人会被隔断：节点：%1，边：%2</translation>
    </message>
    <message>
        <source>%1: cut off without this node: %2</source>
        <translation>%1：缺了该节点会被隔断：%2</translation>
    </message>
    <message>
        <source>Who talks with whom: opinion leaders, go-betweens, communities, and on whom it all hangs.</source>
        <translation>谁和谁交流：意见领袖、桥梁人物、社区，以及一切系于何人。</translation>
    </message>
    <message>
        <source>Who addressed somebody.</source>
        <translation>谁找了别人。</translation>
    </message>
    <message>
        <source>Who was addressed.</source>
        <translation>被找的是谁。</translation>
    </message>
    <message>
        <source>How much the interaction weighs; without it each row weighs 1.</source>
        <translation>互动的权重；不给出则每行为 1。</translation>
    </message>
    <message>
        <source>It does not matter who addressed whom.</source>
        <translation>不区分谁找谁。</translation>
    </message>
    <message>
        <source>What is near: few steps, or much interaction.</source>
        <translation>什么算近：步数少，还是互动多。</translation>
    </message>
    <message>
        <source>Follow paths from N nodes; else from all up to 5000 nodes, from 500 beyond.</source>
        <translation>从 N 个节点出发寻路；不给出时，5000 个节点以内全部，超过则 500 个。</translation>
    </message>
    <message>
        <source>Of the nodes drawn and of the search for communities.</source>
        <translation>抽取节点和搜索社区的种子。</translation>
    </message>
    <message>
        <source>How many nodes each list shows.</source>
        <translation>每个列表显示多少节点。</translation>
    </message>
    <message>
        <source>How communities are looked for.</source>
        <translation>用什么方法寻找社区。</translation>
    </message>
    <message>
        <source>Give one of --epsilon and --rho.</source>
        <translation>--epsilon 与 --rho 请给出其中一个。</translation>
    </message>
    <message>
        <source>That cost is too small.</source>
        <translation>这个代价太小。</translation>
    </message>
    <message>
        <source>group	count	low	high</source>
        <translation>组	人数	下限	上限</translation>
    </message>
    <message>
        <source>This was published before: the same counts again, at no cost.</source>
        <translation>以前已经发布过：给出同样的数字，不再消耗预算。</translation>
    </message>
    <message>
        <source>This cost rho %1. Keep the answer: to ask again costs again.</source>
        <translation>消耗 rho %1。请保存结果：再问一次会再消耗一次。</translation>
    </message>
    <message>
        <source>This cost epsilon %1. Keep the answer: to ask again costs again.</source>
        <translation>消耗 epsilon %1。请保存结果：再问一次会再消耗一次。</translation>
    </message>
    <message>
        <source>Left of the budget: %1 of %2 (%3).</source>
        <translation>剩余预算：%2 中的 %1（%3）。</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>--groups is a list of names with commas between them.</source>
        <translation>--groups 是以逗号分隔的名称列表。</translation>
    </message>
    <message>
        <source>Count members by group with noise, so that the counts may be published.</source>
        <translation>按组统计会员数并加入噪声，使数字可以公开。</translation>
    </message>
    <message>
        <source>A table with a header; a row says that a member belongs to a group.</source>
        <translation>带表头的表格；每行说明一位会员属于一个组。</translation>
    </message>
    <message>
        <source>Who: whatever is the same for the same member.</source>
        <translation>是谁：同一会员取值相同即可。</translation>
    </message>
    <message>
        <source>The group&apos;s name.</source>
        <translation>组的名称。</translation>
    </message>
    <message>
        <source>All groups, with commas; a list made without looking at the file.</source>
        <translation>所有组，以逗号分隔；列表须在不看文件的情况下给出。</translation>
    </message>
    <message>
        <source>Discrete Laplace noise of this cost in pure privacy.</source>
        <translation>离散拉普拉斯噪声，纯差分隐私的代价。</translation>
    </message>
    <message>
        <source>Or discrete Gaussian noise of this cost in zero-concentrated privacy.</source>
        <translation>或离散高斯噪声，零集中差分隐私的代价。</translation>
    </message>
    <message>
        <source>In how many groups a member counts at most; chance chooses.</source>
        <translation>一位会员最多计入几个组；由随机选择。</translation>
    </message>
    <message>
        <source>Leave out noisy counts below this.</source>
        <translation>略去低于此值的带噪人数。</translation>
    </message>
    <message>
        <source>With which delta to say the cost in epsilon as well.</source>
        <translation>用哪个 delta 把代价换算成 epsilon。</translation>
    </message>
    <message>
        <source>Publish on the privacy budget of this workspace, and write it into its ledger.</source>
        <translation>使用此工作区的隐私预算发布，并记入其账本。</translation>
    </message>
    <message>
        <source>With --workspace: what the ledger calls it.</source>
        <translation>与 --workspace 一起用：在账本中的名称。</translation>
    </message>
    <message>
        <source>this cohort has that period twice.</source>
        <translation>这个同期群的这一期出现了两次。</translation>
    </message>
    <message>
        <source>this cohort has no row of the period before.</source>
        <translation>这个同期群缺少前一期的行。</translation>
    </message>
    <message>
        <source>these are more than a period before.</source>
        <translation>比前一期还多。</translation>
    </message>
    <message>
        <source>this is more than were due.</source>
        <translation>多于到期数。</translation>
    </message>
    <message>
        <source>these are too many.</source>
        <translation>太多了。</translation>
    </message>
    <message>
        <source>renewal	left	renew	observed</source>
        <translation>续订	留存	续订率	实际</translation>
    </message>
    <message>
        <source>Payments still to come, discounted, when renewal %1 is due: %2</source>
        <translation>第 %1 次续订到期时，今后付款的折现值：%2</translation>
    </message>
    <message>
        <source>Whose subscription it is.</source>
        <translation>订阅属于谁。</translation>
    </message>
    <message>
        <source>When it began: a date, or a time.</source>
        <translation>何时开始：日期或时间。</translation>
    </message>
    <message>
        <source>When access ended; an empty cell: it has not.</source>
        <translation>权限何时结束；空单元格：没有结束。</translation>
    </message>
    <message>
        <source>When it was cancelled, if it was.</source>
        <translation>何时取消（如有）。</translation>
    </message>
    <message>
        <source>Until when it was free, if there was a trial.</source>
        <translation>免费试用到何时（如有试用）。</translation>
    </message>
    <message>
        <source>The price of an interval in minor units (cents), a whole number.</source>
        <translation>每个周期的价格，以最小货币单位（分）计，整数。</translation>
    </message>
    <message>
        <source>How often it is paid: day, week, month, quarter, half-year or year.</source>
        <translation>多久付一次：day、week、month、quarter、half-year 或 year。</translation>
    </message>
    <message>
        <source>What is off the price of an interval, in minor units.</source>
        <translation>每个周期价格的优惠额，以最小货币单位计。</translation>
    </message>
    <message>
        <source>When the discount runs out; an empty cell: never.</source>
        <translation>优惠何时到期；空单元格：永不到期。</translation>
    </message>
    <message>
        <source>Its ISO 4217 code; each currency has a book of its own.</source>
        <translation>ISO 4217 货币代码；每种货币单独记账。</translation>
    </message>
    <message>
        <source>it ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>an interval is day, week, month, quarter, half-year or year.</source>
        <translation>周期是 day、week、month、quarter、half-year 或 year。</translation>
    </message>
    <message>
        <source>--rules is one of lyceum, ghost, stripe, chartmogul, profitwell.</source>
        <translation>--rules 是 lyceum、ghost、stripe、chartmogul、profitwell 之一。</translation>
    </message>
    <message>
        <source>it lies too far from the other times.</source>
        <translation>它与其他时间相差太远。</translation>
    </message>
    <message>
        <source>these amounts are too large to be added exactly.</source>
        <translation>这些金额太大，无法精确相加。</translation>
    </message>
    <message>
        <source>period	opening	new	reactivation	resumed	expansion	contraction	paused	churn	closing	customers	net retention</source>
        <translation>时段	期初	新增	回流	恢复	扩张	收缩	暂停	流失	期末	客户数	净留存</translation>
    </message>
    <message>
        <source>Rules: %1. Monthly amounts in minor units.</source>
        <translation>规则：%1。月度金额，以最小货币单位计。</translation>
    </message>
    <message>
        <source>Recurring revenue: what moved it from period to period, under the rules of your choice.</source>
        <translation>经常性收入：在你选择的规则下，各时段之间因何变动。</translation>
    </message>
    <message>
        <source>A table with a header, one subscription at one price a row.</source>
        <translation>带表头的表格，每行一个价格下的一个订阅。</translation>
    </message>
    <message>
        <source>Whose rules: lyceum, ghost, stripe, chartmogul or profitwell.</source>
        <translation>用谁的规则：lyceum、ghost、stripe、chartmogul 或 profitwell。</translation>
    </message>
    <message>
        <source>The periods.</source>
        <translation>时段。</translation>
    </message>
    <message>
        <source>this is not a month (2026-03).</source>
        <translation>这不是月份（2026-03）。</translation>
    </message>
    <message>
        <source>chi-square %1 with %2 degrees of freedom, %3</source>
        <translation>卡方 %1，自由度 %2，%3</translation>
    </message>
    <message>
        <source>p &lt; 1e-300 (10 to the power of %1)</source>
        <translation>p &lt; 1e-300（10 的 %1 次方）</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>Log-rank test: %1</source>
        <translation>对数秩检验：%1</translation>
    </message>
    <message>
        <source>Peto-Peto test, which weighs early differences more: %1</source>
        <translation>Peto-Peto 检验（更看重早期差异）：%1</translation>
    </message>
    <message>
        <source>--strata needs --by: it compares groups within each stratum.</source>
        <translation>--strata 需要 --by：它在每一层内比较各组。</translation>
    </message>
    <message>
        <source>How long members stay: Kaplan-Meier curves, and whether groups differ.</source>
        <translation>会员能留多久：Kaplan-Meier 曲线，以及各组是否不同。</translation>
    </message>
    <message>
        <source>Compare only subjects of the same stratum with one another.</source>
        <translation>只在同一层的对象之间比较。</translation>
    </message>
    <message>
        <source>this is not a number, a month (2026-03) or a day (2026-03-01) like those before it.</source>
        <translation>这不是与前面各行一致的数字、月份（2026-03）或日期（2026-03-01）。</translation>
    </message>
    <message>
        <source>this is not later than the row before.</source>
        <translation>不晚于上一行。</translation>
    </message>
    <message>
        <source>this method does not take a number so low.</source>
        <translation>此方法不接受这么小的数。</translation>
    </message>
    <message>
        <source>it has too few rows for this method.</source>
        <translation>对此方法来说行数太少。</translation>
    </message>
    <message>
        <source>all its numbers are the same.</source>
        <translation>所有数都相同。</translation>
    </message>
    <message>
        <source>its numbers do not have the shape of this model.</source>
        <translation>这些数不符合此模型的形状。</translation>
    </message>
    <message>
        <source>There are fewer observations than this method can be trusted with.</source>
        <translation>观测数太少，此方法的结果不可靠。</translation>
    </message>
    <message>
        <source>The search for the best fit ended before it was sure.</source>
        <translation>最优拟合的搜索在确定之前就结束了。</translation>
    </message>
    <message>
        <source>The best fit lies on the edge of what is possible; its interval is not to be trusted.</source>
        <translation>最优拟合落在可能范围的边缘，其区间不可靠。</translation>
    </message>
    <message>
        <source>These data do not determine every parameter: other values fit as well.</source>
        <translation>这些数据不能确定每个参数：其他值拟合得一样好。</translation>
    </message>
    <message>
        <source>One column tells the outcomes apart almost perfectly; its coefficient is not to be trusted.</source>
        <translation>有一列几乎能完全区分结果，其系数不可靠。</translation>
    </message>
    <message>
        <source>The answer goes further than the data do.</source>
        <translation>答案超出了数据的范围。</translation>
    </message>
    <message>
        <source>The answer is approximate, within the stated error.</source>
        <translation>答案是近似的，在所述误差之内。</translation>
    </message>
    <message>
        <source>A check of what this method assumes was failed.</source>
        <translation>此方法的一个假设没有通过检验。</translation>
    </message>
    <message>
        <source>The groups are not of the sizes that were planned: find out why before reading the result.</source>
        <translation>各组人数与计划不符：读结果之前请先查明原因。</translation>
    </message>
    <message>
        <source>Groups that are too small were left out.</source>
        <translation>人数太少的组已略去。</translation>
    </message>
    <message>
        <source>--%1 is not a number in its range.</source>
        <translation>--%1 不是其范围内的数。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处变更</numerusform>
        </translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已抹除</translation>
    </message>
    <message>
        <source>journal entry %1</source>
        <translation>日志条目 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new row(s)</source>
        <translation>
            <numerusform>%1：%n 个新行</numerusform>
        </translation>
    </message>
    <message>
        <source>--entity is one of: %1.</source>
        <translation>--entity 是其中之一：%1。</translation>
    </message>
    <message>
        <source>--id needs --entity: ids are counted by kind.</source>
        <translation>--id 需要 --entity：编号按种类计。</translation>
    </message>
    <message>
        <source>Show who changed what and when, newest first.</source>
        <translation>显示谁在何时改了什么，新的在前。</translation>
    </message>
    <message>
        <source>One entry, field by field.</source>
        <translation>一个条目，逐个字段。</translation>
    </message>
    <message>
        <source>Only what changed rows of this kind field by field: member, post, tier and so on.</source>
        <translation>只看逐字段改动了这一种类的条目：member、post、tier 等。</translation>
    </message>
    <message>
        <source>Only what changed this row of the kind.</source>
        <translation>只看改动了该种类中这一条的条目。</translation>
    </message>
    <message>
        <source>Only what came from there: person, sync, import, sample, settings, rule, undo.</source>
        <translation>只看这一来源：person、sync、import、sample、settings、rule、undo。</translation>
    </message>
    <message>
        <source>Only entries older than this one: to go on from.</source>
        <translation>只看比它更早的条目：用于继续往前翻。</translation>
    </message>
    <message>
        <source>How many at most.</source>
        <translation>最多多少条。</translation>
    </message>
    <message>
        <source>%1 knows nothing of %2.</source>
        <translation>%1 不认识 %2。</translation>
    </message>
    <message>
        <source>This workspace has no privacy budget yet: nothing may be published on it.</source>
        <translation>此工作区还没有隐私预算：不能据此发布任何数据。</translation>
    </message>
    <message>
        <source>Show or set how much may be published about the members, and what was.</source>
        <translation>显示或设定可以公开多少会员信息，以及已经公开了什么。</translation>
    </message>
    <message>
        <source>Set it, counted in epsilon: only discrete Laplace noise fits into it.</source>
        <translation>设定预算，以 epsilon 计：只适用于离散拉普拉斯噪声。</translation>
    </message>
    <message>
        <source>Set it, counted in rho (zero-concentrated privacy): every release fits into it.</source>
        <translation>设定预算，以 rho 计（零集中差分隐私）：适用于所有发布。</translation>
    </message>
    <message>
        <source>this channel has that period twice.</source>
        <translation>这个渠道的这一期出现了两次。</translation>
    </message>
    <message>
        <source>channel	cost	sign-ups that pay	cost per payer	returned	paid back in period</source>
        <translation>渠道	成本	注册后付费的比例	每位付费者成本	回收比例	回本于第几期</translation>
    </message>
    <message>
        <source>What a channel or campaign costs and brings, and when it had paid for itself.</source>
        <translation>一个渠道或推广活动花费多少、带来多少，以及何时回本。</translation>
    </message>
    <message>
        <source>A table with a header, one period of a channel a row.</source>
        <translation>带表头的表格，每行一个渠道的一期。</translation>
    </message>
    <message>
        <source>Which channel or campaign.</source>
        <translation>哪个渠道或推广活动。</translation>
    </message>
    <message>
        <source>Which period since it began, from 1.</source>
        <translation>开始以来的第几期，从 1 起。</translation>
    </message>
    <message>
        <source>What it cost in the period, in minor units.</source>
        <translation>这一期的成本，以最小货币单位计。</translation>
    </message>
    <message>
        <source>Who came through it, where that was counted.</source>
        <translation>经由它到访的人数（如有统计）。</translation>
    </message>
    <message>
        <source>Who signed up through it.</source>
        <translation>经由它注册的人数。</translation>
    </message>
    <message>
        <source>Who of them paid for the first time.</source>
        <translation>其中首次付费的人数。</translation>
    </message>
    <message>
        <source>What its payers brought, less what serving them cost, in minor units.</source>
        <translation>其付费者带来的收入减去服务成本，以最小货币单位计。</translation>
    </message>
    <message>
        <source>--members, --from and --to go together: what would a new price do?</source>
        <translation>--members、--from 与 --to 须一起使用：新价格会怎样？</translation>
    </message>
    <message>
        <source>all its prices are the same.</source>
        <translation>所有价格都相同。</translation>
    </message>
    <message>
        <source>Members at the new price: %1</source>
        <translation>新价格下的会员数：%1</translation>
    </message>
    <message>
        <source>Revenue, and its change: %1; %2</source>
        <translation>收入及其变化：%1；%2</translation>
    </message>
    <message>
        <source>Revenue stays the same when this share of the members leaves: %1</source>
        <translation>离开的会员达到此比例时收入不变：%1</translation>
    </message>
    <message>
        <source>How demand answers to price, and what a new price would do.</source>
        <translation>需求如何随价格变化，新价格会怎样。</translation>
    </message>
    <message>
        <source>A table with a header, one price that was tried a row.</source>
        <translation>带表头的表格，每行一个试过的价格。</translation>
    </message>
    <message>
        <source>The price.</source>
        <translation>价格。</translation>
    </message>
    <message>
        <source>Members at it, or sign-ups in equal times.</source>
        <translation>该价格下的会员数，或相同时长内的注册数。</translation>
    </message>
    <message>
        <source>For a what-if: members at the old price.</source>
        <translation>用于假设分析：原价格下的会员数。</translation>
    </message>
    <message>
        <source>For a what-if: the old price in minor units.</source>
        <translation>用于假设分析：原价格，以最小货币单位计。</translation>
    </message>
    <message>
        <source>For a what-if: the new price in minor units.</source>
        <translation>用于假设分析：新价格，以最小货币单位计。</translation>
    </message>
    <message>
        <source>it has more than %1 factors.</source>
        <translation>因素超过 %1 个。</translation>
    </message>
    <message>
        <source>a factor has a value, a range of low and high, or counts of kept and total.</source>
        <translation>一个因素须有 value，或 low 与 high 的范围，或 kept 与 total 的计数。</translation>
    </message>
    <message>
        <source>its numbers are not those of a factor: a share lies between 0 and 1, a range begins below its end, nothing is below 0.</source>
        <translation>这些数不能作为因素：比例在 0 与 1 之间，范围的起点小于终点，都不小于 0。</translation>
    </message>
    <message>
        <source>The product: %1; at the middle of every factor %2</source>
        <translation>乘积：%1；每个因素取中值时为 %2</translation>
    </message>
    <message>
        <source>factor	at its low end	at its high end	known from</source>
        <translation>因素	取低值时	取高值时	来源</translation>
    </message>
    <message>
        <source>an assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What a product of uncertain factors comes to, as profit does, and which factor matters most.</source>
        <translation>由不确定因素相乘的结果（如利润）是多少，哪个因素影响最大。</translation>
    </message>
    <message>
        <source>A table with a header: factor, value, stdError, low, high, kept, total, share (1 where it is one); one factor a row.</source>
        <translation>带表头的表格：factor、value、stdError、low、high、kept、total、share（是比例则为 1）；每行一个因素。</translation>
    </message>
    <message>
        <source>How many random draws.</source>
        <translation>随机抽样次数。</translation>
    </message>
    <message>
        <source>A price one percent higher goes with a change in members of %1 percent.</source>
        <translation>价格高 1% 时，会员数相应变化 %1%。</translation>
    </message>
    <message>
        <source>Some factors are assumptions: the interval is that of a belief.</source>
        <translation>部分因素是假设：区间反映的是信念。</translation>
    </message>
    <message>
        <source>--%1 is a date like 2026-03-01.</source>
        <translation>--%1 应是形如 2026-03-01 的日期。</translation>
    </message>
    <message>
        <source>what it covers needs a beginning and an end, or neither.</source>
        <translation>所涵盖的期间要么起止都有，要么都没有。</translation>
    </message>
    <message>
        <source>what it covers must end after it begins.</source>
        <translation>所涵盖的期间必须在开始之后结束。</translation>
    </message>
    <message>
        <source>it covers more than 68 years.</source>
        <translation>它涵盖的时间超过 68 年。</translation>
    </message>
    <message>
        <source>period	received	refunded	earned	deferred	accrued</source>
        <translation>期间	收款	退款	已实现	递延	应计</translation>
    </message>
    <message>
        <source>--covers-from and --covers-until belong together.</source>
        <translation>--covers-from 与 --covers-until 须同时给出。</translation>
    </message>
    <message>
        <source>Amounts in minor units; deferred and accrued at the end of the period.</source>
        <translation>金额以最小货币单位计；递延与应计为期末数。</translation>
    </message>
    <message>
        <source>What was received and refunded beside what was earned, and what is still owed.</source>
        <translation>收款与退款，对照已实现的收入，以及仍欠交付的部分。</translation>
    </message>
    <message>
        <source>A table with a header, one payment or refund a row.</source>
        <translation>带表头的表格，每行一笔付款或退款。</translation>
    </message>
    <message>
        <source>When the money moved: a date, or a time.</source>
        <translation>款项发生的日期或时间。</translation>
    </message>
    <message>
        <source>How much, in minor units (cents), a whole number; below 0: a refund or a fee.</source>
        <translation>金额，以最小货币单位（分）计的整数；小于 0 表示退款或费用。</translation>
    </message>
    <message>
        <source>When the service it pays for begins; an empty cell: earned at once.</source>
        <translation>所付服务何时开始；空单元格表示立即实现。</translation>
    </message>
    <message>
        <source>When that service ends; a date is the first day that is not in it.</source>
        <translation>该服务何时结束；若为日期，则是不再包含的第一天。</translation>
    </message>
    <message>
        <source>a term must end after it begins.</source>
        <translation>期限必须在开始之后结束。</translation>
    </message>
    <message>
        <source>%1 terms of %2 members; %3 days of grace</source>
        <translation>%2 位会员的 %1 个期限；宽限期 %3 天</translation>
    </message>
    <message>
        <source>term	renewed	decided	in term	in grace</source>
        <translation>期次	已续	已定	期内	宽限期内</translation>
    </message>
    <message>
        <source>Terms paid in advance: how many are renewed in time, of those for which that is decided.</source>
        <translation>预付期限：在结果已定的期限中，有多少按时续费。</translation>
    </message>
    <message>
        <source>A table with a header, one term that was paid in advance a row.</source>
        <translation>带表头的表格，每行一个预付期限。</translation>
    </message>
    <message>
        <source>Whose term it is.</source>
        <translation>期限属于谁。</translation>
    </message>
    <message>
        <source>When it begins: a date, or a time.</source>
        <translation>何时开始：日期或时间。</translation>
    </message>
    <message>
        <source>When it ends; a date is the first day that is not in it.</source>
        <translation>何时结束；若为日期，则是不再包含的第一天。</translation>
    </message>
    <message>
        <source>How many days after its end a term is still renewed in time.</source>
        <translation>期限结束后多少天内仍算按时续费。</translation>
    </message>
    <message>
        <source>an earlier row has the same id.</source>
        <translation>前面有一行的编号与它相同。</translation>
    </message>
    <message>
        <source>no row has this id.</source>
        <translation>没有哪一行有这个编号。</translation>
    </message>
    <message>
        <source>these rows answer one another in a circle.</source>
        <translation>这些行循环互答。</translation>
    </message>
    <message>
        <source>it is earlier than what it answers.</source>
        <translation>它早于它所回复的内容。</translation>
    </message>
    <message>
        <source>%1 questions, %2 answered; median waiting time %3 hours (%4 to %5)</source>
        <translation>%1 个提问，%2 个得到回复；等待时间中位数 %3 小时（%4 至 %5）</translation>
    </message>
    <message>
        <source>Answered within 1 hour: %1</source>
        <translation>1 小时内得到回复：%1</translation>
    </message>
    <message>
        <source>Answered within 24 hours: %1</source>
        <translation>24 小时内得到回复：%1</translation>
    </message>
    <message>
        <source>Answered within 7 days: %1</source>
        <translation>7 天内得到回复：%1</translation>
    </message>
    <message>
        <source>hours	at risk	answered	still waiting	low	high</source>
        <translation>小时	在险数	已回复	仍在等待	下限	上限</translation>
    </message>
    <message>
        <source>--responder team needs --team: the column that says who is of the team.</source>
        <translation>--responder team 需要 --team：说明谁属于团队的那一列。</translation>
    </message>
    <message>
        <source>How long a question waits for its first answer, those that still wait included.</source>
        <translation>提问等多久才有第一个回复，仍在等待的也计算在内。</translation>
    </message>
    <message>
        <source>A table with a header, one comment or message a row.</source>
        <translation>带表头的表格，每行一条评论或消息。</translation>
    </message>
    <message>
        <source>What tells it from the others.</source>
        <translation>用来与其他行区分的编号。</translation>
    </message>
    <message>
        <source>When it was written: a date, or a time.</source>
        <translation>写于何时：日期或时间。</translation>
    </message>
    <message>
        <source>Who wrote it.</source>
        <translation>由谁所写。</translation>
    </message>
    <message>
        <source>The id of what it answers; an empty cell: it is a question.</source>
        <translation>它所回复内容的编号；空单元格表示它是提问。</translation>
    </message>
    <message>
        <source>Whether its author is of the team: 1 or 0, true or false, yes or no.</source>
        <translation>作者是否属于团队：1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>Whether no person wrote it: 1 or 0, true or false, yes or no.</source>
        <translation>是否并非由人所写：1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>Whose answer counts; the author&apos;s own never does.</source>
        <translation>谁的回复算数；作者自己的从不算。</translation>
    </message>
    <message>
        <source>the time of the last row</source>
        <translation>最后一行的时间</translation>
    </message>
    <message>
        <source>it was paid before it began.</source>
        <translation>付款早于开始。</translation>
    </message>
    <message>
        <source>a trial that was cancelled has an end.</source>
        <translation>已取消的试用应有结束时间。</translation>
    </message>
    <message>
        <source>no trial had begun by then.</source>
        <translation>到那时还没有试用开始。</translation>
    </message>
    <message>
        <source>--from is after --until or --as-of.</source>
        <translation>--from 晚于 --until 或 --as-of。</translation>
    </message>
    <message>
        <source>%1 trials; from %2 to before %3</source>
        <translation>%1 个试用；从 %2 到 %3 之前</translation>
    </message>
    <message>
        <source>rules	converted	of	share</source>
        <translation>规则	转付费	总数	比例</translation>
    </message>
    <message>
        <source>How many free trials are paid for, as Stripe, ChartMogul and Baremetrics count them.</source>
        <translation>有多少免费试用转为付费，分别按 Stripe、ChartMogul 和 Baremetrics 的算法。</translation>
    </message>
    <message>
        <source>A table with a header, one free trial a row.</source>
        <translation>带表头的表格，每行一个免费试用。</translation>
    </message>
    <message>
        <source>When it ran out or was cancelled; an empty cell: it still runs.</source>
        <translation>何时到期或取消；空单元格表示仍在进行。</translation>
    </message>
    <message>
        <source>When the first invoice was paid; an empty cell: none was.</source>
        <translation>首张账单何时付清；空单元格表示没有。</translation>
    </message>
    <message>
        <source>Whether it was cancelled before it had run out: 1 or 0, true or false, yes or no.</source>
        <translation>是否在到期前取消：1 或 0、true 或 false、yes 或 no。</translation>
    </message>
    <message>
        <source>The first day that counts.</source>
        <translation>计入的第一天。</translation>
    </message>
    <message>
        <source>that of the first trial</source>
        <translation>第一个试用的日期</translation>
    </message>
    <message>
        <source>The last day that counts.</source>
        <translation>计入的最后一天。</translation>
    </message>
    <message>
        <source>the day of --as-of</source>
        <translation>--as-of 当天</translation>
    </message>
    <message>
        <source>For ChartMogul: paid within so many days of the start.</source>
        <translation>用于 ChartMogul：开始后多少天内付费。</translation>
    </message>
    <message>
        <source>--text-file goes with --take both.</source>
        <translation>--text-file 须与 --take both 一起使用。</translation>
    </message>
    <message>
        <source>What was changed here and, otherwise, on the site: list it, or say which stays.</source>
        <translation>在这里和站点上作了不同修改的内容：列出，或指定保留哪一方。</translation>
    </message>
    <message>
        <source>List the fields that wait for a decision.</source>
        <translation>列出等待决定的字段。</translation>
    </message>
    <message>
        <source>Only rows of this kind: member, post, tier and so on.</source>
        <translation>只看这一类：member、post、tier 等。</translation>
    </message>
    <message>
        <source>Only this row of the kind.</source>
        <translation>只看这一类中的这一行。</translation>
    </message>
    <message>
        <source>Settle one: yours is sent, theirs is taken over, or a text holds both.</source>
        <translation>解决一处冲突：发送你的、采用对方的，或用文本同时保留两者。</translation>
    </message>
    <message>
        <source>Which, by its number in the list.</source>
        <translation>哪一处，按列表中的编号。</translation>
    </message>
    <message>
        <source>Which stays; both is for texts.</source>
        <translation>保留哪一方；both 用于文本。</translation>
    </message>
    <message>
        <source>With --take both: the text that holds both; - reads it from standard input.</source>
        <translation>与 --take both 一起：同时包含两者的文本；- 表示从标准输入读取。</translation>
    </message>
    <message>
        <source>theirs, a blank line, yours</source>
        <translation>对方的、空行、你的</translation>
    </message>
    <message>
        <source>Change members, labels, tiers, offers, posts or comments here; the next sync sends it to the site.</source>
        <translation>在这里修改会员、标签、会员等级、优惠、文章或评论；下次同步时发送到站点。</translation>
    </message>
    <message>
        <source>--new and --%1 exclude each other.</source>
        <translation>--new 与 --%1 不能同时使用。</translation>
    </message>
    <message>
        <source>--tag and --no-tags exclude each other.</source>
        <translation>--tag 与 --no-tags 不能同时使用。</translation>
    </message>
    <message>
        <source>Which, by the number here.</source>
        <translation>哪一个，按这里的编号。</translation>
    </message>
    <message>
        <source>Change a post, publish or delete it, or write one.</source>
        <translation>修改、发布或删除一篇文章，或新写一篇。</translation>
    </message>
    <message>
        <source>Which: the number here, or its slug.</source>
        <translation>哪一篇：这里的编号，或其网址别名。</translation>
    </message>
    <message>
        <source>Write a post of this title; a draft unless --status says otherwise.</source>
        <translation>以此标题新写一篇文章；除非 --status 另有说明，否则为草稿。</translation>
    </message>
    <message>
        <source>The title from now on.</source>
        <translation>今后的标题。</translation>
    </message>
    <message>
        <source>The body as HTML; - reads it from standard input. The site keeps paragraphs, headings, lists, images and links.</source>
        <translation>HTML 正文；- 表示从标准输入读取。站点会保留段落、标题、列表、图片和链接。</translation>
    </message>
    <message>
        <source>What lists say about it.</source>
        <translation>列表中的简介。</translation>
    </message>
    <message>
        <source>Publish it, take it back, or let the site publish it at --at. Nothing is mailed.</source>
        <translation>发布、撤回，或让站点在 --at 时发布。不会发送邮件。</translation>
    </message>
    <message>
        <source>When it is, or was, published: the end of this day (2026-03-01), or this instant (2026-03-01T12:00:00Z).</source>
        <translation>何时发布：当日结束时（2026-03-01），或这一时刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>Who may read it: public, members, paid, tiers, or a filter of members.</source>
        <translation>谁可阅读：public、members、paid、tiers，或会员筛选条件。</translation>
    </message>
    <message>
        <source>With --visibility tiers: who may read it. May be repeated.</source>
        <translation>与 --visibility tiers 一起：哪些会员等级可阅读。可重复。</translation>
    </message>
    <message>
        <source>A tag, in place of those there are; one that does not exist is made. May be repeated.</source>
        <translation>一个主题标签，替换现有的；不存在则新建。可重复。</translation>
    </message>
    <message>
        <source>Take all tags away.</source>
        <translation>去掉所有主题标签。</translation>
    </message>
    <message>
        <source>Whether it is featured.</source>
        <translation>是否精选。</translation>
    </message>
    <message>
        <source>Delete it on the site, comments and all. It stays here, marked so.</source>
        <translation>在站点上连同评论一起删除。这里保留并标明。</translation>
    </message>
    <message>
        <source>Hide, show, pin or delete a comment, or answer it.</source>
        <translation>隐藏、显示、置顶或删除评论，或回复它。</translation>
    </message>
    <message>
        <source>Show a comment to nobody but you.</source>
        <translation>除你之外不向任何人显示这条评论。</translation>
    </message>
    <message>
        <source>Show a comment again, also one that was deleted.</source>
        <translation>重新显示评论，已删除的也可以。</translation>
    </message>
    <message>
        <source>Keep a thread above the others of its post.</source>
        <translation>让讨论串在其文章中置顶。</translation>
    </message>
    <message>
        <source>Let a thread stand among the others.</source>
        <translation>取消讨论串的置顶。</translation>
    </message>
    <message>
        <source>Answer a comment as a member: the one you are on the site.</source>
        <translation>以某位会员的身份回复评论：你在站点上的身份。</translation>
    </message>
    <message>
        <source>Which comment, by the number here.</source>
        <translation>哪条评论，按这里的编号。</translation>
    </message>
    <message>
        <source>Who answers: an address, or the number here.</source>
        <translation>由谁回复：邮箱地址，或这里的编号。</translation>
    </message>
    <message>
        <source>the member that the workspace&apos;s settings name</source>
        <translation>工作区设置中指定的会员</translation>
    </message>
    <message>
        <source>The answer as plain text; - reads it from standard input. A blank line begins a paragraph.</source>
        <translation>纯文本回复；- 表示从标准输入读取。空行开始新段落。</translation>
    </message>
    <message>
        <source>Delete a comment; it can be shown again.</source>
        <translation>删除评论；之后可重新显示。</translation>
    </message>
    <message>
        <source>--until goes with --complimentary or --disable-commenting.</source>
        <translation>--until 须与 --complimentary 或 --disable-commenting 一起使用。</translation>
    </message>
    <message>
        <source>The note about the member, which only you read.</source>
        <translation>关于会员的备注，只有你能看到。</translation>
    </message>
    <message>
        <source>Add this label; one that does not exist is made. May be repeated.</source>
        <translation>添加此标签；不存在则新建。可重复。</translation>
    </message>
    <message>
        <source>Take this label away. May be repeated.</source>
        <translation>去掉此标签。可重复。</translation>
    </message>
    <message>
        <source>Subscribe to this newsletter. May be repeated.</source>
        <translation>订阅此邮件通讯。可重复。</translation>
    </message>
    <message>
        <source>Unsubscribe from this newsletter. May be repeated.</source>
        <translation>退订此邮件通讯。可重复。</translation>
    </message>
    <message>
        <source>Give access to this tier without payment.</source>
        <translation>赠阅此会员等级。</translation>
    </message>
    <message>
        <source>End such access.</source>
        <translation>结束赠阅。</translation>
    </message>
    <message>
        <source>Let the member comment no longer, for this reason.</source>
        <translation>因此原因禁止该会员评论。</translation>
    </message>
    <message>
        <source>Let the member comment again.</source>
        <translation>允许该会员重新评论。</translation>
    </message>
    <message>
        <source>When the access, or the ban, ends: the end of this day (2026-03-01), or this instant (2026-03-01T12:00:00Z).</source>
        <translation>赠阅或禁言何时结束：当日结束时（2026-03-01），或这一时刻（2026-03-01T12:00:00Z）。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>Remove from the site. Who left stays here, with all history.</source>
        <translation>从站点移除。离开者连同全部历史保留在这里。</translation>
    </message>
    <message>
        <source>Change one member, or add one.</source>
        <translation>修改一位会员，或添加一位。</translation>
    </message>
    <message>
        <source>Whom: an address, or the number here.</source>
        <translation>哪一位：邮箱地址，或这里的编号。</translation>
    </message>
    <message>
        <source>Add a member of this address.</source>
        <translation>以此邮箱地址添加会员。</translation>
    </message>
    <message>
        <source>The new address.</source>
        <translation>新的邮箱地址。</translation>
    </message>
    <message>
        <source>The name.</source>
        <translation>姓名。</translation>
    </message>
    <message>
        <source>Change all members that pass a filter, in one commit.</source>
        <translation>一次修改符合筛选条件的所有会员。</translation>
    </message>
    <message>
        <source>Whom, in Ghost&apos;s language: status:paid+label:vip.</source>
        <translation>哪些会员，用 Ghost 的语法：status:paid+label:vip。</translation>
    </message>
    <message>
        <source>Rename a label, merge it into another, remove it, or add one.</source>
        <translation>重命名标签、并入另一标签、移除，或新建。</translation>
    </message>
    <message>
        <source>Which: its name, or the number here.</source>
        <translation>哪一个：名称，或这里的编号。</translation>
    </message>
    <message>
        <source>Add a label of this name.</source>
        <translation>以此名称新建标签。</translation>
    </message>
    <message>
        <source>What it is called from now on.</source>
        <translation>今后的名称。</translation>
    </message>
    <message>
        <source>Who has it gets this one instead, and it goes.</source>
        <translation>拥有它的会员改得此标签，原标签移除。</translation>
    </message>
    <message>
        <source>Take it away from everybody.</source>
        <translation>从所有人身上去掉。</translation>
    </message>
    <message>
        <source>several are called that; give the number.</source>
        <translation>有多个同名，请给出编号。</translation>
    </message>
    <message>
        <source>Nothing was changed: it is like this already.</source>
        <translation>没有改动：已经是这样了。</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 removed</source>
        <translation>%1：新增 %2，修改 %3，移除 %4</translation>
    </message>
    <message>
        <source>exactly one of these is needed: %1.</source>
        <translation>以下各项须恰好给出一项：%1。</translation>
    </message>
    <message>
        <source>Change a tier, archive it, or add one. Prices are in the smallest unit of the currency.</source>
        <translation>修改、归档或新建会员等级。价格以最小货币单位计。</translation>
    </message>
    <message>
        <source>Add a tier of this name.</source>
        <translation>以此名称新建会员等级。</translation>
    </message>
    <message>
        <source>What is said about it.</source>
        <translation>会员等级说明。</translation>
    </message>
    <message>
        <source>Three letters: USD.</source>
        <translation>三个字母：USD。</translation>
    </message>
    <message>
        <source>What a month costs: 500 is 5.00 USD.</source>
        <translation>每月价格：500 即 5.00 USD。</translation>
    </message>
    <message>
        <source>What a year costs.</source>
        <translation>每年价格。</translation>
    </message>
    <message>
        <source>How many days are free at first; 0: none.</source>
        <translation>开始免费试用多少天；0 表示没有。</translation>
    </message>
    <message>
        <source>One line of what it gives, in place of those there are. May be repeated.</source>
        <translation>一行权益，替换现有的。可重复。</translation>
    </message>
    <message>
        <source>Whether it is offered to the public.</source>
        <translation>是否向公众提供。</translation>
    </message>
    <message>
        <source>no: archived.</source>
        <translation>no：归档。</translation>
    </message>
    <message>
        <source>Change an offer, archive it, or add one. The terms of one that the site has are fixed.</source>
        <translation>修改、归档或新建优惠。站点上已有的优惠，其条款不可更改。</translation>
    </message>
    <message>
        <source>Which: its name, its code, or the number here.</source>
        <translation>哪一个：名称、代码，或这里的编号。</translation>
    </message>
    <message>
        <source>Add an offer of this name.</source>
        <translation>以此名称新建优惠。</translation>
    </message>
    <message>
        <source>The word in its address.</source>
        <translation>其网址中的代码。</translation>
    </message>
    <message>
        <source>What it takes off: a share, an amount of money, or days that are free.</source>
        <translation>优惠方式：百分比、金额，或免费天数。</translation>
    </message>
    <message>
        <source>Per cent, smallest units of the currency, or days.</source>
        <translation>百分比、最小货币单位，或天数。</translation>
    </message>
    <message>
        <source>Of an amount of money.</source>
        <translation>金额的货币。</translation>
    </message>
    <message>
        <source>the tier&apos;s</source>
        <translation>会员等级的货币</translation>
    </message>
    <message>
        <source>For whom pays by the month, or by the year.</source>
        <translation>适用于按月付费者，或按年付费者。</translation>
    </message>
    <message>
        <source>For how many payments.</source>
        <translation>适用于多少次付款。</translation>
    </message>
    <message>
        <source>With --duration repeating: for how many months.</source>
        <translation>与 --duration repeating 一起：持续多少个月。</translation>
    </message>
    <message>
        <source>For which tier.</source>
        <translation>适用于哪个会员等级。</translation>
    </message>
    <message>
        <source>What the offer&apos;s page says above.</source>
        <translation>优惠页面的标题。</translation>
    </message>
    <message>
        <source>What it says below that.</source>
        <translation>标题下的说明。</translation>
    </message>
    <message>
        <source>Left as it is, because it was changed since: %1 %2 %3</source>
        <translation>此后又有改动，故保持原样：%1 %2 %3</translation>
    </message>
    <message>
        <source>Take back what was done last, or an earlier change.</source>
        <translation>撤销上一次操作，或更早的某次更改。</translation>
    </message>
    <message>
        <source>Which change, as the journal numbers it; without it the latest that is not undone.</source>
        <translation>哪次更改，按日志编号；不给出则为最近一次未撤销的。</translation>
    </message>
    <message>
        <source>Make again what was undone last.</source>
        <translation>重做上一次撤销的操作。</translation>
    </message>
    <message>
        <source>Which change, as the journal numbers it; without it the one undone last.</source>
        <translation>哪次更改，按日志编号；不给出则为最近撤销的那次。</translation>
    </message>
    <message>
        <source>(waits for a decision)</source>
        <translation>（等待决定）</translation>
    </message>
    <message>
        <source>Nothing is sent to the site until you resume it.</source>
        <translation>在你恢复之前，不会向站点发送任何内容。</translation>
    </message>
    <message>
        <source>What waits is sent with the next sync.</source>
        <translation>等待的内容将随下次同步发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent again.</source>
        <translation>
            <numerusform>将重新发送 %n 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of which kind the row is: member, label, tier, offer, tag, post or comment.</source>
        <translation>行的类型：member、label、tier、offer、tag、post 或 comment。</translation>
    </message>
    <message>
        <source>Which row of the kind, by the number here.</source>
        <translation>该类型中的哪一行，按这里的编号。</translation>
    </message>
    <message>
        <source>What was changed here and the site has yet to learn: list it, send it, hold it back, or take it back.</source>
        <translation>在这里改动而站点尚不知道的内容：列出、发送、暂缓或收回。</translation>
    </message>
    <message>
        <source>List what waits, oldest first.</source>
        <translation>列出等待的内容，最早的在前。</translation>
    </message>
    <message>
        <source>Only what stands like this.</source>
        <translation>只看处于此状态的。</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>最多这么多。</translation>
    </message>
    <message>
        <source>Sync, and send what waits: all of it, or one row.</source>
        <translation>同步并发送等待的内容：全部，或其中一行。</translation>
    </message>
    <message>
        <source>Hold a row back, or without one send nothing at all until it is resumed.</source>
        <translation>暂缓一行；不指定时，恢复之前什么都不发送。</translation>
    </message>
    <message>
        <source>Let a row go again, or without one send what waits with the next sync.</source>
        <translation>恢复一行；不指定时，等待的内容随下次同步发送。</translation>
    </message>
    <message>
        <source>Send again what the site refused: all of it, or one row.</source>
        <translation>重新发送站点拒绝的内容：全部，或其中一行。</translation>
    </message>
    <message>
        <source>Take the changes of a row back here, so that the site never learns of them.</source>
        <translation>在这里收回一行的更改，站点永不知晓。</translation>
    </message>
    <message>
        <source>--%1 is a date like 2026-03-01 or a time like 2026-03-01T12:00:00Z.</source>
        <translation>--%1 应是形如 2026-03-01 的日期，或形如 2026-03-01T12:00:00Z 的时间。</translation>
    </message>
    <message>
        <source>%1 % sending %2: %3</source>
        <translation>%1 % 正在发送%2：%3</translation>
    </message>
    <message>
        <source>%1: %2 sent, %3 refused</source>
        <translation>%1：已发送 %2，被拒绝 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n 项更改等待发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring a workspace to the state of its site, and send what was changed here. Ctrl+C stops it; what arrived is kept.</source>
        <translation>使工作区与站点一致，并发送这里的更改。Ctrl+C 可停止；已到达的内容会保留。</translation>
    </message>
    <message>
        <source>This is settled.</source>
        <translation>已解决。</translation>
    </message>
    <message>
        <source>This row is held back until you resume it.</source>
        <translation>此行暂缓，直到你恢复它。</translation>
    </message>
    <message>
        <source>This row goes with the next sync.</source>
        <translation>此行将随下次同步发送。</translation>
    </message>
    <message>
        <source>The changes of this row were taken back here; the site never learns of them.</source>
        <translation>已在这里收回此行的更改；站点永不知晓。</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行 %2 列</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>filter, character %1</source>
        <translation>筛选条件第 %1 个字符</translation>
    </message>
    <message>
        <source>there is no such encoding.</source>
        <translation>没有这种编码。</translation>
    </message>
    <message>
        <source>these bytes mean nothing in its encoding.</source>
        <translation>这些字节在其编码中没有意义。</translation>
    </message>
    <message>
        <source>there is no header row.</source>
        <translation>没有表头行。</translation>
    </message>
    <message>
        <source>the row is too large.</source>
        <translation>这一行太大。</translation>
    </message>
    <message>
        <source>a quote is never closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>the header has no column for this cell.</source>
        <translation>表头中没有与此单元格对应的列。</translation>
    </message>
    <message>
        <source>two columns have this name.</source>
        <translation>有两列同名。</translation>
    </message>
    <message>
        <source>the filter is empty.</source>
        <translation>筛选条件是空的。</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;.</source>
        <translation>没有“%1”这个字段。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be followed by a colon.</source>
        <translation>“%1”后面必须有冒号。</translation>
    </message>
    <message>
        <source>a value is missing.</source>
        <translation>缺少一个值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value of this field.</source>
        <translation>“%1”不是这个字段的值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared this way.</source>
        <translation>“%1”不能这样比较。</translation>
    </message>
    <message>
        <source>a quote is not closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>a bracket is not closed.</source>
        <translation>有一个括号没有闭合。</translation>
    </message>
    <message>
        <source>the filter ends too early.</source>
        <translation>筛选条件没有写完。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible here.</source>
        <translation>这里不能出现“%1”。</translation>
    </message>
    <message>
        <source>there are too many brackets inside each other.</source>
        <translation>括号嵌套太深。</translation>
    </message>
    <message>
        <source>the filter compares it with what it cannot be.</source>
        <translation>筛选条件拿它与不可能的值比较。</translation>
    </message>
    <message>
        <source>an address is one word.</source>
        <translation>地址中不能有空格。</translation>
    </message>
    <message>
        <source>this is not a web address.</source>
        <translation>这不是网址。</translation>
    </message>
    <message>
        <source>a user name or password does not belong into the address.</source>
        <translation>地址中不应包含用户名或密码。</translation>
    </message>
    <message>
        <source>only http and https are web addresses.</source>
        <translation>网址只能是 http 或 https。</translation>
    </message>
    <message>
        <source>member %1, field %2</source>
        <translation>会员 %1，字段 %2</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>字段 %1</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>会员 %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>newsletter %1</source>
        <translation>邮件通讯 %1</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>会员等级 %1</translation>
    </message>
    <message>
        <source>offer %1</source>
        <translation>优惠 %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>主题标签 %1</translation>
    </message>
    <message>
        <source>post %1</source>
        <translation>文章 %1</translation>
    </message>
    <message>
        <source>comment %1</source>
        <translation>评论 %1</translation>
    </message>
    <message>
        <source>conflict %1</source>
        <translation>冲突 %1</translation>
    </message>
    <message>
        <source>journal entry %1</source>
        <translation>日志条目 %1</translation>
    </message>
    <message>
        <source>the member you answer as</source>
        <translation>你用来回复的会员身份</translation>
    </message>
    <message>
        <source>this change</source>
        <translation>此更改</translation>
    </message>
    <message>
        <source>there is nothing to change.</source>
        <translation>没有要修改的内容。</translation>
    </message>
    <message>
        <source>both ways at once.</source>
        <translation>同时要求了相反的两种做法。</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>it is missing.</source>
        <translation>缺少它。</translation>
    </message>
    <message>
        <source>it is longer than %1 characters.</source>
        <translation>它超过 %1 个字符。</translation>
    </message>
    <message>
        <source>it is less than nothing.</source>
        <translation>它小于零。</translation>
    </message>
    <message>
        <source>it is from 1 to %1.</source>
        <translation>应在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>it is one of: %1.</source>
        <translation>应是以下之一：%1。</translation>
    </message>
    <message>
        <source>this is not an e-mail address.</source>
        <translation>这不是邮箱地址。</translation>
    </message>
    <message>
        <source>another member has this address.</source>
        <translation>另一位会员已使用此地址。</translation>
    </message>
    <message>
        <source>an address is one member&apos;s.</source>
        <translation>一个地址只属于一位会员。</translation>
    </message>
    <message>
        <source>another one is called that.</source>
        <translation>已有另一个同名。</translation>
    </message>
    <message>
        <source>this time is over.</source>
        <translation>这个时间已过。</translation>
    </message>
    <message>
        <source>this time lies ahead.</source>
        <translation>这个时间还在将来。</translation>
    </message>
    <message>
        <source>this member has left.</source>
        <translation>这位会员已离开。</translation>
    </message>
    <message>
        <source>this member pays for access.</source>
        <translation>这位会员是付费会员。</translation>
    </message>
    <message>
        <source>this newsletter is archived.</source>
        <translation>此邮件通讯已归档。</translation>
    </message>
    <message>
        <source>this tier is archived.</source>
        <translation>此会员等级已归档。</translation>
    </message>
    <message>
        <source>the free tier is everybody&apos;s.</source>
        <translation>免费会员等级人人都有。</translation>
    </message>
    <message>
        <source>the free tier has no price.</source>
        <translation>免费会员等级没有价格。</translation>
    </message>
    <message>
        <source>the free tier cannot be archived.</source>
        <translation>免费会员等级不能归档。</translation>
    </message>
    <message>
        <source>a price is from 1 to %1 in the smallest unit of its currency.</source>
        <translation>价格以最小货币单位计，应在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>a currency is three letters.</source>
        <translation>货币为三个字母。</translation>
    </message>
    <message>
        <source>a benefit is one line.</source>
        <translation>每项权益只占一行。</translation>
    </message>
    <message>
        <source>a trial lasts a trial, and nothing else does.</source>
        <translation>只有试用类优惠的期限是 trial，其他类型不是。</translation>
    </message>
    <message>
        <source>by the year it is once or forever.</source>
        <translation>按年计费时只能是一次或永久。</translation>
    </message>
    <message>
        <source>months go with repeating, and with nothing else.</source>
        <translation>月数只与 repeating 一起使用。</translation>
    </message>
    <message>
        <source>a fixed amount is in the currency of the tier, and nothing else has one.</source>
        <translation>固定金额以会员等级的货币计，其他类型没有货币。</translation>
    </message>
    <message>
        <source>the terms of an offer that the store has cannot be changed.</source>
        <translation>站点上已有的优惠，其条款不可更改。</translation>
    </message>
    <message>
        <source>tiers are chosen with the visibility tiers only.</source>
        <translation>只有可见范围为 tiers 时才选择会员等级。</translation>
    </message>
    <message>
        <source>what was mailed cannot be taken back.</source>
        <translation>已发送的邮件无法收回。</translation>
    </message>
    <message>
        <source>this post is deleted.</source>
        <translation>这篇文章已删除。</translation>
    </message>
    <message>
        <source>this comment is deleted.</source>
        <translation>这条评论已删除。</translation>
    </message>
    <message>
        <source>only the first comment of a thread can be pinned.</source>
        <translation>只有讨论串的首条评论可以置顶。</translation>
    </message>
    <message>
        <source>there is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>there is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>only what a person, an import or a rule did can be undone.</source>
        <translation>只有人、导入或规则所做的操作可以撤销。</translation>
    </message>
    <message>
        <source>it is undone already.</source>
        <translation>它已经撤销了。</translation>
    </message>
    <message>
        <source>it is not undone.</source>
        <translation>它没有被撤销。</translation>
    </message>
    <message>
        <source>the values it changed were erased.</source>
        <translation>它所改动的值已被抹除。</translation>
    </message>
    <message>
        <source>what was published cannot be taken back.</source>
        <translation>已发布的内容无法收回。</translation>
    </message>
    <message>
        <source>it is being sent; what became of it has to be known first.</source>
        <translation>它正在发送；须先得知结果。</translation>
    </message>
    <message>
        <source>it is paused.</source>
        <translation>它已暂停。</translation>
    </message>
    <message>
        <source>%1 rows of %2 refer to it; they have to be discarded first.</source>
        <translation>%2 中有 %1 行引用它；须先放弃这些更改。</translation>
    </message>
    <message>
        <source>only a text can hold both.</source>
        <translation>只有文本能同时保留两者。</translation>
    </message>
    <message>
        <source>a name holds both only in words that are given.</source>
        <translation>名称要同时保留两者，须给出具体文字。</translation>
    </message>
    <message>
        <source>whether both sides agree is not a person&apos;s to say.</source>
        <translation>双方是否一致不由人来指定。</translation>
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
    <message>
        <source>This workspace is not connected to a site.</source>
        <translation>此工作区没有连接站点。</translation>
    </message>
    <message>
        <source>Connect it with the address of your site and its Admin API key.</source>
        <translation>请用站点地址和 Admin API 密钥连接。</translation>
    </message>
    <message>
        <source>This workspace has no privacy budget yet.</source>
        <translation>此工作区还没有隐私预算。</translation>
    </message>
    <message>
        <source>Nothing was published. Decide how much may become known about your members, and set it.</source>
        <translation>没有发布任何内容。请先决定可以让外界了解会员多少，并设定预算。</translation>
    </message>
    <message>
        <source>What is left of the privacy budget does not allow this release.</source>
        <translation>剩余的隐私预算不足以支持这次发布。</translation>
    </message>
    <message>
        <source>Nothing was published. Publish less, or with more noise; raising the budget breaks a promise to your members.</source>
        <translation>没有发布任何内容。请少发布一些，或加大噪声；提高预算等于违背对会员的承诺。</translation>
    </message>
    <message>
        <source>This was changed on the site meanwhile.</source>
        <translation>站点上的内容在此期间已被修改。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Sync again: both changes are put together, or you are asked which one stays.</source>
        <translation>没有覆盖任何内容。请重新同步：两边的更改会合并，或请你选择保留哪一方。</translation>
    </message>
    <message>
        <source>The site refused a change.</source>
        <translation>站点拒绝了一项更改。</translation>
    </message>
    <message>
        <source>The site refused a change: %1</source>
        <translation>站点拒绝了一项更改：%1</translation>
    </message>
    <message>
        <source>Nothing was lost: it waits under Sync. Correct it and try again, or discard it.</source>
        <translation>没有丢失任何内容：它在“同步”中等待。请改正后重试，或放弃它。</translation>
    </message>
    <message>
        <source>This cannot be done: %1</source>
        <translation>无法执行：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is where it is wrong (a row and column, a field, an address), %2 a sentence that says why.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Id on the site</source>
        <translation>站点上的编号</translation>
    </message>
    <message>
        <source>UUID on the site</source>
        <translation>站点上的 UUID</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Changed on the site</source>
        <translation>站点上的修改时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation>离开站点</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>Gets newsletters</source>
        <translation>接收邮件通讯</translation>
    </message>
    <message>
        <source>E-mails sent</source>
        <translation>已发邮件</translation>
    </message>
    <message>
        <source>E-mails opened</source>
        <translation>已打开邮件</translation>
    </message>
    <message>
        <source>E-mail stopped</source>
        <translation>邮件已停发</translation>
    </message>
    <message>
        <source>Why e-mail stopped</source>
        <translation>停发原因</translation>
    </message>
    <message>
        <source>May not comment</source>
        <translation>禁止评论</translation>
    </message>
    <message>
        <source>Why they may not comment</source>
        <translation>禁言原因</translation>
    </message>
    <message>
        <source>May comment again</source>
        <translation>恢复评论时间</translation>
    </message>
    <message>
        <source>Complimentary until</source>
        <translation>赠阅截止</translation>
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
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Name in addresses</source>
        <translation>网址别名</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Costs money</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Offered to the public</source>
        <translation>向公众提供</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Price a month</source>
        <translation>月价</translation>
    </message>
    <message>
        <source>Price a year</source>
        <translation>年价</translation>
    </message>
    <message>
        <source>Days of trial</source>
        <translation>试用天数</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind of offer</source>
        <translation>优惠类型</translation>
    </message>
    <message>
        <source>Paid every</source>
        <translation>付费周期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Times used</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Ends with the period</source>
        <translation>到期结束</translation>
    </message>
    <message>
        <source>Why cancelled</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>本期结束</translation>
    </message>
    <message>
        <source>Trial began</source>
        <translation>试用开始</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>试用结束</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>可读范围</translation>
    </message>
    <message>
        <source>Featured</source>
        <translation>精选</translation>
    </message>
    <message>
        <source>By e-mail only</source>
        <translation>仅通过邮件</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Minutes to read</source>
        <translation>阅读分钟数</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Text without format</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>Tiers that may read it</source>
        <translation>可读会员等级</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>讨论串</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>所回复</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写作时间</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>编辑时间</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>赞</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>踩</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>newsletter</source>
        <translation>邮件通讯</translation>
    </message>
    <message>
        <source>newsletters</source>
        <translation>邮件通讯</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>主题标签</translation>
    </message>
    <message>
        <source>post</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>reaction</source>
        <translation>点赞与举报</translation>
    </message>
    <message>
        <source>reactions</source>
        <translation>点赞与举报</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>change of a subscription</source>
        <translation>订阅变更</translation>
    </message>
    <message>
        <source>changes of subscriptions</source>
        <translation>订阅变更</translation>
    </message>
    <message>
        <source>private release</source>
        <translation>隐私发布</translation>
    </message>
    <message>
        <source>private releases</source>
        <translation>隐私发布</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>per cent off</source>
        <translation>百分比优惠</translation>
    </message>
    <message>
        <source>a fixed amount off</source>
        <translation>固定金额优惠</translation>
    </message>
    <message>
        <source>free days</source>
        <translation>免费天数</translation>
    </message>
    <message>
        <source>for the first payment</source>
        <translation>首次付款</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>for some months</source>
        <translation>若干个月</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A row whose name is not known: its kind and its number, &quot;Member 17&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>Label a member</source>
        <translation>给会员加标签</translation>
    </message>
    <message>
        <source>Label %1 members</source>
        <translation>给 %1 位会员加标签</translation>
    </message>
    <message>
        <source>Take a label off a member</source>
        <translation>去掉会员的标签</translation>
    </message>
    <message>
        <source>Take a label off %1 members</source>
        <translation>去掉 %1 位会员的标签</translation>
    </message>
    <message>
        <source>Edit a member</source>
        <translation>编辑会员</translation>
    </message>
    <message>
        <source>Edit %1 members</source>
        <translation>编辑 %1 位会员</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>移除会员</translation>
    </message>
    <message>
        <source>Remove %1 members</source>
        <translation>移除 %1 位会员</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加会员</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Rename a label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Remove a label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Merge two labels</source>
        <translation>合并两个标签</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>新建会员等级</translation>
    </message>
    <message>
        <source>Edit a tier</source>
        <translation>编辑会员等级</translation>
    </message>
    <message>
        <source>Archive a tier</source>
        <translation>归档会员等级</translation>
    </message>
    <message>
        <source>Bring back a tier</source>
        <translation>恢复会员等级</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>新建优惠</translation>
    </message>
    <message>
        <source>Edit an offer</source>
        <translation>编辑优惠</translation>
    </message>
    <message>
        <source>Archive an offer</source>
        <translation>归档优惠</translation>
    </message>
    <message>
        <source>Bring back an offer</source>
        <translation>恢复优惠</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>写文章</translation>
    </message>
    <message>
        <source>Edit a post</source>
        <translation>编辑文章</translation>
    </message>
    <message>
        <source>Publish a post</source>
        <translation>发布文章</translation>
    </message>
    <message>
        <source>Delete a post</source>
        <translation>删除文章</translation>
    </message>
    <message>
        <source>Show a comment</source>
        <translation>显示评论</translation>
    </message>
    <message>
        <source>Hide a comment</source>
        <translation>隐藏评论</translation>
    </message>
    <message>
        <source>Delete a comment</source>
        <translation>删除评论</translation>
    </message>
    <message>
        <source>Pin a comment</source>
        <translation>置顶评论</translation>
    </message>
    <message>
        <source>Unpin a comment</source>
        <translation>取消置顶评论</translation>
    </message>
    <message>
        <source>Answer a comment</source>
        <translation>回复评论</translation>
    </message>
    <message>
        <source>Publish private figures</source>
        <translation>发布加噪数字</translation>
    </message>
    <message>
        <source>Set the privacy budget</source>
        <translation>设置隐私预算</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Connect the site</source>
        <translation>连接站点</translation>
    </message>
    <message>
        <source>Connect or disconnect the site</source>
        <translation>连接或断开站点</translation>
    </message>
    <message>
        <source>Begin a sync</source>
        <translation>开始同步</translation>
    </message>
    <message>
        <source>Finish a sync</source>
        <translation>完成同步</translation>
    </message>
    <message>
        <source>Read tiers from the site</source>
        <translation>从站点读取会员等级</translation>
    </message>
    <message>
        <source>Read offers from the site</source>
        <translation>从站点读取优惠</translation>
    </message>
    <message>
        <source>Read labels from the site</source>
        <translation>从站点读取标签</translation>
    </message>
    <message>
        <source>Read newsletters from the site</source>
        <translation>从站点读取邮件通讯</translation>
    </message>
    <message>
        <source>Read tags from the site</source>
        <translation>从站点读取主题标签</translation>
    </message>
    <message>
        <source>Read members from the site</source>
        <translation>从站点读取会员</translation>
    </message>
    <message>
        <source>Read posts from the site</source>
        <translation>从站点读取文章</translation>
    </message>
    <message>
        <source>Read comments from the site</source>
        <translation>从站点读取评论</translation>
    </message>
    <message>
        <source>Read reactions from the site</source>
        <translation>从站点读取点赞与举报</translation>
    </message>
    <message>
        <source>Read events from the site</source>
        <translation>从站点读取事件</translation>
    </message>
    <message>
        <source>Discard what waited for the site</source>
        <translation>放弃等待发送的更改</translation>
    </message>
    <message>
        <source>Settle a conflict</source>
        <translation>解决冲突</translation>
    </message>
    <message>
        <source>Undo entry %1</source>
        <translation>撤销条目 %1</translation>
    </message>
    <message>
        <source>Redo entry %1</source>
        <translation>重做条目 %1</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>The site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>An import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>A rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>撤销与重做</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The sample community</source>
        <translation>示例社区</translation>
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
    <name>NetChangeWords</name>
    <message>
        <source>without %1</source>
        <comment>what a set lost</comment>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>what a set gained</comment>
        <translation>加上 %1</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message numerus="yes">
        <source>%n day(s) free</source>
        <translation>
            <numerusform>免费 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 off for good</source>
        <comment>amount</comment>
        <translation>永久优惠 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 off for %n month(s)</source>
        <comment>amount</comment>
        <translation>
            <numerusform>%n 个月优惠 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 off the first payment</source>
        <comment>amount</comment>
        <translation>首次付款优惠 %1</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>state of a tier</comment>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Visible</source>
        <comment>state of a tier</comment>
        <translation>可见</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>state of a tier</comment>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>state of an offer</comment>
        <translation>有效</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>state of an offer</comment>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>%1.</source>
        <extracomment>%1 is a sentence of the site without its full stop</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>仅存于此</translation>
    </message>
    <message>
        <source>Held by a conflict: it was changed on the site too. Decide under Conflicts; what is not in conflict goes on.</source>
        <translation>因冲突暂缓：站点上也作了修改。请在“冲突”中决定；没有冲突的部分继续发送。</translation>
    </message>
    <message>
        <source>Waiting for the next sync.</source>
        <translation>等待下次同步。</translation>
    </message>
    <message numerus="yes">
        <source>It did not get through %n time(s); the next attempt is at %1.</source>
        <translation>
            <numerusform>已有 %n 次未能送达；下次尝试在 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It did not get through %n time(s); it goes with the next sync.</source>
        <translation>
            <numerusform>已有 %n 次未能送达；将随下次同步发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was sent, and the site&apos;s answer is not known yet. The next sync looks first whether it arrived.</source>
        <translation>已经发出，但尚不知站点的答复。下次同步会先查看是否已送达。</translation>
    </message>
    <message>
        <source>Paused by you. It goes when you resume it.</source>
        <translation>已被你暂停。恢复后发送。</translation>
    </message>
    <message>
        <source>The site refused it and gave no reason.</source>
        <translation>站点拒绝了它，没有说明原因。</translation>
    </message>
    <message>
        <source>The site refused it: %1</source>
        <comment>the site&apos;s reason</comment>
        <translation>站点拒绝了它：%1</translation>
    </message>
    <message>
        <source>The site cannot hold this. It stays in this workspace, and no sync overwrites it.</source>
        <translation>站点无法保存这一内容。它留在此工作区，任何同步都不会覆盖它。</translation>
    </message>
    <message>
        <source>To be made there</source>
        <translation>将在站点新建</translation>
    </message>
    <message>
        <source>To be removed there</source>
        <translation>将从站点移除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait</source>
        <translation>
            <numerusform>%Ln 项更改等待发送</numerusform>
        </translation>
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
    <message>
        <source>Sending to the site: %1, %2 of %3</source>
        <translation>正在发送到站点：%1，%2 / %3</translation>
    </message>
    <message>
        <source>Sending to the site: %1, %2</source>
        <translation>正在发送到站点：%1，%2</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <translation>新增 %1，修改 %2，移除 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of yours were sent.</source>
        <translation>
            <numerusform>已发送你的 %Ln 项更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The site refused %Ln change(s); see Waiting changes for its reasons.</source>
        <translation>
            <numerusform>站点拒绝了 %Ln 项更改；原因见“等待中的更改”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>%1 requests in %2 seconds.</source>
        <translation>%2 秒内 %1 个请求。</translation>
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
    <message numerus="yes">
        <source>The site refused %n change(s) of yours and says why.</source>
        <translation>
            <numerusform>站点拒绝了你的 %n 项更改并说明了原因。</numerusform>
        </translation>
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
    <name>lyceum::ui::BulkBar</name>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More to do with the selected members</source>
        <translation>对所选会员的更多操作</translation>
    </message>
    <message>
        <source>All %1 selected</source>
        <translation>已选全部 %1 位</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2 位</translation>
    </message>
    <message>
        <source>Select all %1 found</source>
        <translation>选择找到的全部 %1 位</translation>
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
    <name>lyceum::ui::ChangeListModel</name>
    <message>
        <source>%1: erased</source>
        <comment>a field whose values are gone</comment>
        <translation>%1：已抹除</translation>
    </message>
    <message>
        <source>%1: %2 added</source>
        <comment>set, its element</comment>
        <translation>%1：添加 %2</translation>
    </message>
    <message>
        <source>%1: %2 removed</source>
        <comment>set, its element</comment>
        <translation>%1：去掉 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: empty, was %2</source>
        <comment>field, its former value</comment>
        <translation>%1：清空，原为 %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, before, after</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>a row that was made</comment>
        <translation>%1，新建</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <comment>a row that was removed</comment>
        <translation>%1，已移除</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>when, by whom, what it was part of</extracomment>
        <translation>%1，%2：%3</translation>
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
    <name>lyceum::ui::CommentingDialog</name>
    <message numerus="yes">
        <source>Stop %Ln member(s) from commenting</source>
        <translation>
            <numerusform>禁止 %Ln 位会员评论</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop commenting</source>
        <translation>禁止评论</translation>
    </message>
    <message>
        <source>They may comment again after</source>
        <translation>此日之后可重新评论</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Only the team sees it.</source>
        <translation>只有团队能看到。</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>结束(&amp;E)</translation>
    </message>
    <message>
        <source>Say why: the site wants a reason.</source>
        <translation>请说明原因：站点要求填写。</translation>
    </message>
    <message>
        <source>Choose a day that is still to come.</source>
        <translation>请选择将来的日期。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ComplimentaryDialog</name>
    <message numerus="yes">
        <source>Give %Ln member(s) complimentary access</source>
        <translation>
            <numerusform>给予 %Ln 位会员赠阅</numerusform>
        </translation>
    </message>
    <message>
        <source>Give access</source>
        <translation>开通</translation>
    </message>
    <message>
        <source>It ends on</source>
        <translation>结束于</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>会员等级(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>结束(&amp;E)</translation>
    </message>
    <message>
        <source>Without a day the access stays until you end it. Who pays keeps what they pay for and cannot be chosen.</source>
        <translation>不选日期则一直有效，直到你结束它。付费会员保留其付费权益，不能选择。</translation>
    </message>
    <message>
        <source>There is no tier to give: make one that costs money first.</source>
        <translation>没有可赠阅的会员等级：请先新建一个收费会员等级。</translation>
    </message>
    <message>
        <source>Choose a day that is still to come.</source>
        <translation>请选择将来的日期。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictCard</name>
    <message>
        <source>Deleted on the site, changed here.</source>
        <translation>站点上已删除，这里有修改。</translation>
    </message>
    <message>
        <source>Deleted here, changed on the site since.</source>
        <translation>这里已删除，此后站点上有修改。</translation>
    </message>
    <message>
        <source>Keep it, and make it there again</source>
        <translation>保留，并在站点重新建立</translation>
    </message>
    <message>
        <source>Delete it there too</source>
        <translation>站点上也删除</translation>
    </message>
    <message>
        <source>Let it go here too</source>
        <translation>这里也移除</translation>
    </message>
    <message>
        <source>Bring it back here</source>
        <translation>在这里恢复</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take the site&apos;s</source>
        <translation>采用站点的</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>The text that holds both</source>
        <translation>同时包含两者的文本</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>站点上</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictModel</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <comment>kind of thing</comment>
        <translation>
            <numerusform>%1，%n 个字段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictPolicies</name>
    <message>
        <source>Ask me</source>
        <translation>询问我</translation>
    </message>
    <message>
        <source>Mine wins</source>
        <translation>以我的为准</translation>
    </message>
    <message>
        <source>The site wins</source>
        <translation>以站点为准</translation>
    </message>
    <message>
        <source>%1: %2. This holds for what is found from now on.</source>
        <comment>kind of thing, what holds</comment>
        <translation>%1：%2。此设置适用于今后发现的冲突。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::ConflictsView</name>
    <message>
        <source>All mine</source>
        <translation>全部保留我的</translation>
    </message>
    <message>
        <source>All the site&apos;s</source>
        <translation>全部采用站点的</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Rows in conflict</source>
        <translation>冲突的内容</translation>
    </message>
    <message>
        <source>M keeps mine, T takes the site&apos;s, B keeps both; Enter settles; J and K or the arrows move.</source>
        <translation>M 保留我的，T 采用站点的，B 两者都保留；回车确认；J、K 或方向键移动。</translation>
    </message>
    <message>
        <source>When both have changed</source>
        <translation>双方都有修改时</translation>
    </message>
    <message>
        <source>Decide for a whole kind, so that you are not asked.</source>
        <translation>按类型统一决定，不再逐一询问。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All is settled.</source>
        <translation>全部已解决。</translation>
    </message>
    <message>
        <source>What you kept goes to the site with the next sync.</source>
        <translation>你保留的内容将随下次同步发送到站点。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Nothing is in conflict.</source>
        <translation>没有冲突。</translation>
    </message>
    <message>
        <source>Where you and the site change the same field, both are kept until you decide here.</source>
        <translation>当你与站点修改了同一字段时，两者都会保留，直到你在这里决定。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this %1 changed here and on the site.</source>
        <translation>
            <numerusform>此%1有 %n 个字段在这里和站点上都有修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>This field holds one value: keep mine or take the site&apos;s.</source>
        <translation>此字段只能有一个值：保留我的或采用站点的。</translation>
    </message>
    <message>
        <source>Choose first: M keeps mine, T takes the site&apos;s.</source>
        <translation>请先选择：M 保留我的，T 采用站点的。</translation>
    </message>
    <message>
        <source>“%1” is settled.</source>
        <translation>“%1”已解决。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <name>lyceum::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <name>lyceum::ui::JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>All that was done in this workspace, newest first. Enter shows an entry, Ctrl+U undoes it.</source>
        <translation>此工作区中的所有操作，最新的在前。回车查看条目，Ctrl+U 撤销。</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>From where: %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>What was changed: %1</source>
        <translation>改动内容：%1</translation>
    </message>
    <message>
        <source>Undo this entry</source>
        <translation>撤销此条目</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>没有符合的条目。</translation>
    </message>
    <message>
        <source>Try fewer filters.</source>
        <translation>请减少筛选条件。</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>显示所有条目</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>这里还没有任何操作。</translation>
    </message>
    <message>
        <source>Every change, yours and the site&apos;s, will be listed here.</source>
        <translation>你和站点的每次更改都会列在这里。</translation>
    </message>
    <message>
        <source>Show what was changed</source>
        <translation>查看改动内容</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::JournalPanel</name>
    <message>
        <source>%1 %2</source>
        <extracomment>how many rows of a kind: &quot;12 members&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>New in one go: %1.</source>
        <translation>一次新增：%1。</translation>
    </message>
    <message>
        <source>What was changed, field by field</source>
        <translation>逐字段的改动</translation>
    </message>
    <message>
        <source>%1. %2, %3.</source>
        <extracomment>when, by whom, from where</extracomment>
        <translation>%1。%2，%3。</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>撤销此操作</translation>
    </message>
    <message>
        <source>It was undone. Doing it again leaves alone what was changed since.</source>
        <translation>它已被撤销。重做时不会动此后又有改动的内容。</translation>
    </message>
    <message>
        <source>Undoing it leaves alone what was changed since.</source>
        <translation>撤销时不会动此后又有改动的内容。</translation>
    </message>
    <message>
        <source>It took entry %1 back, or made it again. Undo or redo that entry instead.</source>
        <translation>它撤销或重做了条目 %1。请改为撤销或重做那个条目。</translation>
    </message>
    <message>
        <source>This was not a person&apos;s change, so it cannot be undone here.</source>
        <translation>这不是人所做的更改，不能在这里撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s) were changed.</source>
        <translation>
            <numerusform>另有 %Ln 个字段改动。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::JournalTableModel</name>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
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
    <name>lyceum::ui::LabelPicker</name>
    <message>
        <source>Find a label, or type a new one</source>
        <translation>查找标签，或输入新标签</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Enter adds the label that is marked, Esc leaves everything as it is.</source>
        <translation>回车添加选中的标签，Esc 保持原样。</translation>
    </message>
    <message>
        <source>Enter takes off the label that is marked, Esc leaves everything as it is.</source>
        <translation>回车去掉选中的标签，Esc 保持原样。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <extracomment>a label and how many members have it</extracomment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Make the label “%1”</source>
        <translation>新建标签“%1”</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::LabelsEdit</name>
    <message>
        <source>Add a label and press Enter</source>
        <translation>输入标签并按回车</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::LineListEdit</name>
    <message>
        <source>Enter or F2 edits a line, Delete removes it, Alt with an arrow moves it.</source>
        <translation>回车或 F2 编辑一行，Delete 移除，Alt 加方向键移动。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
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
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln 处冲突</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberActions</name>
    <message>
        <source>Add label…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Remove label…</source>
        <translation>去掉标签…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Add a label (L)</source>
        <translation>添加标签 (L)</translation>
    </message>
    <message>
        <source>Remove a label (Shift+L)</source>
        <translation>去掉标签 (Shift+L)</translation>
    </message>
    <message>
        <source>Edit the member (E)</source>
        <translation>编辑会员 (E)</translation>
    </message>
    <message>
        <source>Subscribe to a newsletter</source>
        <translation>订阅邮件通讯</translation>
    </message>
    <message>
        <source>Unsubscribe from a newsletter</source>
        <translation>退订邮件通讯</translation>
    </message>
    <message>
        <source>Give complimentary access…</source>
        <translation>赠阅…</translation>
    </message>
    <message>
        <source>End complimentary access</source>
        <translation>结束赠阅</translation>
    </message>
    <message numerus="yes">
        <source>Complimentary access of %Ln member(s) ended.</source>
        <translation>
            <numerusform>已结束 %Ln 位会员的赠阅。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop from commenting…</source>
        <translation>禁止评论…</translation>
    </message>
    <message>
        <source>Allow commenting</source>
        <translation>允许评论</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) may comment again.</source>
        <translation>
            <numerusform>%Ln 位会员可重新评论。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the site…</source>
        <translation>从站点移除…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) subscribed to “%1”.</source>
        <translation>
            <numerusform>已为 %Ln 位会员订阅“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) unsubscribed from “%1”.</source>
        <translation>
            <numerusform>已为 %Ln 位会员退订“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add a label to %Ln member(s)</source>
        <translation>
            <numerusform>为 %Ln 位会员添加标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove a label from %Ln member(s)</source>
        <translation>
            <numerusform>去掉 %Ln 位会员的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” added to %Ln member(s).</source>
        <translation>
            <numerusform>已为 %Ln 位会员添加标签“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” removed from %Ln member(s).</source>
        <translation>
            <numerusform>已去掉 %Ln 位会员的标签“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) given complimentary access to “%1”.</source>
        <translation>
            <numerusform>已给予 %Ln 位会员“%1”赠阅。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) may not comment any more.</source>
        <translation>
            <numerusform>%Ln 位会员不能再评论。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln member(s) from the site?</source>
        <translation>
            <numerusform>从站点移除 %Ln 位会员？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln member(s)</source>
        <translation>
            <numerusform>移除 %Ln 位会员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) removed.</source>
        <translation>
            <numerusform>已移除 %Ln 位会员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes to %1 saved.</source>
        <translation>已保存对 %1 的修改。</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>已添加 %1。</translation>
    </message>
    <message>
        <source>Remove members</source>
        <translation>移除会员</translation>
    </message>
    <message>
        <source>They stay here as members who left, with all their history. The next sync deletes them on the site and cancels what they pay for; there that cannot be taken back. Until then you can undo it here.</source>
        <translation>他们作为已离开的会员连同全部历史留在这里。下次同步会在站点上删除他们并取消其付费订阅，那里无法恢复。在此之前你可以在这里撤销。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberDialog</name>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加会员</translation>
    </message>
    <message>
        <source>&amp;Complimentary access</source>
        <translation>赠阅(&amp;C)</translation>
    </message>
    <message>
        <source>It ends on</source>
        <translation>结束于</translation>
    </message>
    <message>
        <source>&amp;May not comment</source>
        <translation>禁止评论(&amp;M)</translation>
    </message>
    <message>
        <source>They may comment again after</source>
        <translation>此日之后可重新评论</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>邮箱(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Only the team sees it.</source>
        <translation>只有团队能看到。</translation>
    </message>
    <message>
        <source>Ne&amp;wsletters</source>
        <translation>邮件通讯(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>会员等级(&amp;T)</translation>
    </message>
    <message>
        <source>End of access</source>
        <translation>赠阅结束日</translation>
    </message>
    <message>
        <source>Complimentary access: this member pays, and keeps what they pay for</source>
        <translation>赠阅：这位会员是付费会员，保留其付费权益</translation>
    </message>
    <message>
        <source>Complimentary access: there is no tier that costs money</source>
        <translation>赠阅：没有收费会员等级</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>End of the silence</source>
        <translation>禁言结束日</translation>
    </message>
    <message>
        <source>A member needs an e-mail address.</source>
        <translation>会员必须有邮箱地址。</translation>
    </message>
    <message numerus="yes">
        <source>A note holds at most %Ln character(s).</source>
        <translation>
            <numerusform>备注最多 %Ln 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why: the site wants a reason.</source>
        <translation>请说明原因：站点要求填写。</translation>
    </message>
    <message>
        <source>Choose a day that is still to come.</source>
        <translation>请选择将来的日期。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::MemberFacts</name>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation>离开站点</translation>
    </message>
    <message>
        <source>noticed %1</source>
        <translation>发现于 %1</translation>
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
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>%1 sent, %2 opened</source>
        <translation>已发 %1，打开 %2</translation>
    </message>
    <message>
        <source>Newsletters</source>
        <translation>邮件通讯</translation>
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
        <translation>%1，已取消：权益至 %2</translation>
    </message>
    <message>
        <source>%1, renews %2</source>
        <translation>%1，%2 续费</translation>
    </message>
    <message>
        <source>Since %1. %2</source>
        <translation>自 %1 起。%2</translation>
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
        <source>What happened, newest first</source>
        <translation>历史记录，最新的在前</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This member is no longer in the workspace.</source>
        <translation>此会员已不在工作区中。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More to do with this member</source>
        <translation>对此会员的更多操作</translation>
    </message>
    <message>
        <source>What was changed, newest first</source>
        <translation>改动，最新的在前</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a state of a change that the site has yet to learn, and what it is about: &quot;Waiting: Name, Labels&quot;</extracomment>
        <translation>%1：%2</translation>
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
    <message>
        <source>New member…</source>
        <translation>新会员…</translation>
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
    <name>lyceum::ui::OfferForm</name>
    <message>
        <source>Give up changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Per cent off</source>
        <translation>百分比优惠</translation>
    </message>
    <message>
        <source>An amount off</source>
        <translation>金额优惠</translation>
    </message>
    <message>
        <source>Days for free</source>
        <translation>免费天数</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>The first payment</source>
        <translation>首次付款</translation>
    </message>
    <message>
        <source>Some months</source>
        <translation>若干个月</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>For you; members do not see it.</source>
        <translation>供你自己使用；会员看不到。</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>The end of the address that members follow.</source>
        <translation>会员所用链接的结尾部分。</translation>
    </message>
    <message>
        <source>The site keeps the terms of an offer as they were made. For other terms archive this one and make another.</source>
        <translation>站点会保持优惠创建时的条款。如需其他条款，请归档此优惠并另建。</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>会员等级(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Gives</source>
        <translation>优惠方式(&amp;G)</translation>
    </message>
    <message>
        <source>Ho&amp;w much</source>
        <translation>数额(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Billed</source>
        <translation>计费(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Lasts</source>
        <translation>期限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>月数(&amp;M)</translation>
    </message>
    <message>
        <source>T&amp;itle members see</source>
        <translation>会员看到的标题(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Description members see</source>
        <translation>会员看到的说明(&amp;D)</translation>
    </message>
    <message>
        <source>Make the offer</source>
        <translation>新建优惠</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Its code no longer works; who has redeemed it keeps it.</source>
        <translation>代码不再有效；已使用者保留优惠。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Per cent, 1 to 100</source>
        <translation>百分比，1 到 100</translation>
    </message>
    <message>
        <source>Give the offer a name.</source>
        <translation>请填写优惠名称。</translation>
    </message>
    <message>
        <source>Give the offer a code.</source>
        <translation>请填写优惠代码。</translation>
    </message>
    <message>
        <source>An offer is for a paid tier; there is none yet.</source>
        <translation>优惠须用于收费会员等级；目前还没有。</translation>
    </message>
    <message>
        <source>Enter a whole number from 1 to 100.</source>
        <translation>请输入 1 到 100 的整数。</translation>
    </message>
    <message>
        <source>Enter a number of days from 1 to %1.</source>
        <translation>请输入 1 到 %1 的天数。</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>请输入金额，例如 %1。</translation>
    </message>
    <message>
        <source>Billed yearly, an offer is for the first payment or for good.</source>
        <translation>按年计费时，优惠只能用于首次付款或永久。</translation>
    </message>
    <message>
        <source>Another offer is called that.</source>
        <translation>已有同名优惠。</translation>
    </message>
    <message>
        <source>This cannot be saved so.</source>
        <translation>这样无法保存。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::OfferTableModel</name>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>优惠内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>按月</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::OutboxModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Held by a conflict</source>
        <translation>因冲突暂缓</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::PendingItemView</name>
    <message>
        <source>Decide</source>
        <translation>去决定</translation>
    </message>
    <message>
        <source>What is to change</source>
        <translation>将要改动的内容</translation>
    </message>
    <message>
        <source>Who changed it</source>
        <translation>改动者</translation>
    </message>
    <message>
        <source>%1, waiting since %2</source>
        <comment>kind of thing, date and time</comment>
        <translation>%1，自 %2 起等待</translation>
    </message>
    <message>
        <source>Open the member</source>
        <translation>打开会员</translation>
    </message>
    <message>
        <source>Open the post</source>
        <translation>打开文章</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date and time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>person, date and time, what was done</comment>
        <translation>%1，%2：%3</translation>
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
    <name>lyceum::ui::SyncLog</name>
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
        <translation>修改</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
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
        <source>The sample community is made up and belongs to no site. Create a workspace of your own to connect one.</source>
        <translation>示例社群是虚构的，不属于任何站点。要连接站点，请新建你自己的工作区。</translation>
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
    <message>
        <source>Connect a site</source>
        <translation>连接站点</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>记录(&amp;L)</translation>
    </message>
    <message>
        <source>Syncing with %1. You can go on working.</source>
        <translation>正在与 %1 同步。你可以继续工作。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed here and on %1 wait for your decision.</source>
        <translation>
            <numerusform>有 %n 项在这里和 %1 上都有修改，等待你决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <extracomment>%1 is &quot;12 changes wait&quot;, %2 the site</extracomment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>&amp;Waiting changes (%1)</source>
        <translation>等待中的更改 (%1)(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Waiting changes</source>
        <translation>等待中的更改(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Conflicts (%1)</source>
        <translation>冲突 (%1)(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>冲突(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln change(s) kept for a site</source>
        <translation>
            <numerusform>显示为站点保留的 %Ln 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去决定</translation>
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
    <name>lyceum::ui::TierForm</name>
    <message>
        <source>Offered to &amp;the public</source>
        <translation>向公众提供(&amp;T)</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Add a benefit</source>
        <translation>添加权益</translation>
    </message>
    <message>
        <source>Give up changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>None</source>
        <comment>trial</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>Cu&amp;rrency</source>
        <translation>货币(&amp;R)</translation>
    </message>
    <message>
        <source>Price a &amp;month</source>
        <translation>月价(&amp;M)</translation>
    </message>
    <message>
        <source>Price a &amp;year</source>
        <translation>年价(&amp;Y)</translation>
    </message>
    <message>
        <source>Days of &amp;free trial</source>
        <translation>免费试用天数(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Benefits</source>
        <translation>权益(&amp;B)</translation>
    </message>
    <message>
        <source>One a line, in the order members see them.</source>
        <translation>每行一项，按会员看到的顺序。</translation>
    </message>
    <message>
        <source>Make the tier</source>
        <translation>新建会员等级</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Nobody can choose it any more; who has it keeps it.</source>
        <translation>不再可选；已拥有者保留。</translation>
    </message>
    <message>
        <source>%1 less than twelve single months</source>
        <translation>比按月付十二个月省 %1</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>请输入金额，例如 %1。</translation>
    </message>
    <message>
        <source>A paid tier costs something.</source>
        <translation>收费会员等级必须有价格。</translation>
    </message>
    <message>
        <source>That is more than the site can charge.</source>
        <translation>超出了站点可收取的金额。</translation>
    </message>
    <message>
        <source>Give the tier a name.</source>
        <translation>请填写会员等级名称。</translation>
    </message>
    <message numerus="yes">
        <source>The site takes at most %n character(s) here.</source>
        <translation>
            <numerusform>站点在此最多接受 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A benefit has at most %n character(s).</source>
        <translation>
            <numerusform>每项权益最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>A currency is three letters, such as USD.</source>
        <translation>货币为三个字母，例如 USD。</translation>
    </message>
    <message>
        <source>This cannot be saved so.</source>
        <translation>这样无法保存。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TierTableModel</name>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Trial days</source>
        <translation>试用天数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>price of a tier</comment>
        <translation>免费</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::TiersPage</name>
    <message>
        <source>Tiers &amp; offers</source>
        <translation>会员等级与优惠</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>No tiers yet.</source>
        <translation>还没有会员等级。</translation>
    </message>
    <message>
        <source>Connect your site to bring its tiers here, or make one.</source>
        <translation>连接你的站点以读取其会员等级，或新建一个。</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>新建会员等级</translation>
    </message>
    <message>
        <source>No offers yet.</source>
        <translation>还没有优惠。</translation>
    </message>
    <message>
        <source>An offer makes a tier cheaper for those who have its code.</source>
        <translation>优惠让持有代码的人以更低价格获得会员等级。</translation>
    </message>
    <message>
        <source>New offer</source>
        <translation>新建优惠</translation>
    </message>
    <message>
        <source>Tie&amp;rs</source>
        <translation>会员等级(&amp;R)</translation>
    </message>
    <message>
        <source>O&amp;ffers</source>
        <translation>优惠(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s) can be bought. %1</source>
        <extracomment>%1 is &quot;2 offers are active.&quot;</extracomment>
        <translation>
            <numerusform>有 %n 个会员等级可购买。%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) are active.</source>
        <translation>
            <numerusform>%n 个优惠有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is on offer again.</source>
        <translation>“%1”重新提供。</translation>
    </message>
    <message>
        <source>“%1” is archived.</source>
        <translation>“%1”已归档。</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>“%1”已保存。</translation>
    </message>
    <message>
        <source>“%1” is made.</source>
        <translation>已新建“%1”。</translation>
    </message>
    <message>
        <source>“%1” is active again.</source>
        <translation>“%1”重新有效。</translation>
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
<context>
    <name>lyceum::ui::UndoActions</name>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>It is like that already: nothing had to be changed.</source>
        <translation>已经是这样：无需改动。</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a row and its field that was left alone: &quot;Ada Lovelace (Name)&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Left alone, because it was changed since: %2.</source>
        <extracomment>%1 is a sentence that says what was undone</extracomment>
        <translation>%1 此后又有改动、故保持原样：%2。</translation>
    </message>
</context>
<context>
    <name>lyceum::ui::WaitingView</name>
    <message>
        <source>Pause pushing</source>
        <translation>暂停发送</translation>
    </message>
    <message>
        <source>Push all now</source>
        <translation>立即全部发送</translation>
    </message>
    <message>
        <source>Changes that wait</source>
        <translation>等待中的更改</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任何状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>任何类型</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Sends the selected changes and nothing else.</source>
        <translation>只发送所选更改。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Keeps the selected changes back until you resume them.</source>
        <translation>暂缓所选更改，直到你恢复。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Lets the selected changes go with the next sync.</source>
        <translation>让所选更改随下次同步发送。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Offers the selected changes to the site once more.</source>
        <translation>再次向站点发送所选更改。</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Takes the selected changes back here (Delete).</source>
        <translation>在这里收回所选更改 (Delete)。</translation>
    </message>
    <message>
        <source>Syncs: reads what is new on the site, then sends all that waits.</source>
        <translation>同步：先读取站点上的新内容，再发送所有等待的更改。</translation>
    </message>
    <message>
        <source>Syncs only read until you switch this off.</source>
        <translation>在你关闭此项之前，同步只读取。</translation>
    </message>
    <message>
        <source>Pushing is paused. A sync reads what is new on the site; what you change waits here.</source>
        <translation>发送已暂停。同步会读取站点上的新内容；你的更改在这里等待。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有等待中的更改。</translation>
    </message>
    <message>
        <source>What you change here is listed until the site has it.</source>
        <translation>你在这里的更改会一直列出，直到站点收到。</translation>
    </message>
    <message>
        <source>No change that waits is like that.</source>
        <translation>没有符合条件的等待更改。</translation>
    </message>
    <message>
        <source>Look at any state and any kind.</source>
        <translation>查看任何状态和类型。</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>显示所有更改</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln change(s) here?</source>
        <translation>
            <numerusform>在这里收回 %Ln 项更改？</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back here what was changed of “%1”?</source>
        <translation>在这里收回对“%1”的更改？</translation>
    </message>
    <message>
        <source>The fields become again what the site has, and what is yet to be made there goes from this workspace. The site is not touched.</source>
        <translation>各字段恢复为站点上的值，尚未在站点建立的内容会从此工作区移除。站点不受影响。</translation>
    </message>
    <message>
        <source>The fields become again what the site has. The site is not touched.</source>
        <translation>各字段恢复为站点上的值。站点不受影响。</translation>
    </message>
    <message>
        <source>Take back here</source>
        <translation>在这里收回</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) stayed as they were. %1</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>
            <numerusform>%n 项更改保持原样。%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) paused.</source>
        <translation>
            <numerusform>已暂停 %n 项更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) go with the next sync.</source>
        <translation>
            <numerusform>%n 项更改将随下次同步发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are offered to the site with the next sync.</source>
        <translation>
            <numerusform>%n 项更改将随下次同步再次发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back here.</source>
        <translation>
            <numerusform>已在这里收回 %n 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
