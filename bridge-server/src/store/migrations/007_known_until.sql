-- How far everything that a telephony side did is stored: what it did later may have been missed.

CREATE TABLE known_until (
    source  text PRIMARY KEY,
    at      timestamptz NOT NULL
);
