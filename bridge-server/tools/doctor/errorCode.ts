/** Such as ENOENT, or PostgreSQL's `42P01`; `unknown` for an error without one. */
export const errorCodeOf = (error: unknown): string =>
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
