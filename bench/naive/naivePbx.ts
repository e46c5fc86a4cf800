import { connect } from 'node:net';
import { type AmiMessage, fieldOf } from '../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { AmiParser } from '../../bridge-server/src/telephony/asterisk/amiParser.ts';
import type { NaiveAnswer } from './naiveCalls.ts';

interface NaivePbxOptions {
    readonly port: number;
    readonly onAnswered: (answer: NaiveAnswer) => void;
    readonly onEnded: (callId: string) => void;
}

const LOGIN = 'Action: Login\r\nUsername: naive\r\nSecret: any\r\n\r\n';
const RECONNECT_MS = 500;

/** Follows a queue over the manager interface by the two events that everybody finds first. */
export function followNaively(options: NaivePbxOptions): void {
    const parser = new AmiParser();
    const socket = connect(options.port, '127.0.0.1', () => socket.write(LOGIN));
    socket.on('data', (chunk: Buffer) => {
        for (const message of parser.push(chunk)) tell(message, options);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(() => followNaively(options), RECONNECT_MS));
}

function tell(message: AmiMessage, { onAnswered, onEnded }: NaivePbxOptions): void {
    const callId = fieldOf(message, 'Linkedid');
    switch (fieldOf(message, 'Event')) {
        case 'AgentConnect':
            return onAnswered({
                callId,
                number: fieldOf(message, 'CallerIDNum'),
                agent: fieldOf(message, 'Interface').replace('PJSIP/', '')
            });
        case 'AgentComplete':
            return onEnded(callId);
    }
}
