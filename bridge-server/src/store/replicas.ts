/** The class of the advisory locks that live replicas hold on their listening session. */
export const REPLICA_LOCK = 7001;

/** The numbers of the replicas that live. */
export const LIVE_REPLICAS = `
    SELECT objid::bigint::int FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${REPLICA_LOCK} AND objsubid = 2 AND granted`;
