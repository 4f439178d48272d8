-- Schema 3: what was changed here is pushed to the store.

-- The push says up to which outbox row it has sent; so no number may come twice, also after the rows are gone.
CREATE TABLE outbox_numbered (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    entity INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
    state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'paused', 'parked', 'local')),
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER,
    problem TEXT NOT NULL
) STRICT;
INSERT INTO outbox_numbered SELECT * FROM outbox WHERE state <> 'done' ORDER BY id;
DROP TABLE outbox; -- with its index
ALTER TABLE outbox_numbered RENAME TO outbox;
CREATE INDEX outbox_row ON outbox (entity, row_id, id, state);

-- settlement: '' while open and of what was settled before, else 'agreed', 'mine', 'theirs' or 'both'.
-- rebases: what the store had (theirs) is what the pending change of the field began from, until that row is done.
ALTER TABLE conflict ADD COLUMN settlement TEXT NOT NULL DEFAULT '';
ALTER TABLE conflict ADD COLUMN rebases INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conflict_open ON conflict (entity, row_id, field) WHERE settled_at IS NULL;
CREATE INDEX conflict_rebases ON conflict (entity, row_id) WHERE rebases = 1;
