import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AmiRefused } from '../../src/telephony/asterisk/amiError.ts';
import { type AmiAction, type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import type { Answer } from '../../tools/replay/amiServer.ts';
import type { Pbx } from '../../tools/doctor/pbxPort.ts';

interface Recorded {
    readonly asked: AmiMessage;
    readonly answered: readonly AmiMessage[];
}

/** Answers that are not the recorded ones; undefined: the recorded one. */
export type Instead = (action: AmiMessage) => readonly AmiMessage[] | undefined;

/** What an Asterisk 22.10.1 answered, in order, to a user with all privileges that the bridge needs. */
const RECORDED = JSON.parse(readFileSync(join(import.meta.dirname, 'recordedPbx.json'), 'utf8')) as Recorded[];

/** Its words for who lacks a privilege, for what no module offers, and for who may not log in. */
export const DENIED: AmiMessage = { Response: 'Error', Message: 'Permission denied' };
export const REFUSED_LOGIN: AmiMessage = { Response: 'Error', Message: 'Authentication failed' };
export const unknownAction = (name: string): AmiMessage => ({
    Response: 'Error',
    Message: `Invalid/unknown command: ${name}. Use Action: ListCommands to show available commands.`
});

/** Everything but login, `Ping`'s time and what is told instead is as recorded. */
export const answerAsRecorded =
    (instead: Instead = () => undefined, nowMs: () => number = Date.now): Answer =>
    (action) => {
        const other = instead(action);
        if (other) return other;
        switch (fieldOf(action, 'Action')) {
            case 'Login':
                return [{ Response: 'Success', Message: 'Authentication accepted' }];
            case 'Ping':
                return [{ Response: 'Success', Ping: 'Pong', Timestamp: (nowMs() / 1000).toFixed(6) }];
            case 'UserEvent':
                return [{ Response: 'Success', Message: 'Event Sent' }];
            default:
                return recordedFor(action);
        }
    };

/** The event that a sent `UserEvent` becomes. */
export function userEventOf(action: AmiMessage, timestamp: number | null): AmiMessage {
    const { Action: _action, ActionID: _id, ...fields } = action;
    return {
        Event: 'UserEvent',
        Privilege: 'user,all',
        ...(timestamp !== null && { Timestamp: timestamp.toFixed(6) }),
        ...fields
    };
}

/** The same PBX without a socket. */
export function recordedPbx(instead?: Instead, nowMs?: () => number): Pbx {
    const answer = answerAsRecorded(instead, nowMs);
    const listeners = new Set<(message: AmiMessage) => void>();
    function send(action: AmiAction): readonly AmiMessage[] {
        const asked = Object.fromEntries(Object.entries(action).map(([name, value]) => [name, String(value)]));
        const answers = answer(asked);
        const [first] = answers;
        if (first && fieldOf(first, 'Response') === 'Error') throw new AmiRefused(fieldOf(first, 'Message'));
        if (action.Action === 'UserEvent') for (const listen of listeners) listen(userEventOf(asked, 1795462594.8));
        return answers;
    }
    return {
        ask: (action) => Promise.resolve(action).then((each) => send(each)[0] ?? {}),
        list: (action) =>
            Promise.resolve(action).then((each) => send(each).filter((message) => !('EventList' in message))),
        nextEvent: (isMeant, withinMs) =>
            new Promise((resolve) => {
                const timer = setTimeout(() => resolve(null), withinMs);
                listeners.add((message) => {
                    if (!isMeant(message)) return;
                    clearTimeout(timer);
                    resolve(message);
                });
            })
    };
}

/** A user who lacks these actions. */
export const without =
    (...names: string[]): Instead =>
    (action) =>
        names.includes(fieldOf(action, 'Action')) ? [DENIED] : undefined;

/** One action is answered otherwise. */
export const insteadOf =
    (name: string, ...answers: readonly AmiMessage[]): Instead =>
    (action) =>
        fieldOf(action, 'Action') === name ? answers : undefined;

function recordedFor(action: AmiMessage): readonly AmiMessage[] {
    const found = RECORDED.find(({ asked }) =>
        Object.keys({ ...asked, ...action }).every(
            (name) => name === 'ActionID' || fieldOf(asked, name) === fieldOf(action, name)
        )
    );
    if (!found) throw new Error(`Nothing was recorded for ${JSON.stringify(action)}`);
    return found.answered;
}
