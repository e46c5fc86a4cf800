-- Every recording that a telephony side told of: on its way into the bridge's store, in it, or deleted.

CREATE TABLE recordings (
    id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    call_id         text NOT NULL REFERENCES calls,
    -- which of the call's recordings, from 1, in the order in which they were told
    part            integer NOT NULL,
    name            text NOT NULL,
    format          text NOT NULL,
    url             text,
    told_at         timestamptz NOT NULL DEFAULT now(),
    -- from when on its time is counted: when the call ended; when it was told, until that is known or where it would be
    -- more than a week before
    kept_since      timestamptz NOT NULL,

    -- copying: due until it is copied, failed for good or to be deleted; claimed by one replica at a time
    due_at          timestamptz DEFAULT now(),
    attempts        integer NOT NULL DEFAULT 0,
    lease_owner     integer,
    lease_until     timestamptz,
    failed_at       timestamptz,
    failed_code     text,
    last_error      text,
    -- of which source, and of which version of its audio, the bytes are that a try left behind
    partial_source  text,
    partial_version text,

    -- the copy
    source          text,
    file            text,
    bytes           bigint,
    sha256          text,
    duration_ms     bigint,
    peaks           jsonb,
    whole           boolean,
    copied_at       timestamptz,

    -- deleting: decided first, then the files go, then it is done; whatever breaks off in between is gone on with
    deletion_kind   text,
    deletion_reason text,
    deletion_by     text,
    deletion_at     timestamptz,
    deleted_at      timestamptz,

    UNIQUE (call_id, part),
    UNIQUE (call_id, name, format),
    -- waiting, failed, stored or deleted
    CONSTRAINT recordings_one_state CHECK (
        num_nonnulls(due_at, failed_at, deletion_at) + (copied_at IS NOT NULL AND deletion_at IS NULL)::integer = 1
    ),
    CONSTRAINT recordings_leased_while_due CHECK (lease_owner IS NULL OR due_at IS NOT NULL)
);

CREATE INDEX recordings_due ON recordings (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX recordings_leased ON recordings (lease_until) WHERE lease_owner IS NOT NULL;
CREATE INDEX recordings_failed ON recordings (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX recordings_deleting ON recordings (deletion_at) WHERE deletion_at IS NOT NULL AND deleted_at IS NULL;
-- what lists show, the newest first; counting what is kept reads nothing but the index
CREATE INDEX recordings_all ON recordings (kept_since, id);
CREATE INDEX recordings_kept ON recordings (kept_since, id) INCLUDE (bytes, copied_at) WHERE deletion_at IS NULL;
CREATE INDEX recordings_deleted ON recordings (kept_since, id) WHERE deletion_at IS NOT NULL;
-- whether the audio at the source is another recording's, too
CREATE INDEX recordings_kept_by_name ON recordings (name, format) WHERE deletion_at IS NULL;

-- what was told before this version
INSERT INTO recordings (call_id, part, name, format, told_at, kept_since)
SELECT id, 1, recording_name, recording_format, told.at,
    CASE WHEN ended_at >= told.at - interval '7 days' THEN least(ended_at, now()) ELSE told.at END
FROM calls, LATERAL (
    SELECT coalesce(min(stored_at), ended_at, started_at) AS at FROM call_events
    WHERE call_id = calls.id AND type = 'recordingReady'
) AS told
WHERE recording_name IS NOT NULL AND recording_format IS NOT NULL;

-- whether some of what was said was left out, also when the recording goes on
ALTER TABLE calls ADD COLUMN recording_was_paused boolean NOT NULL DEFAULT false;
UPDATE calls SET recording_was_paused = true WHERE recording_paused;

-- Calls whose recordings must not be deleted, such as those that a court asked for.
CREATE TABLE recording_holds (
    call_id text PRIMARY KEY REFERENCES calls,
    since   timestamptz NOT NULL DEFAULT now(),
    by      text NOT NULL,
    reason  text NOT NULL
);

-- Every run of the deletion job.
CREATE TABLE recording_sweeps (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    ended_before timestamptz NOT NULL,
    deleted      integer NOT NULL DEFAULT 0,
    bytes        bigint NOT NULL DEFAULT 0,
    held         integer NOT NULL DEFAULT 0,
    failed       integer NOT NULL DEFAULT 0
);

-- Who heard what, and who was refused. Rows are added and never changed.
CREATE TABLE recording_audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    action     text NOT NULL,
    protocol   text,
    part       integer,
    user_id    text,
    who        text,
    via        text NOT NULL,
    address    text,
    user_agent text,
    reason     text,
    -- of several entries with the same text only the first is kept
    once       text UNIQUE
);

CREATE INDEX recording_audit_of_protocol ON recording_audit (lower(protocol), id);
CREATE INDEX recording_audit_by_time ON recording_audit (at);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit of recordings is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER recording_audit_is_kept BEFORE UPDATE OR DELETE ON recording_audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER recording_audit_is_not_emptied BEFORE TRUNCATE ON recording_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
