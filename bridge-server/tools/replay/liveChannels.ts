import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';

interface LiveChannel {
    readonly bornAtMs: number;
    fields: Record<string, string>;
}

/** What every event about a channel repeats of it, and CoreShowChannels answers. */
const CHANNEL_FIELDS = [
    ...['Channel', 'ChannelState', 'ChannelStateDesc', 'CallerIDNum', 'CallerIDName', 'ConnectedLineNum'],
    ...['ConnectedLineName', 'Language', 'AccountCode', 'Context', 'Exten', 'Priority', 'Uniqueid', 'Linkedid']
];

/** The channels and queued callers that the events sent so far leave alive. */
export class LiveChannels {
    readonly #channels = new Map<string, LiveChannel>();
    readonly #queued = new Map<string, Record<string, string>>();

    apply(message: AmiMessage, nowMs: number): void {
        const event = fieldOf(message, 'Event');
        const uniqueid = fieldOf(message, 'Uniqueid');
        if (event === 'Newchannel') this.#channels.set(uniqueid, { bornAtMs: nowMs, fields: {} });
        this.#refresh(message, '');
        this.#refresh(message, 'Dest');
        this.#follow(event, message, uniqueid);
    }

    /** As `CoreShowChannels` lists them. */
    channels(nowMs: number): Record<string, string>[] {
        return [...this.#channels.values()].map(({ bornAtMs, fields }) => ({
            Event: 'CoreShowChannel',
            Application: '',
            ApplicationData: '',
            BridgeId: '',
            ...fields,
            Duration: formatDuration(nowMs - bornAtMs)
        }));
    }

    /** As `QueueStatus` lists them. */
    queueEntries(): Record<string, string>[] {
        return [...this.#queued.values()];
    }

    isAlive(channel: string): boolean {
        return this.#channels.values().some(({ fields }) => fields['Channel'] === channel);
    }

    clear(): void {
        this.#channels.clear();
        this.#queued.clear();
    }

    #refresh(message: AmiMessage, prefix: '' | 'Dest'): void {
        const channel = this.#channels.get(fieldOf(message, `${prefix}Uniqueid`));
        if (!channel) return;
        for (const name of CHANNEL_FIELDS) {
            if (`${prefix}${name}` in message) channel.fields[name] = fieldOf(message, `${prefix}${name}`);
        }
    }

    #follow(event: string, message: AmiMessage, uniqueid: string): void {
        const destination = fieldOf(message, 'DestUniqueid');
        switch (event) {
            case 'Newexten':
                return this.#set(uniqueid, application(fieldOf(message, 'Application'), fieldOf(message, 'AppData')));
            case 'QueueCallerJoin':
                this.#queued.set(uniqueid, { ...queueEntry(message), Event: 'QueueEntry' });
                if (this.#channels.get(uniqueid)?.fields['Application'] !== 'Queue')
                    this.#set(uniqueid, application('Queue', fieldOf(message, 'Queue')));
                return;
            case 'QueueCallerLeave':
            case 'QueueCallerAbandon':
                this.#queued.delete(uniqueid);
                return;
            case 'AgentCalled':
                return this.#set(destination, application('AppQueue', '(Outgoing Line)'));
            case 'DialBegin':
                if (!this.#channels.get(destination)?.fields['Application'])
                    this.#set(destination, application('AppDial', '(Outgoing Line)'));
                return;
            case 'BridgeEnter':
                return this.#set(uniqueid, { BridgeId: fieldOf(message, 'BridgeUniqueid') });
            case 'BridgeLeave':
                return this.#set(uniqueid, { BridgeId: '' });
            case 'Rename':
                return this.#set(uniqueid, { Channel: fieldOf(message, 'Newname') });
            case 'Hangup':
                this.#channels.delete(uniqueid);
                this.#queued.delete(uniqueid);
        }
    }

    #set(uniqueid: string, fields: Record<string, string>): void {
        Object.assign(this.#channels.get(uniqueid)?.fields ?? {}, fields);
    }
}

const application = (name: string, data: string) => ({ Application: name, ApplicationData: data });

const queueEntry = (message: AmiMessage): Record<string, string> =>
    Object.fromEntries(
        ['Queue', 'Position', 'Channel', 'Uniqueid', 'CallerIDNum', 'CallerIDName'].map((name) => [
            name,
            fieldOf(message, name)
        ])
    );

function formatDuration(durationMs: number): string {
    const seconds = Math.floor(durationMs / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
