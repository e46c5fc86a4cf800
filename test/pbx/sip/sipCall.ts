import type { AudioPort } from './audio/audioPort.ts';
import type { Address } from './audio/rtpPacket.ts';
import type { Tones } from './audio/tones.ts';
import type { ControlMessage } from './sipp/controlMessage.ts';
import { createCommandQueue } from './sipp/commandQueue.ts';
import { createStates } from './sipp/states.ts';

export type CallState = 'calling' | 'ringing' | 'talking' | 'ended';
export type EndedBy = 'us' | 'pbx';

/** One call of ours with the PBX, whoever placed it. */
export interface SipCall {
    readonly id: string;
    /** Who is called. */
    readonly number: string;
    state(): CallState;
    watch(watcher: (state: CallState) => void): void;
    /** `limitMs` is 15 s if not given. */
    until(state: CallState, limitMs?: number): Promise<void>;
    /** Ends the call, at whatever point it is; resolves when it has ended. */
    hangUp(): Promise<void>;
    hold(): Promise<void>;
    resume(): Promise<void>;
    onHold(): boolean;
    /** REFER to a number or, with `replaces`, to the other party of that call. */
    transfer(number: string, replaces?: SipCall): Promise<void>;
    hears(): Tones;
    digits(): string;
    sendDtmf(digits: string): Promise<void>;
    endedBy(): EndedBy | undefined;
    /** The name of its dialog, as a Replaces header spells it. */
    dialog(): string;
}

interface CallParts {
    readonly who: string;
    readonly id: string;
    readonly number: string;
    readonly audio: AudioPort;
    readonly pbx: Address;
    send(command: string, fields?: Readonly<Record<string, string>>): void;
    ended(): void;
}

const ANSWER_MS = 8000;

/** The call as sipp sees it: `receive` wants to know what sipp tells, `command` tells sipp what to do. */
export interface DrivenCall extends SipCall {
    receive(message: ControlMessage): void;
    command(command: string, fields?: Readonly<Record<string, string>>): void;
}

export function createSipCall(parts: CallParts): DrivenCall {
    const { who, id, audio, pbx } = parts;
    const { command, ready } = createCommandQueue(parts.send);
    const states = createStates<CallState>(who, 'calling', 'ended');
    const asked = createStates<'none' | 'waiting' | 'done' | 'refused'>(`${who}'s request`, 'none', 'refused');
    let endedBy: EndedBy | undefined;
    let onHold = false;
    let dialog = '';

    function end(by: EndedBy): void {
        if (endedBy) return;
        endedBy = by;
        audio.close();
        states.move('ended');
        parts.ended();
    }
    async function ask(name: string, fields?: Readonly<Record<string, string>>): Promise<void> {
        asked.move('waiting');
        command(name, fields);
        await asked.until('done', ANSWER_MS);
    }
    const tags = (fields: Readonly<Record<string, string>>) => {
        const tag = (name: string) => /;tag=([^;>\s]+)/.exec(fields[name] ?? '')?.[1] ?? '';
        return `${id};to-tag=${tag('them')};from-tag=${tag('us')}`;
    };
    return {
        id,
        number: parts.number,
        watch: states.watch,
        command,
        receive({ event, fields }) {
            const media = readMedia(fields['media']);
            if (event === 'ringing') {
                if (media) audio.speakTo(media);
                states.move('ringing');
            } else if (event === 'answered') {
                dialog = tags(fields);
                audio.speakTo(media);
                states.move('talking');
            } else if (event === 'endedByUs') end('us');
            else if (event === 'endedByPbx' || event === 'aborted') end('pbx');
            else if (event === 'held' || event === 'resumed' || event === 'transferred') {
                onHold = event === 'held' || (onHold && event !== 'resumed');
                asked.move('done');
            } else if (event === 'refused') asked.move('refused');
            ready();
        },
        state: states.now,
        until: states.until,
        async hangUp() {
            if (states.now() !== 'ended') command('hangUp');
            await states.until('ended', ANSWER_MS);
        },
        hold: () => ask('hold'),
        resume: () => ask('resume'),
        onHold: () => onHold,
        transfer(number, replaces) {
            const header = replaces ? `?Replaces=${encodeURIComponent(replaces.dialog())}` : '';
            return ask('transfer', { 'Refer-To': `<sip:${number}@${pbx.host}:${pbx.port}${header}>` });
        },
        hears: audio.hears,
        digits: audio.digits,
        sendDtmf: audio.sendDigits,
        endedBy: () => endedBy,
        dialog: () => dialog
    };
}

function readMedia(text = ''): Address | undefined {
    const [host, port] = text.split(':');
    return host && Number(port) > 0 ? { host, port: Number(port) } : undefined;
}
