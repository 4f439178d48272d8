-- Schema 1. A shipped migration is never edited; the next change is a file of its own.
-- Time is UTC seconds, money is minor units with an ISO 4217 code, a local day is days since 1970-01-01 in the workspace's zone.
-- Foreign keys are deferred: a page of the store may name a row that stands further down in it.

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE sequence (
    entity INTEGER PRIMARY KEY,
    last_id INTEGER NOT NULL
) STRICT;

-- ---- people

CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    uuid TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('free', 'paid', 'comped', 'gift')),
    joined_at INTEGER,
    changed_at INTEGER,
    last_seen_at INTEGER,
    departed_at INTEGER,
    country TEXT NOT NULL,
    source TEXT NOT NULL,
    source_medium TEXT NOT NULL,
    subscribed INTEGER NOT NULL,
    email_count INTEGER NOT NULL,
    email_opened_count INTEGER NOT NULL,
    email_suppressed INTEGER NOT NULL,
    email_suppressed_reason TEXT NOT NULL,
    commenting_disabled INTEGER NOT NULL,
    commenting_disabled_reason TEXT NOT NULL,
    commenting_disabled_until INTEGER,
    complimentary_until INTEGER
) STRICT;
CREATE INDEX member_joined ON member (joined_at, id);
CREATE INDEX member_last_seen ON member (last_seen_at, id);
CREATE INDEX member_email ON member (email COLLATE NOCASE);
CREATE INDEX member_name ON member (name COLLATE NOCASE, id);
CREATE INDEX member_status ON member (status, id);
CREATE INDEX member_departed ON member (departed_at) WHERE departed_at IS NOT NULL;

CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    slug TEXT NOT NULL
) STRICT;

CREATE TABLE newsletter (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    description TEXT NOT NULL,
    active INTEGER NOT NULL
) STRICT;

CREATE TABLE tier (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    description TEXT NOT NULL,
    paid INTEGER NOT NULL,
    active INTEGER NOT NULL,
    visible INTEGER NOT NULL,
    currency TEXT NOT NULL,
    monthly_price INTEGER NOT NULL,
    yearly_price INTEGER NOT NULL,
    trial_days INTEGER NOT NULL,
    benefits TEXT NOT NULL -- one a line
) STRICT;

CREATE TABLE member_label (
    member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_label_label ON member_label (label_id, member_id);

CREATE TABLE member_newsletter (
    member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    newsletter_id INTEGER NOT NULL REFERENCES newsletter (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member_id, newsletter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_newsletter_newsletter ON member_newsletter (newsletter_id, member_id);

CREATE TABLE member_tier (
    member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tier_id INTEGER NOT NULL REFERENCES tier (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member_id, tier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_tier_tier ON member_tier (tier_id, member_id);

-- ---- money

CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    type TEXT NOT NULL,
    cadence TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    duration TEXT NOT NULL,
    duration_months INTEGER NOT NULL,
    active INTEGER NOT NULL,
    redemptions INTEGER NOT NULL,
    tier_id INTEGER REFERENCES tier (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE subscription (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tier_id INTEGER REFERENCES tier (id) DEFERRABLE INITIALLY DEFERRED,
    offer_id INTEGER REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL,
    interval TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    cancel_at_period_end INTEGER NOT NULL,
    cancellation_reason TEXT NOT NULL,
    started_at INTEGER,
    period_end_at INTEGER,
    trial_start_at INTEGER,
    trial_end_at INTEGER
) STRICT;
CREATE INDEX subscription_member ON subscription (member_id);

CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX payment_member ON payment (member_id, at, kind, amount); -- all a paying history reads of it
CREATE INDEX payment_at ON payment (at);

-- ---- content and discussions

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    slug TEXT NOT NULL
) STRICT;

CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    title TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    visibility TEXT NOT NULL,
    featured INTEGER NOT NULL,
    email_only INTEGER NOT NULL,
    authors TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    url TEXT NOT NULL,
    reading_minutes INTEGER NOT NULL,
    created_at INTEGER,
    changed_at INTEGER,
    published_at INTEGER,
    deleted_at INTEGER,
    html TEXT NOT NULL, -- the long columns stand last: lists never read past the overflow pages
    plain_text TEXT NOT NULL
) STRICT;
CREATE INDEX post_published ON post (published_at, id);

CREATE TABLE post_tag (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (post_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_tag_tag ON post_tag (tag_id, post_id);

CREATE TABLE post_tier (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tier_id INTEGER NOT NULL REFERENCES tier (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (post_id, tier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    post_id INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    parent_id INTEGER REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
    in_reply_to_id INTEGER REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL CHECK (status IN ('published', 'hidden', 'deleted')),
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER,
    edited_at INTEGER,
    pinned INTEGER NOT NULL,
    likes INTEGER NOT NULL,
    dislikes INTEGER NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_post ON comment (post_id, status);
CREATE INDEX comment_member ON comment (member_id, created_at);
CREATE INDEX comment_parent ON comment (parent_id, status, created_at, member_id, reports) WHERE parent_id IS NOT NULL;
CREATE INDEX comment_created ON comment (created_at, id);
-- All a list of threads orders and filters by; with the index above it never reads the texts.
CREATE INDEX comment_thread ON comment (created_at, id, parent_id, member_id, status, post_id, likes, reports) WHERE parent_id IS NULL;
CREATE INDEX comment_reported ON comment (reports) WHERE reports > 0;

CREATE TABLE reaction (
    id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    comment_id INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    member_id INTEGER REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    at INTEGER
) STRICT;
CREATE INDEX reaction_comment ON reaction (comment_id, kind);

-- ---- activity: the large table and its roll-ups

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    remote ANY, -- a 24-digit hexadecimal id as 12 bytes, any other as text
    member_id INTEGER NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    post_id INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    amount INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_remote ON event (kind, remote) WHERE remote IS NOT NULL;
CREATE INDEX event_member ON event (member_id, at);
CREATE INDEX event_change ON event (member_id, at, id, kind) WHERE kind = 3; -- subscription changes, in the order of the members

CREATE TABLE subscription_change (
    id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    type TEXT NOT NULL,
    subscription_remote_id TEXT NOT NULL,
    from_price TEXT NOT NULL,
    to_price TEXT NOT NULL,
    currency TEXT NOT NULL,
    mrr_delta INTEGER NOT NULL,
    tier_name TEXT NOT NULL,
    signup INTEGER NOT NULL
) STRICT;

-- How many events of each kind a local day had; kind 0 is all activity, and only there `members` counts who was active.
CREATE TABLE activity_day (
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    events INTEGER NOT NULL,
    members INTEGER NOT NULL,
    PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_day (
    member_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_day_day ON member_day (day, member_id);

-- ---- the journal: who changed what, when and why; chained over salted commitments of the values

CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    hash BLOB NOT NULL -- over the entry before it, this row and its changes
) STRICT;

CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    entity INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
    field TEXT NOT NULL,
    old ANY, -- erased together with the salt; the commitment stays, so the chain still verifies
    new ANY,
    salt BLOB,
    commitment BLOB NOT NULL
) STRICT;
CREATE INDEX journal_change_entry ON journal_change (entry_id);
CREATE INDEX journal_change_row ON journal_change (entity, row_id);

-- What arrived new in bulk is journalled once a page.
CREATE TABLE journal_arrival (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    entity INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX journal_arrival_entry ON journal_arrival (entry_id);

-- ---- the road to and from the store

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    entity INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    operation TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER,
    problem TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_state ON outbox (state, id);

CREATE TABLE conflict (
    id INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    base ANY,
    mine ANY,
    theirs ANY,
    found_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;

-- Cursors and marks of the sync engine: bookkeeping, committed with the page it belongs to, not journalled.
CREATE TABLE sync_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_run (
    id INTEGER PRIMARY KEY,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT NOT NULL, -- 'running', 'done', 'cancelled', or the name of an error's kind
    detail TEXT NOT NULL
) STRICT;

CREATE TABLE sync_run_kind (
    run_id INTEGER NOT NULL REFERENCES sync_run (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    pulled INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind)
) STRICT, WITHOUT ROWID;

-- ---- full-text search, kept by triggers so that no writer can forget it

CREATE VIRTUAL TABLE member_search USING fts5 (name, email, note, content = 'member', content_rowid = 'id', tokenize = 'lyceum', prefix = '2 3');
CREATE TRIGGER member_search_insert AFTER INSERT ON member BEGIN
    INSERT INTO member_search (rowid, name, email, note) VALUES (new.id, new.name, new.email, new.note);
END;
CREATE TRIGGER member_search_delete AFTER DELETE ON member BEGIN
    INSERT INTO member_search (member_search, rowid, name, email, note) VALUES ('delete', old.id, old.name, old.email, old.note);
END;
CREATE TRIGGER member_search_update AFTER UPDATE OF name, email, note ON member BEGIN
    INSERT INTO member_search (member_search, rowid, name, email, note) VALUES ('delete', old.id, old.name, old.email, old.note);
    INSERT INTO member_search (rowid, name, email, note) VALUES (new.id, new.name, new.email, new.note);
END;

CREATE VIRTUAL TABLE post_search USING fts5 (title, excerpt, plain_text, content = 'post', content_rowid = 'id', tokenize = 'lyceum', prefix = '2 3');
CREATE TRIGGER post_search_insert AFTER INSERT ON post BEGIN
    INSERT INTO post_search (rowid, title, excerpt, plain_text) VALUES (new.id, new.title, new.excerpt, new.plain_text);
END;
CREATE TRIGGER post_search_delete AFTER DELETE ON post BEGIN
    INSERT INTO post_search (post_search, rowid, title, excerpt, plain_text) VALUES ('delete', old.id, old.title, old.excerpt, old.plain_text);
END;
CREATE TRIGGER post_search_update AFTER UPDATE OF title, excerpt, plain_text ON post BEGIN
    INSERT INTO post_search (post_search, rowid, title, excerpt, plain_text) VALUES ('delete', old.id, old.title, old.excerpt, old.plain_text);
    INSERT INTO post_search (rowid, title, excerpt, plain_text) VALUES (new.id, new.title, new.excerpt, new.plain_text);
END;

CREATE VIRTUAL TABLE comment_search USING fts5 (text, content = 'comment', content_rowid = 'id', tokenize = 'lyceum', prefix = '2 3');
CREATE TRIGGER comment_search_insert AFTER INSERT ON comment BEGIN
    INSERT INTO comment_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER comment_search_delete AFTER DELETE ON comment BEGIN
    INSERT INTO comment_search (comment_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER comment_search_update AFTER UPDATE OF text ON comment BEGIN
    INSERT INTO comment_search (comment_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO comment_search (rowid, text) VALUES (new.id, new.text);
END;
