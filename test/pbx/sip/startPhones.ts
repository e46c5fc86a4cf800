import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from './audio/rtpPacket.ts';
import { createPhone, type Phone } from './phone.ts';
import { placeCall } from './placeCall.ts';
import { receiveCalls } from './receiveCalls.ts';
import { registration } from './scenarios/registration.ts';
import { runSipp } from './sipp/runSipp.ts';

export interface Extension {
    readonly extension: string;
    readonly password: string;
    /** At least 20 Hz from any other tone: an ear hears 300 ms, which tells no less apart. */
    readonly toneHz: number;
    /** Picks up by itself after this time; otherwise when it is told to. */
    readonly answerAfterMs?: number;
}

export interface PhonesOptions {
    readonly pbx: { readonly host: string; readonly sipPort: number };
    readonly folder: string;
    readonly extensions: readonly Extension[];
    /** Not that of the carrier, by which the PBX knows its calls. */
    readonly localAddress?: string;
}

export interface Phones {
    at(extension: string): Phone;
    /** Registers all of them again, after the PBX forgot them. */
    register(): Promise<void>;
    /** Hangs up whatever is left. */
    release(): Promise<void>;
    stop(): Promise<void>;
}

/** Registers phones at the PBX; resolves when all of them are reachable. They pick up when they are told to. */
export async function startPhones(options: PhonesOptions): Promise<Phones> {
    const { folder, extensions, localAddress = '127.0.0.1' } = options;
    const pbx: Address = { host: options.pbx.host, port: options.pbx.sipPort };
    const known = new Map(extensions.map((one) => [one.extension, one]));
    const phones = new Map(
        extensions.map(({ extension, password, toneHz }) => {
            const who = `phone-${extension}`;
            const caller = { pbx, who, from: extension, name: extension, password, toneHz, localAddress, folder };
            return [extension, createPhone(extension, (to) => placeCall({ ...caller, to }))];
        })
    );
    const calls = await receiveCalls({
        name: 'phones',
        folder,
        pbx,
        localAddress,
        toneHz: (to) => known.get(to)?.toneHz ?? 0,
        offered(call) {
            const phone = phones.get(call.to);
            if (phone) phone.offer(call, known.get(call.to)?.answerAfterMs);
            else call.refuse(404);
        },
        talkAsked: (call) => phones.get(call.to)?.talkAsked(call)
    });

    async function register(): Promise<void> {
        const lines = extensions.map(
            ({ extension, password }) => `${extension};[authentication username=${extension} password=${password}]`
        );
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'extensions.csv'), ['SEQUENTIAL', ...lines, ''].join('\n'));
        const count = String(extensions.length);
        await runSipp({
            name: 'registration',
            folder,
            scenario: registration,
            pbx,
            localAddress,
            keys: { contact_port: String(calls.address.port) },
            calls: extensions.length,
            lastsSeconds: 20,
            more: ['-inf', 'extensions.csv', '-r', count]
        });
    }
    async function release(): Promise<void> {
        const left = [...phones.values()].flatMap(({ phone }) => phone.calls());
        await Promise.allSettled(left.map((call) => call.hangUp()));
    }
    try {
        await register();
    } catch (error) {
        await calls.stop();
        throw error;
    }
    return {
        at(extension) {
            const found = phones.get(extension);
            if (!found) throw new Error(`There is no phone ${extension}.`);
            return found.phone;
        },
        register,
        release,
        stop: () => calls.stop()
    };
}
