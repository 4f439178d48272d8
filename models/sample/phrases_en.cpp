// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/phrases.h"

#include <array>

namespace lyceum::sample {
namespace {

constexpr std::array<Topic, 12> kTopics {{
    {0, u"reading hard books", u"read a hard book", u"a page of margin notes", u"reading to have read", u"an argument you can retell", u"the chapter"},
    {0, u"rereading", u"reread an old favourite", u"a dated pencil mark", u"hunting for what you already know", u"a second opinion from yourself", u"the page"},
    {1, u"writing every day", u"write before breakfast", u"an ugly first draft", u"waiting for the mood", u"a clear head by noon", u"the draft"},
    {1, u"editing your own prose", u"cut a draft by a third", u"reading aloud", u"polishing the first paragraph for ever", u"sentences that carry weight", u"the paragraph"},
    {2, u"keeping notes that last", u"keep notes for ten years", u"one idea per card", u"collecting instead of thinking", u"links you did not plan", u"the note"},
    {2, u"personal archives", u"sort a decade of files", u"a plain text folder", u"changing the tool every spring", u"finding a thing in a minute", u"the folder"},
    {3, u"learning statistics late", u"learn statistics at forty", u"simulation before formulas", u"trusting a single average", u"a feeling for uncertainty", u"the data set"},
    {3, u"small data projects", u"finish a small data project", u"a question on paper", u"starting with the dashboard", u"an answer you would bet on", u"the table"},
    {4, u"learning a language alone", u"learn a language alone", u"twenty minutes with a recording", u"counting words instead of talks", u"a first real conversation", u"the dialogue"},
    {4, u"translating for practice", u"translate one page a week", u"a bilingual edition", u"following the dictionary", u"an ear for both languages", u"the passage"},
    {5, u"a weekly review", u"review a week in half an hour", u"three questions on a card", u"planning more than living", u"a calmer Monday", u"the week"},
    {5, u"deep work with children at home", u"work deeply in two short hours", u"a closed door and a timer", u"answering everything at once", u"one finished thing a day", u"the hour"},
}};

constexpr std::array<QStringView, 12> kTitles {
    u"What nobody tells you about {subject}", u"How to {act}, and when to stop", u"{Subject}: a field guide",
    u"The trouble with {trap}", u"A month of {subject}: what changed", u"In praise of {tool}",
    u"Seven letters about {subject}", u"From {trap} to {gain}", u"Why I still believe in {tool}",
    u"Notes from the workshop: {subject}", u"Reader questions on {subject}", u"How much time does it take to {act}?"};

constexpr std::array<QStringView, 6> kOpenings {
    u"[Last winter|A year ago|In our first meeting this season] {n} of us set out to {act}. [Most|Many] gave up within weeks, and the reason was [almost always|nearly always] the same: {trap}.",
    u"I used to think that {subject} was a matter of discipline. [It is not|I was wrong]. It is a matter of {tool}, and of knowing what {gain} feels like.",
    u"A reader wrote to me [last week|on Sunday]: “I have tried to {act} {n} times. What am I missing?” This letter is [a long|my] answer.",
    u"Here is a claim you may [dislike|disagree with]: {trap} is not a weakness, it is a [habit|reflex], and {tool} is enough to undo it.",
    u"There are [two|three] ways to {act}. The popular one leads to {trap}. The quiet one begins with {tool} and ends, after {n} weeks, in {gain}.",
    u"When the workshop began, nothing frightened us more than {subject}. By now it is what we [keep coming back to|talk about most]."};

constexpr std::array<QStringView, 9> kHeadings {u"Where it goes wrong", u"What helps", u"A small experiment", u"What the group found", u"Start with {tool}",
    u"An objection", u"The first week", u"What {gain} is worth", u"If you only have ten minutes"};

constexpr std::array<QStringView, 18> kSentences {
    u"[Take|Pick up|Open] {thing} and [ask|write down] what you expect before you go on.",
    u"{Trap} feels like progress, which is why it is so [hard|difficult] to give up.",
    u"Of the {n} people who tried it, [two thirds|more than half|nearly all] kept going after the second week.",
    u"The point of {tool} is not [speed|neatness]; it is that you can come back to it.",
    u"I have [kept|used] {tool} for {n} months, and I would not go back.",
    u"You do not need [a better app|more time|a new method]; you need {tool}.",
    u"If {thing} still makes no sense, [leave it|put it away] for a day and explain it to somebody.",
    u"What surprised me most was how [quickly|quietly] {gain} came.",
    u"[Beginners|Newcomers] ask how long it takes. I have stopped giving numbers.",
    u"There is [a cost|a price]: for some weeks you will feel slower than before.",
    u"A friend who teaches calls this “[earning|paying for] {gain} in small coins”.",
    u"The mistake is to treat {subject} as a project with an end.",
    u"[Try this tonight|Try it once this week]: fifteen minutes with {thing}, no screen, and {tool}.",
    u"Nobody in the circle does this the same way, and [that is the point|I find that reassuring].",
    u"It helps to have a witness: post {thing} in the thread and say what you will do next.",
    u"My own record is [poor|mixed]: I missed {n} days last year, and it did not matter.",
    u"When it works, you notice it first in [conversation|your letters|what you no longer look up].",
    u"The research is [thinner|weaker] than the books claim, so hold this lightly."};

constexpr std::array<QStringView, 8> kSteps {u"Choose one thing: {thing}, and nothing else.", u"Set a timer for {n} minutes.", u"Keep {tool} within reach.",
    u"Write one sentence about what you did not understand.", u"Stop while you still want to go on.", u"Tell one person what you found.",
    u"Look back after {n} days, not before.", u"Expect {trap}, and start again without drama."};

constexpr std::array<QStringView, 5> kClosings {
    u"That is all for this week. [Reply below|Tell me in the comments] how you {act}; I read every answer.",
    u"Next time: a closer look at {tool}. Until then, be patient with {thing}.",
    u"If you try it, report back [in the thread|on Friday]. Failures are [more|at least as] useful to the rest of us.",
    u"Thank you for [reading|being here]. Letters like this exist because some of you pay for them.",
    u"We meet again on [Sunday|Thursday] evening; bring {thing} and a question."};

constexpr std::array<QStringView, 10> kPraise {u"[Thank you|Thanks] for this.", u"This came at the right moment.", u"I have been waiting for this one.", u"Beautifully put.",
    u"Hm, I am not so sure.", u"Yes! This.", u"[Long time reader|New here], first comment.", u"I disagree a little.", u"Saved and printed.", u"This letter alone is worth the [year|month]."};

constexpr std::array<QStringView, 14> kRemarks {
    u"I tried to {act} [last year|in the spring] and {trap} got me [as well|too].",
    u"After {n} days with {tool} I can say that it works, at least for me.",
    u"What helped me was {tool}, but only in the morning.",
    u"My experience is the opposite: {tool} made it worse, and I only found {gain} when I stopped.",
    u"The part about {trap} describes my last {n} months exactly.",
    u"I read it twice and then put {thing} away for a week, as you say. It was the right advice.",
    u"Would add one thing: do it with somebody else.",
    u"{Gain} took me closer to {n} weeks, to be honest.",
    u"I teach this, and my students stumble over {trap} every single year.",
    u"Not for me, I think, but I see why others love {tool}.",
    u"I have shared it with my reading group; we will try it [on Sunday|next month].",
    u"With two small kids, {n} minutes is what I get. It is still enough for {thing}.",
    u"I moved to the Circle because of pieces like this.",
    u"The step with the timer sounds silly and works."};

constexpr std::array<QStringView, 8> kQuestions {u"How do you handle {trap} when you are tired?", u"Does this also work for someone who can only {act} at weekends?",
    u"When you say {tool}, what exactly do you have in mind?", u"What do you do with {thing} afterwards?", u"Is there a recording of the meeting about {subject}?",
    u"How long did it take until you noticed {gain}?", u"Could you write more about {tool}?", u"Has anyone here done this together with a partner?"};

constexpr std::array<QStringView, 17> kReplies {u"Same here, down to the {n} days.", u"That is a good point, I had not thought of {trap} like that.", u"I would be careful: {tool} is not for everybody.",
    u"Agreed, and thank you for saying it.", u"Can you say more? I am about to try it.", u"Welcome! You will like the thread on {subject}.",
    u"For me it was the other way round, {gain} first and then the habit.", u"Let us compare notes [on Sunday|next week].", u"Ha, {n} days is more than I managed.",
    u"Try it with {thing} first, it is easier.", u"I think you misread the piece; it says nothing against {tool}.",
    u"Thank you, that is kind.", u"This is exactly why I stay.", u"[Interesting|Curious]: at which point did {trap} come back?", u"My group made the same mistake, twice.",
    u"Have you tried it without {tool}?", u"I will bring this up at the meeting."};

constexpr std::array<QStringView, 6> kAnswers {u"When I am tired I only do the first step, and that counts.", u"Yes, [weekends are fine|it works], just keep {thing} on the table.", u"Nothing fancy: {tool} of the cheapest kind. Really.",
    u"About {n} weeks, with a long flat stretch in the middle.", u"I put it in a box and look at it in [June|December].", u"There is one in the archive, look under {subject}."};

constexpr std::array<QStringView, 4> kSpam {u"Earn $[500|900] a day from home, message me on [T-gram|W-app] now!!!", u"Best essay writing service, [50|70] percent discount, visit my profile",
    u"I recovered my lost coins thanks to a [genius|wizard] hacker, contact him at once", u"FREE followers here >> click the link in my name"};

constexpr std::array<QStringView, 3> kRude {u"What a waste of money. Only [idiots|fools] pay for this.", u"You clearly have no idea about {subject}. [Pathetic|Embarrassing].", u"Shut up already, nobody asked you."};

constexpr std::array<QStringView, 5> kNotes {u"Met at the [spring|autumn] meeting, works on {subject}.", u"Offered to give a talk about {subject}.", u"Asked for an invoice with a company address.",
    u"Prefers letters on [Sunday|weekday] mornings.", u"Knows the topic well; ask before the next piece on {subject}."};

constexpr Phrases kEnglish {kTopics, kTitles, kOpenings, kHeadings, kSentences, kSteps, kClosings, kPraise, kRemarks, kQuestions, kReplies, kAnswers, kSpam, kRude, kNotes,
    u" ", u" (part %1)"};

constexpr std::array<TagWords, 8> kTags {{
    {u"Reading 阅读", u"reading"}, {u"Writing 写作", u"writing"}, {u"Notes 笔记", u"notes"}, {u"Data 数据", u"data"},
    {u"Languages 语言", u"languages"}, {u"Time 时间", u"time"}, {u"English", u"english"}, {u"中文", u"chinese"},
}};

} // namespace

const Phrases& englishPhrases() { return kEnglish; }
std::span<const TagWords> tagWords() { return kTags; }

} // namespace lyceum::sample
