-- Schema 2.

-- Which action a journal entry took back or made again. An action that stands here last with restores = 0 is undone.
CREATE TABLE journal_reversal (
    entry_id INTEGER PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    action_id INTEGER NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    restores INTEGER NOT NULL CHECK (restores IN (0, 1))
) STRICT;
CREATE INDEX journal_reversal_action ON journal_reversal (action_id, entry_id);

-- What was published with noise, and what it cost of the privacy budget. Nothing of it can be taken back.

CREATE TABLE privacy_release (
    id INTEGER PRIMARY KEY,
    released_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    question TEXT NOT NULL UNIQUE, -- the same question is answered once
    mechanism TEXT NOT NULL CHECK (mechanism IN ('discrete-laplace', 'discrete-gaussian')),
    micro_epsilon INTEGER NOT NULL CHECK (micro_epsilon >= 0),
    nano_rho INTEGER NOT NULL CHECK (nano_rho > 0),
    figures TEXT NOT NULL
) STRICT;

CREATE TRIGGER privacy_release_stays BEFORE DELETE ON privacy_release BEGIN
    SELECT RAISE (ABORT, 'what was published cannot be taken back');
END;
CREATE TRIGGER privacy_release_is_fixed BEFORE UPDATE ON privacy_release BEGIN
    SELECT RAISE (ABORT, 'what was published cannot be changed');
END;
