import { z } from 'zod';

/** A clock that was never set must not reach the database. */
const PLAUSIBLE_YEAR = /^20\d\d-/;

/**
 * A point in time: ISO 8601, UTC, milliseconds, ending in `Z`.
 * All instants have the same width, so they compare as plain strings.
 * What comes with an offset is accepted and normalised.
 */
export const instantSchema = z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 date-time with a zone, such as 2026-11-23T12:00:00.000Z' })
    .refine((text) => PLAUSIBLE_YEAR.test(text), 'must lie between the years 2000 and 2099')
    .transform((text) => new Date(text).toISOString());

export type Instant = string;
