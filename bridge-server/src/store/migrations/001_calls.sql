-- Calls, the agents' parts in them, and every event that moved them.

CREATE SEQUENCE call_changes;

CREATE TABLE calls (
    id               text PRIMARY KEY,
    source           text NOT NULL,
    -- counts the events that moved the call: the optimistic lock of recordEvent
    version          integer NOT NULL,
    -- grows with every change of any call: what a reconnecting listener has not seen
    change_id        bigint NOT NULL,
    direction        text NOT NULL,
    number           text,
    caller_name      text,
    queue            text,
    protocol         text NOT NULL UNIQUE,
    started_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    abandoned_at     timestamptz,
    recorded         boolean NOT NULL,
    recording_name   text,
    recording_format text,

    -- what Salesforce holds of the call
    caller           jsonb,
    case_id          text,
    case_number      text,

    -- reconciling with Salesforce: due when something is lacking, claimed by one replica at a time
    due_at           timestamptz,
    attempts         integer NOT NULL DEFAULT 0,
    lease_owner      integer,
    lease_until      timestamptz,
    -- when a try began of which nobody knows yet whether it wrote
    tried_at         timestamptz,
    failed_at        timestamptz,
    last_error       text
);

CREATE INDEX calls_due ON calls (due_at) WHERE due_at IS NOT NULL AND lease_owner IS NULL;
CREATE INDEX calls_leased ON calls (lease_until) WHERE lease_owner IS NOT NULL;
CREATE INDEX calls_open ON calls (source) WHERE ended_at IS NULL;
CREATE INDEX calls_changed ON calls (change_id);
CREATE INDEX calls_failed ON calls (failed_at) WHERE failed_at IS NOT NULL;

CREATE TABLE legs (
    call_id       text NOT NULL REFERENCES calls ON DELETE CASCADE,
    id            text NOT NULL,
    position      integer NOT NULL,
    agent         text NOT NULL,
    kind          text NOT NULL,
    state         text NOT NULL,
    offered_at    timestamptz NOT NULL,
    answered_at   timestamptz,
    ended_at      timestamptz,
    end_reason    text,
    held_since    timestamptz,
    held_ms       bigint NOT NULL,
    transfer      jsonb,
    task_id       text,
    PRIMARY KEY (call_id, id)
);

CREATE INDEX legs_live ON legs (agent) WHERE state <> 'ended';
CREATE INDEX legs_history ON legs (agent, ended_at) WHERE state = 'ended';

-- The journal: the unique key is what makes a repeated event harmless.
CREATE TABLE call_events (
    key       text PRIMARY KEY,
    seq       bigint GENERATED ALWAYS AS IDENTITY,
    call_id   text NOT NULL,
    type      text NOT NULL,
    at        timestamptz NOT NULL,
    body      jsonb NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX call_events_of_call ON call_events (call_id, seq);

-- Protocols that the bridge issues: yyyymmdd and a number that grows through the day, never given twice.
CREATE TABLE protocol_days (
    day  date PRIMARY KEY,
    last integer NOT NULL
);

-- Sign-ins under way: each is used once and lives for a minute.
CREATE TABLE handshakes (
    id         uuid PRIMARY KEY,
    nonce      text NOT NULL,
    proof_hash text NOT NULL,
    issued_at  timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE INDEX handshakes_expired ON handshakes (expires_at);
