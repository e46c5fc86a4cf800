/** What sipp's control connection (-3pcc) carries: lines of `Name: value`, ended by an escape character. */
export const END = '\x1b';

export interface ControlMessage {
    readonly callId: string;
    readonly event: string;
    readonly fields: Readonly<Record<string, string>>;
}

/** sipp says this itself when it gives a call up. */
const ABORTED = 'aborted';

export function readControlMessage(text: string): ControlMessage | undefined {
    const fields: Record<string, string> = {};
    for (const line of text.split('\n')) {
        const colon = line.indexOf(':');
        if (colon > 0) fields[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
    }
    const callId = fields['call-id'];
    const event = fields['event'] ?? (fields['internal-cmd'] ? ABORTED : undefined);
    return callId && event ? { callId, event, fields } : undefined;
}

export const writeCommand = (callId: string, command: string, fields: Readonly<Record<string, string>>): string =>
    [
        `Call-ID: ${callId}`,
        `Command: ${command}`,
        ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
        '',
        ''
    ].join('\r\n') + END;
