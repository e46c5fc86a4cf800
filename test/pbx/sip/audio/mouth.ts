import { randomInt } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';

import { encodeAlaw } from './g711.ts';
import { writeRtp, type Address } from './rtpPacket.ts';
import { keyPayload } from './telephoneEvents.ts';
import { SAMPLES_A_SECOND, sine } from './tones.ts';

const PACKET_MS = 20;
const PACKET_SAMPLES = (SAMPLES_A_SECOND * PACKET_MS) / 1000;
/** More than this late, the machine stood still: the packets that were due then are left out. */
const LATEST_MS = 200;
const PCMA = 8;
const TELEPHONE_EVENT = 101;
const KEY_PACKETS = 6;
const END_PACKETS = 3;
const BETWEEN_KEYS_MS = 80;

/** Says a sine in packets of 20 ms; presses keys meanwhile. */
export interface Mouth {
    start(to: Address | undefined): void;
    turnTo(to: Address): void;
    press(keys: string): Promise<void>;
    stop(): void;
}

export function createMouth(toneHz: number, sendTo: (packet: Buffer, to: Address) => void): Mouth {
    const source = randomInt(2 ** 32);
    // one second holds whole periods of every whole frequency
    const second = encodeAlaw(sine(toneHz, SAMPLES_A_SECOND));
    const pressed: { key: string; packets: number; timestamp: number }[] = [];
    let target: Address | undefined;
    let timer: NodeJS.Timeout | undefined;
    let dueMs = 0;
    let sequence = randomInt(2 ** 16);
    let sent = 0;

    function send(payloadType: number, payload: Buffer, timestamp: number, marker: boolean): void {
        sequence += 1;
        if (target) sendTo(writeRtp({ payloadType, marker, sequence, timestamp, payload }, source), target);
    }
    function sendKey(timestamp: number): boolean {
        const key = pressed[0];
        if (!key) return false;
        if (key.packets === 0) key.timestamp = timestamp;
        key.packets += 1;
        const duration = Math.min(key.packets, KEY_PACKETS) * PACKET_SAMPLES;
        const end = key.packets > KEY_PACKETS;
        send(TELEPHONE_EVENT, keyPayload(key.key, duration, end), key.timestamp, key.packets === 1);
        if (key.packets === KEY_PACKETS + END_PACKETS) pressed.shift();
        return true;
    }
    function sendPacket(): void {
        const timestamp = sent * PACKET_SAMPLES;
        const at = timestamp % SAMPLES_A_SECOND;
        if (!sendKey(timestamp))
            send(PCMA, Buffer.from(second.subarray(at, at + PACKET_SAMPLES)), timestamp, sent === 0);
        sent += 1;
    }
    function speak(): void {
        const now = performance.now();
        if (now - dueMs > LATEST_MS) dueMs = now;
        for (; dueMs <= now; dueMs += PACKET_MS) sendPacket();
        timer = setTimeout(speak, dueMs - now);
    }

    return {
        start(to) {
            target = to ?? target;
            if (timer) return;
            dueMs = performance.now();
            speak();
        },
        turnTo: (to) => {
            target = to;
        },
        async press(keys) {
            for (const key of keys) {
                pressed.push({ key, packets: 0, timestamp: 0 });
                await later(PACKET_MS * (KEY_PACKETS + END_PACKETS) + BETWEEN_KEYS_MS);
            }
        },
        stop: () => clearTimeout(timer)
    };
}
