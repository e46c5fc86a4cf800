-- Whether agents take calls: what they chose, and the time after a call. A row since the first sign-in.

CREATE TABLE presences (
    extension       text PRIMARY KEY,
    user_id         text NOT NULL,
    name            text NOT NULL,
    -- counts the changes: of two readings the greater one is the later one
    version         integer NOT NULL DEFAULT 1,
    state           text NOT NULL DEFAULT 'available',
    reason          text,
    -- paused by the bridge, because calls rang and nobody answered
    automatic       boolean NOT NULL DEFAULT false,
    since           timestamptz NOT NULL,
    -- the last call that was wrapped up, also when that is over: no call is wrapped up twice
    wrap_up_call    text,
    wrap_up_leg     text,
    wrap_up_since   timestamptz,
    -- null: the agent wraps nothing up now
    wrap_up_ends_at timestamptz
);

CREATE INDEX presences_wrapping_up ON presences (wrap_up_ends_at) WHERE wrap_up_ends_at IS NOT NULL;
