-- What we wrote on a call's Case, so that a later change is written and nothing else is; why a step failed, by name.

ALTER TABLE calls
    ADD COLUMN case_owner_leg text,
    ADD COLUMN case_who text,
    ADD COLUMN unanswered_task_id text,
    ADD COLUMN failed_step text,
    ADD COLUMN failed_code text,
    -- steps that Salesforce refused for good, without which the others go on
    ADD COLUMN skipped_steps text[] NOT NULL DEFAULT '{}',
    -- of which step nobody knows whether it wrote; null beside a tried_at: of any
    ADD COLUMN tried_step text;

UPDATE calls SET case_who = coalesce(caller ->> 'contactId', caller ->> 'accountId'), case_owner_leg = (
    SELECT id FROM legs WHERE call_id = calls.id AND answered_at IS NOT NULL ORDER BY answered_at LIMIT 1
) WHERE case_id IS NOT NULL;

-- a caller is now one candidate among others
UPDATE calls SET caller = jsonb_build_object(
    'who', CASE
        WHEN caller ->> 'contactId' IS NOT NULL THEN jsonb_build_object(
            'kind', 'contact', 'id', caller -> 'contactId', 'name', caller -> 'contactName',
            'phone', caller -> 'contactPhone', 'accountId', caller -> 'accountId',
            'accountName', caller -> 'accountName', 'taxId', caller -> 'taxId')
        WHEN caller ->> 'accountId' IS NOT NULL THEN jsonb_build_object(
            'kind', 'account', 'id', caller -> 'accountId', 'name', caller -> 'accountName', 'phone', NULL,
            'accountId', caller -> 'accountId', 'accountName', caller -> 'accountName', 'taxId', caller -> 'taxId')
    END,
    'reason', CASE
        WHEN caller ->> 'contactId' IS NOT NULL THEN 'onlyContact'
        WHEN caller ->> 'accountId' IS NOT NULL THEN 'accountNumber'
        ELSE 'unknownNumber'
    END,
    'others', '[]'::jsonb
) WHERE caller IS NOT NULL;

-- whom we served last
CREATE INDEX calls_served ON calls ((caller -> 'who' ->> 'id'), started_at DESC) WHERE case_id IS NOT NULL;

-- a protocol is told by telephone and typed: no two differ in case only
ALTER TABLE calls DROP CONSTRAINT calls_protocol_key;
CREATE UNIQUE INDEX calls_protocol_key ON calls (lower(protocol));
CREATE INDEX calls_protocol ON calls (protocol);

-- who is on the line is served before whoever is not
DROP INDEX calls_due;
CREATE INDEX calls_due_live ON calls (due_at) WHERE due_at IS NOT NULL AND lease_owner IS NULL AND ended_at IS NULL;
CREATE INDEX calls_due_over ON calls (due_at) WHERE due_at IS NOT NULL AND lease_owner IS NULL AND ended_at IS NOT NULL;
