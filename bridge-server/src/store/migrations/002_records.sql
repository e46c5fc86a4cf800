-- What we wrote on a call's Case, so that a later change is written and nothing else is; why a step failed, by name.

ALTER TABLE calls
    ADD COLUMN case_owner_leg text,
    ADD COLUMN case_who text,
    ADD COLUMN unanswered_task_id text,
    ADD COLUMN failed_step text,
    ADD COLUMN failed_code text;

UPDATE calls SET case_who = caller ->> 'contactId', case_owner_leg = (
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
