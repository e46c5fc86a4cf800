import { notFound } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';

const OLDEST = 31;
const NEWEST = 68;
/** Version 68.0 is Winter '27; three releases a year, backwards from there. */
const SEASONS = ['Winter', 'Summer', 'Spring'];
const NEWEST_YEAR = 27;

export const apiVersions = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => {
    const version = `${OLDEST + index}.0`;
    return { label: releaseName(OLDEST + index), url: `/services/data/v${version}`, version };
});

function releaseName(version: number): string {
    const releasesAgo = NEWEST - version;
    const season = SEASONS[releasesAgo % SEASONS.length];
    const winters = Math.floor(releasesAgo / SEASONS.length);
    const year = NEWEST_YEAR - winters - (season === 'Winter' ? 0 : 1);
    return `${season} '${String(year).padStart(2, '0')}`;
}

/**
 * The version a URL names as `v66.0`, without the letter.
 *
 * @throws SalesforceError with 410 for a retired version, 404 for one that never was
 */
export function requireApiVersion(segment: string): string {
    const number = Number(/^v(\d+)\.0$/i.exec(segment)?.[1]);
    if (number >= OLDEST && number <= NEWEST) return `${number}.0`;
    if (number > 0 && number < OLDEST) {
        const message = 'The requested resource is no longer available';
        throw new SalesforceError(410, [{ errorCode: 'GONE', message }]);
    }
    throw notFound();
}
