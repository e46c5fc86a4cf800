-- What agents do during a call beside taking and holding it, and what they write down.

ALTER TABLE calls ADD COLUMN recording_paused boolean NOT NULL DEFAULT false;

ALTER TABLE legs
    ADD COLUMN muted boolean NOT NULL DEFAULT false,
    ADD COLUMN consult jsonb,
    ADD COLUMN note jsonb,
    -- the note as it stands in the Task
    ADD COLUMN task_note jsonb;

CREATE INDEX calls_of_case ON calls (case_id) WHERE case_id IS NOT NULL;
