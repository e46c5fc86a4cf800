import { z } from 'zod';

/** One thing that happened to a channel. */
export interface CelRecord {
    /** `CHAN_START`, `ANSWER`… */
    readonly event: string;
    /** Seconds since 1970, with microseconds. */
    readonly time: number;
    readonly uniqueid: string;
    readonly linkedid: string;
    readonly channel: string;
    readonly callerNumber: string;
    readonly callerName: string;
    readonly application: string;
    readonly applicationData: string;
    /** Causes of hang-ups, targets of transfers. */
    readonly extra: Readonly<Record<string, string>>;
}

/** A clock that was never set must not reach the database: the years 2000 to 2099. */
const FIRST_SECOND = Date.UTC(2000, 0) / 1000;
const LAST_SECOND = Date.UTC(2100, 0) / 1000 - 1;

const text = z.string().nullish().default('');

/** A row, by the names that Asterisk gives to the columns of its CEL tables. */
const rowSchema = z.object({
    eventtype: z.string().min(1),
    eventtime: z.coerce.number().min(FIRST_SECOND).max(LAST_SECOND),
    uniqueid: z.string().min(1),
    linkedid: z.string().min(1),
    channame: text,
    cid_num: text,
    cid_name: text,
    appname: text,
    appdata: text,
    extra: text
});

/** Null for what is no record. */
export function readCelRow(row: unknown): CelRecord | null {
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) return null;
    const { eventtype, eventtime, uniqueid, linkedid, channame, cid_num, cid_name, appname, appdata, extra } =
        parsed.data;
    return {
        event: eventtype,
        time: eventtime,
        uniqueid,
        linkedid,
        channel: channame ?? '',
        callerNumber: cid_num ?? '',
        callerName: cid_name ?? '',
        application: appname ?? '',
        applicationData: appdata ?? '',
        extra: readExtra(extra ?? '')
    };
}

const extraSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String).catch(''));

function readExtra(json: string): Readonly<Record<string, string>> {
    if (!json.startsWith('{')) return {};
    try {
        return extraSchema.parse(JSON.parse(json));
    } catch {
        return {};
    }
}
