import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAriClient } from '../../../bridge-server/src/telephony/asterisk/ari/ariClient.ts';
import { createAsteriskAdapter } from '../../../bridge-server/src/telephony/asterisk/asteriskAdapter.ts';
import type { AdapterStage } from '../../../bridge-server/test/telephony/adapterStage.ts';
import { RecordingSink } from '../../../bridge-server/test/telephony/asterisk/recordingSink.ts';
import { phonePasswordOf, phoneToneOf } from '../asterisk/agentPhones.ts';
import { type Asterisk, startAsterisk } from '../asterisk/startAsterisk.ts';
import { type Caller, startCaller } from '../sip/startCaller.ts';
import { type Customers, startCustomers } from '../sip/startCustomers.ts';
import { type Phones, startPhones } from '../sip/startPhones.ts';

const AGENT = '1001';
const COLLEAGUE = '1002';
const NOT_ASKED = ['1003', '1004'];
const CARRIER_HOST = '127.0.0.2';
const CUSTOMER = '5511987650001';

/** A PBX with phones and customers around it, on which one adapter after the other is set. */
export interface AsteriskHouse {
    openStage(): Promise<AdapterStage>;
    close(): Promise<void>;
}

export async function openAsteriskHouse(): Promise<AsteriskHouse> {
    const given = process.env['PBX_FOLDER'];
    const folder = given ?? (await mkdtemp(join(tmpdir(), 'softphone-pbx-')));
    const closers: (() => Promise<unknown>)[] = [];
    if (!given) closers.push(() => rm(folder, { recursive: true, force: true }));
    const sipFolder = join(folder, 'sip');
    const close = async () => {
        for (const each of closers.splice(0).reverse()) await each();
    };
    try {
        const pbx = await startAsterisk({ runDir: join(folder, 'pbx') });
        closers.push(() => pbx.remove());
        const phones = await startPhones({
            pbx,
            folder: sipFolder,
            extensions: [AGENT, COLLEAGUE].map((extension) => ({
                extension,
                password: phonePasswordOf(extension),
                toneHz: phoneToneOf(extension)
            }))
        });
        closers.push(() => phones.stop());
        const customers = await openCarrier(pbx, sipFolder);
        closers.push(() => customers.stop());
        // calls ring at the agent alone, and reach the colleague only when they are sent there
        for (const extension of [COLLEAGUE, ...NOT_ASKED])
            await pbx.console(`queue pause member PJSIP/${extension} queue suporte`);
        return { openStage: () => setStage(pbx, phones, sipFolder), close };
    } catch (error) {
        await close();
        throw error;
    }
}

const openCarrier = (pbx: Asterisk, folder: string): Promise<Customers> =>
    startCustomers({
        pbx: { host: pbx.host, port: pbx.sipPort },
        address: pbx.carrierAddress.host,
        port: pbx.carrierAddress.port,
        folder
    });

async function setStage(pbx: Asterisk, phones: Phones, folder: string): Promise<AdapterStage> {
    const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
    const ari = createAriClient({ url: pbx.ariUrl, username: 'bridge', password: pbx.ariPassword, log });
    const adapter = createAsteriskAdapter({
        ...{ host: pbx.host, port: pbx.amiPort, username: 'bridge', secret: pbx.amiSecret, maxBackoffMs: 200 },
        ari,
        queueLogin: ['vendas'],
        dialPlan: {
            context: 'softphone',
            queueExtensions: new Map([['suporte', '4001']]),
            outboundNumber: '9{national}'
        },
        log
    });
    const sink = new RecordingSink();
    adapter.start(sink);
    await sink.until(({ snapshots }) => snapshots.length > 0);
    const callers = new Map<string, Caller>();
    return {
        adapter,
        sink,
        agent: AGENT,
        colleague: COLLEAGUE,
        number: '+5511912345678',
        async ring() {
            const known = sink.events.length;
            const address = { host: pbx.host, port: pbx.sipPort };
            const caller = await startCaller({
                ...{ pbx: address, from: CUSTOMER, to: '4001', localAddress: CARRIER_HOST, folder }
            });
            await sink.until(({ events }) => events.slice(known).some(({ type }) => type === 'legOffered'));
            const { callId = '' } = sink.events.slice(known).find(({ type }) => type === 'legOffered') ?? {};
            callers.set(callId, caller);
            return callId;
        },
        customerHangsUp: async (callId) => callers.get(callId)?.hangUp(),
        async close() {
            await Promise.allSettled([...callers.values()].map((caller) => caller.hangUp()));
            await pbx.console('channel request hangup all');
            await Promise.all([AGENT, COLLEAGUE].map((extension) => phones.at(extension).until('idle')));
            await adapter.setPresence?.(AGENT, { state: 'available' });
            await adapter.stop();
        }
    };
}
