# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, words and sentences the seeded community is made of."""

FIRST = ("Ada Lena Tom Mira Jon Ines Paul Nora Max Eva Sam Lea Ben Ida Leo Ana Finn Zoe Kai Mia Noah Ella Hugo "
         "Olga Ivan Rosa Luca Sara Otto Vera Theo Lily Omar Aya Ravi Priya Chen Yuki Kofi Ama Diego Lucia Mateo "
         "Elif Emre Anya Pavel Jana Petr Maja Nils Freja Aino Eero Sofie Lars Greta Emil Clara Felix").split()
FIRST_WIDE = ["Zoë", "José", "Søren", "Łucja", "Žofie", "Çağla", "Ólafur", "Анна", "Дмитро", "Γιώργος", "美咲", "伟", "서연"]
LAST = ("Abel Baker Costa Dahl Ekberg Fuchs Garcia Hansen Ibarra Jensen Keller Lopez Meyer Novak Olsen Petrov "
        "Quinn Rossi Silva Tanaka Ueda Vogel Weber Xu Young Zeman Arslan Bianchi Chandra Duarte Evans Fischer "
        "Gomes Huang Ivanova Joshi Kowalski Lindgren Moreau Nakamura Okafor Park Reyes Schmidt Thomsen Varga").split()
LAST_WIDE = ["Müller", "Nuñez", "Ångström", "Þorvaldsson", "Коваленко", "Παπαδόπουλος", "佐藤", "王", "김"]
DOMAINS = ["example.com", "example.org", "example.net", "mail.example.com", "post.example.org"]
COUNTRIES = [("Germany", "DE"), ("France", "FR"), ("United States", "US"), ("United Kingdom", "GB"), ("Brazil", "BR"),
             ("India", "IN"), ("Japan", "JP"), ("Spain", "ES"), ("Netherlands", "NL"), ("Canada", "CA"), ("Poland", "PL")]
LABELS = ["VIP", "Founding member", "Podcast listener", "Workshop 2024", "Workshop 2025", "Newsletter swap", "Press",
          "Friends and family", "Beta tester", "Moved from Patreon", "Needs follow-up", "Refunded once", "Speaker", "Student"]
TAGS = ["News", "Essays", "Interviews", "Behind the scenes", "Podcast", "Recipes", "Field notes", "Reading list",
        "Questions", "Announcements", "Tutorials", "Archive"]
WORDS = ("the a this that we you they light paper garden winter river market kitchen letter window street song "
         "project question answer story chapter studio tool sketch recipe route bridge harbour forest season members "
         "support work week month slowly really never always often maybe build write read draw cook walk listen learn "
         "share start finish change keep lose find remember forget small large quiet loud early late good better strange "
         "simple hard honest new old next last about after before between under over with without because while").split()
COMMENTS = ["This is exactly what I needed today, thank you.", "I disagree with the third point, but it made me think.",
            "Could you share the source for that?", "Been a member since the start and this one is my favourite.",
            "The audio cut out for me around minute twelve.", "More of this, please!", "I tried it last night. It works.",
            "How long did the first version take you?", "My daughter read this over my shoulder and asked to join.",
            "Small typo in the second paragraph.", "This reminded me of a book I can no longer find.",
            "I would happily pay more for a longer version.", "Not for me, but I see why others like it."]
REPLIES = ["Same here!", "Thanks, fixed.", "I had the opposite experience.", "Which version do you use?", "Agreed.",
           "See the post from last month, it has the link.", "Good question. I will write about it.", "No, sorry."]
SOURCES = [("Direct", None), ("Google", "search"), ("Twitter", "social"), ("newsletter-email", "email"),
           ("Mastodon", "social"), ("Hacker News", "social"), ("LinkedIn", "social"), (None, None)]
REASONS = ["Repeated spam", "Harassment", "Asked to be muted"]
