-- Whom an agent spoke with last.

CREATE INDEX legs_served ON legs (agent, answered_at) WHERE answered_at IS NOT NULL;
