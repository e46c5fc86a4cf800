import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decodeAlaw, decodeUlaw } from './g711.ts';
import { createMouth } from './mouth.ts';
import { readRtp, type Address, type RtpPacket } from './rtpPacket.ts';
import { keyOf } from './telephoneEvents.ts';
import { tonesIn, type Tones } from './tones.ts';

const HEARD_MS = 300;
const PCMU = 0;
const PCMA = 8;
/** What our SDP calls telephone-event, and what some PBX calls it in theirs. */
const TELEPHONE_EVENTS = [101, 96];

/** Ear and mouth of one call: a UDP port that sends G.711 A-law and keeps what it heard within the last 300 ms. */
export interface AudioPort {
    readonly port: number;
    /** Speaks from now on, to where the PBX said; and if packets come from elsewhere, to there. */
    speakTo(pbx: Address | undefined): void;
    hears(): Tones;
    /** The keys that came as RTP events. */
    digits(): string;
    /** Ends when the last key was sent. */
    sendDigits(digits: string): Promise<void>;
    /** How many packets came. */
    packets(): number;
    close(): void;
}

const decode = ({ payloadType, payload }: RtpPacket) =>
    payloadType === PCMA ? decodeAlaw(payload) : decodeUlaw(payload);

/** A port of `host` whose mouth says a sine of `toneHz`. */
export async function openAudioPort(host: string, toneHz: number): Promise<AudioPort> {
    const socket = createSocket('udp4');
    socket.bind(0, host);
    await once(socket, 'listening');
    // decoded when somebody asks: most of what comes is never asked for
    const heard: { atMs: number; packet: RtpPacket }[] = [];
    const mouth = createMouth(toneHz, (packet, to) => socket.send(packet, to.port, to.host));
    let digits = '';
    let lastKeyAt: number | undefined;
    let packets = 0;

    function hear(packet: RtpPacket): void {
        heard.push({ atMs: performance.now(), packet });
        forget();
    }
    function forget(): void {
        const sinceMs = performance.now() - HEARD_MS;
        while (heard[0] && heard[0].atMs < sinceMs) heard.shift();
    }
    socket.on('message', (bytes, from) => {
        const packet = readRtp(bytes);
        if (!packet) return;
        packets += 1;
        mouth.turnTo({ host: from.address, port: from.port });
        if (packet.payloadType === PCMA || packet.payloadType === PCMU) return hear(packet);
        // a key is many packets of one timestamp
        if (!TELEPHONE_EVENTS.includes(packet.payloadType) || packet.timestamp === lastKeyAt) return;
        lastKeyAt = packet.timestamp;
        digits += keyOf(packet.payload) ?? '';
    });
    // whoever is gone refuses our packets
    socket.on('error', () => undefined);

    return {
        port: socket.address().port,
        speakTo: (pbx) => mouth.start(pbx),
        hears: () => {
            forget();
            return tonesIn(Int16Array.from(heard.flatMap(({ packet }) => [...decode(packet)])));
        },
        digits: () => digits,
        sendDigits: (keys) => mouth.press(keys),
        packets: () => packets,
        close: () => {
            mouth.stop();
            socket.close();
        }
    };
}
