import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import type { LiveChannels } from './liveChannels.ts';

const SUCCESS = 'Success';

/** What a PBX with these channels answers. Commands are accepted for channels that live; the recorded call decides what follows. */
export function answerAction(action: AmiMessage, live: LiveChannels, nowMs: number): readonly AmiMessage[] {
    switch (fieldOf(action, 'Action').toLowerCase()) {
        case 'login':
            return [{ Response: SUCCESS, Message: 'Authentication accepted' }];
        case 'logoff':
            return [{ Response: 'Goodbye', Message: 'Thanks for all the fish.' }];
        case 'ping':
            return [{ Response: SUCCESS, Ping: 'Pong', Timestamp: (nowMs / 1000).toFixed(6) }];
        case 'coreshowchannels':
            return list('CoreShowChannelsComplete', live.channels(nowMs));
        case 'queuestatus':
            return list('QueueStatusComplete', live.queueEntries());
        case 'pjsipnotify':
        case 'hangup':
            return live.isAlive(fieldOf(action, 'Channel'))
                ? [{ Response: SUCCESS, Message: 'Accepted' }]
                : [{ Response: 'Error', Message: 'No such channel' }];
        default:
            return [{ Response: 'Error', Message: 'Invalid/unknown command' }];
    }
}

const list = (complete: string, items: readonly AmiMessage[]): AmiMessage[] => [
    { Response: SUCCESS, EventList: 'start', Message: 'List will follow' },
    ...items,
    { Event: complete, EventList: 'Complete', ListItems: String(items.length) }
];
