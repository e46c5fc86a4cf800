import type { CallLogPlace } from '../doctorInput.ts';
import { type Finding, findingsOf } from '../finding.ts';
import { formatAge } from '../formatAge.ts';
import type { CallLogState } from '../callLogState.ts';
import { isYes, type Settings } from '../managerSettings.ts';

const { ok, warn, fail } = findingsOf('call log');

/** Without these a call that nobody saw live cannot be told again. */
const EVENTS = [
    ...['CHAN_START', 'CHAN_END', 'ANSWER', 'HANGUP', 'APP_START', 'APP_END', 'BRIDGE_ENTER'],
    ...['BLINDTRANSFER', 'ATTENDEDTRANSFER']
];
/** Whose start and end must be among these. */
const APPLICATIONS = ['dial', 'queue'];
/** What a clock may be off without meaning another time zone. */
const AHEAD_MS = 60_000;

interface CallLogQuestion {
    readonly place: CallLogPlace;
    readonly state: CallLogState | null;
    /** Of [general] in cel.conf; null: cannot be seen. */
    readonly settings: Settings | null;
    readonly nowMs: number;
}

/** Whether calls that no bridge saw can be read from the PBX's own log (CEL). */
export function checkCallLog({ place, state, settings, nowMs }: CallLogQuestion): Finding[] {
    if (!place || !state)
        return [
            warn(
                'not configured: a call that begins and ends while no bridge is connected is lost',
                'set CEL_FILE or CEL_DATABASE_URL (docs/asterisk.md)'
            )
        ];
    return [...checkSettings(settings), checkState(state, place, nowMs)];
}

function checkSettings(settings: Settings | null): Finding[] {
    if (!settings) return [];
    if (!isYes(settings.get('enable')))
        return [
            fail('the PBX keeps none', 'cel.conf, [general]: enable = yes; then `asterisk -rx "module reload cel"`')
        ];
    return [
        ...lacking('events', EVENTS, settings.get('events')?.toUpperCase()),
        ...lacking('apps', APPLICATIONS, settings.get('apps')?.toLowerCase())
    ];
}

function lacking(key: string, needed: readonly string[], value = ''): Finding[] {
    const given = new Set(value.split(/[\s,]+/));
    const missing = given.has('ALL') || given.has('all') ? [] : needed.filter((each) => !given.has(each));
    return missing.length > 0
        ? [
              fail(
                  `cel.conf lacks the ${key} ${missing.join(', ')}`,
                  `cel.conf, [general]: add them to ${key}; then \`asterisk -rx "module reload cel"\``
              )
          ]
        : [];
}

function checkState(state: CallLogState, place: NonNullable<CallLogPlace>, nowMs: number): Finding {
    const where = place.kind === 'file' ? place.path : `the table ${place.table}`;
    switch (state.kind) {
        case 'read':
            return state.lastEventAtMs - nowMs > AHEAD_MS
                ? fail(
                      `the last event in ${where} lies ${formatAge(state.lastEventAtMs - nowMs)} in the future`,
                      'cel_pgsql.conf: usegmtime = yes, for a time without a zone is read as UTC; and look at both clocks'
                  )
                : ok(`the last event in ${where} is ${formatAge(nowMs - state.lastEventAtMs)} old`);
        case 'empty':
            return warn(`${where} holds no call of late`, 'call once, and run this again');
        case 'otherColumns':
            return fail(
                `${where} has other columns than the bridge reads`,
                place.kind === 'file'
                    ? 'cel_custom.conf: the line of docs/asterisk.md, and no dateformat in cel.conf'
                    : "cel_pgsql.conf writes into columns of Asterisk's own names (docs/asterisk.md)"
            );
        case 'unreadable':
            return fail(
                `${where} cannot be read (${state.code})`,
                place.kind === 'file'
                    ? "it comes with the first call, if its folder <astlogdir>/cel-custom exists, which Asterisk does not make; the bridge's user must be able to read it"
                    : 'correct CEL_DATABASE_URL and CEL_TABLE, and grant SELECT on the table'
            );
    }
}
