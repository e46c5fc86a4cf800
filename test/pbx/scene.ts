import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../bridge-server/test/support/eventually.ts';
import { AGENTS, LOAD_AGENTS, phonePasswordOf, phoneToneOf } from './asterisk/agentPhones.ts';
import type { Asterisk } from './asterisk/startAsterisk.ts';
import { type Caller, startCaller } from './sip/startCaller.ts';
import { type Phones, startPhones } from './sip/startPhones.ts';
import type { PbxStack } from './stack.ts';
import type { Softphone } from './stack/softphone.ts';

/** A customer who calls. */
export interface Customer extends Caller {
    /** E.164, as softphones have it: `+5511987650001`. */
    readonly number: string;
    /** As the carrier tells it, and as the Case keeps it: `5511987650001`. */
    readonly announcedNumber: string;
}

/** What stories are told with: the PBX, the product on it, phones and callers. */
export interface Scene {
    readonly pbx: Asterisk;
    readonly stack: PbxStack;
    /** Of all agents, registered. */
    readonly phones: Phones;
    /** Where callers and phones leave what they sent. */
    readonly sipFolder: string;
    /** A number from which nobody called before, with its country code: `5511987650001`. */
    newNumber(): string;
    /** Calls 4001, 4002 or 4003 from a new number. */
    callFromOutside(to: string): Promise<Customer>;
    /** These agents take calls, and nobody else of 1001 to 1006 does. Resolves once the PBX's queues know it. */
    onlyAvailable(...extensions: readonly string[]): Promise<Softphone[]>;
    /** Nobody answered them: at the end there must be nothing of them in Salesforce. */
    leavesNothing(customer: Customer): void;
    /** The numbers of those of whom that was said, as announced. */
    readonly unanswered: ReadonlySet<string>;
    /** Ends what a story left behind, and brings back what it left ended, so that the next one finds everybody free. */
    clear(): Promise<void>;
    /** Stops phones and callers. */
    strike(): Promise<void>;
}

const CARRIER_HOST = '127.0.0.2';
const FIRST_NUMBER = 5_511_987_650_001;
const QUEUES = ['suporte', 'vendas'];

/** @param folder where everything of this run lies */
export async function setScene(pbx: Asterisk, stack: PbxStack, folder: string): Promise<Scene> {
    const sipFolder = join(folder, 'sip');
    await mkdir(sipFolder, { recursive: true });
    const address = { host: pbx.host, port: pbx.sipPort };
    const phones = await startPhones({
        pbx: { host: pbx.host, sipPort: pbx.sipPort },
        folder: sipFolder,
        extensions: [...AGENTS, ...LOAD_AGENTS].map((extension) => ({
            extension,
            password: phonePasswordOf(extension),
            toneHz: phoneToneOf(extension)
        }))
    });
    const callers: Caller[] = [];
    const unanswered = new Set<string>();
    let numbers = 0;
    const hangUpAll = () => Promise.allSettled(callers.splice(0).map((caller) => caller.hangUp()));
    const newNumber = () => String(FIRST_NUMBER + numbers++);

    return {
        pbx,
        stack,
        phones,
        sipFolder,
        unanswered,
        newNumber,
        async callFromOutside(to) {
            const from = newNumber();
            const caller = await startCaller({ pbx: address, from, to, localAddress: CARRIER_HOST, folder: sipFolder });
            callers.push(caller);
            return { ...caller, number: `+${from}`, announcedNumber: from };
        },
        async onlyAvailable(...extensions) {
            for (const extension of AGENTS) {
                const softphone = await stack.softphone(extension);
                const presence = extensions.includes(extension)
                    ? { state: 'available' }
                    : { state: 'paused', reason: 'Reunião' };
                const answer = await softphone.request('PUT', '/agent/presence', presence);
                if (!answer.ok) throw new Error(`${extension} could not be ${presence.state}: ${answer.status}`);
            }
            await queuesKnow(pbx, extensions);
            return Promise.all(extensions.map((extension) => stack.softphone(extension)));
        },
        leavesNothing: ({ announcedNumber }) => void unanswered.add(announcedNumber),
        async clear() {
            await hangUpAll();
            if (!pbx.isUp()) await pbx.startAgain();
            await stack.restore();
            await pbx.console('channel request hangup all');
            await eventually(
                () => pbx.console('core show channels count'),
                (channels) => channels.includes('0 active channels')
            );
            // of what the PBX has forgotten, the phones were told nothing
            await phones.release();
        },
        async strike() {
            await hangUpAll();
            await phones.stop();
        }
    };
}

/** Until the members of the queues who are not paused are these. */
async function queuesKnow(pbx: Asterisk, available: readonly string[]): Promise<void> {
    const wrong = async () => {
        const shown = await Promise.all(QUEUES.map((queue) => pbx.console(`queue show ${queue}`)));
        const members = shown.join('\n').matchAll(/PJSIP\/(\d+)(.*)/g);
        return [...members]
            .filter(([, extension = '', rest = '']) => available.includes(extension) === rest.includes('(paused'))
            .map(([line]) => line);
    };
    await eventually(wrong, (members) => members.length === 0);
}
