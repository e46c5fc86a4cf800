import type { IncomingHttpHeaders } from 'node:http';

const ETAG = 'etag ';
const MODIFIED = 'modified ';

/** Of what a server says of its audio; null: nothing that tells one version byte by byte from the next. */
export function versionOf(
    { etag, 'last-modified': modified }: IncomingHttpHeaders,
    bytes: number | null
): string | null {
    if (etag?.startsWith('"')) return `${ETAG}${etag}`;
    return modified === undefined || bytes === null ? null : `${MODIFIED}${bytes} ${modified}`;
}

/** `If-Range` (RFC 9110, 13.1.5) for a version; null: it is none of ours. */
export function ifRangeOf(version: string | null): string | null {
    if (version?.startsWith(ETAG)) return version.slice(ETAG.length);
    return version?.startsWith(MODIFIED) ? version.slice(MODIFIED.length).replace(/^\d+ /, '') : null;
}
