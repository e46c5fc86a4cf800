-- Calls that nobody saw live: what is known of them was read from the telephony side's own log.

ALTER TABLE calls ADD COLUMN recovered boolean NOT NULL DEFAULT false;
