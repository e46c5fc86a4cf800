import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { openAudioPort, type AudioPort } from '../audio/audioPort.ts';
import { writeRtp } from '../audio/rtpPacket.ts';
import { keyPayload } from '../audio/telephoneEvents.ts';

const HOST = '127.0.0.1';
const ports: AudioPort[] = [];
const sockets: Socket[] = [];

async function open(toneHz: number): Promise<AudioPort> {
    const port = await openAudioPort(HOST, toneHz);
    ports.push(port);
    return port;
}

async function until(holds: () => boolean): Promise<void> {
    const deadline = performance.now() + 5000;
    while (!holds()) {
        if (performance.now() > deadline) throw new Error('it did not come to pass within 5 s');
        await new Promise((resolve) => setImmediate(resolve));
    }
}

afterEach(() => {
    for (const port of ports.splice(0)) port.close();
    for (const socket of sockets.splice(0)) socket.close();
});

test('two who speak to one another hear the other, and not themselves', async () => {
    const [one, other] = [await open(440), await open(500)];

    one.speakTo({ host: HOST, port: other.port });
    // does not know where to: answers to where packets come from
    other.speakTo(undefined);

    await until(() => one.hears().has(500) && other.hears().has(440));
    expect([one.hears().of([440, 500]), other.hears().of([440, 500])]).toEqual([[500], [440]]);
});

test('what was said is forgotten once nobody speaks', async () => {
    const [ear, mouth] = [await open(440), await open(500)];
    mouth.speakTo({ host: HOST, port: ear.port });
    await until(() => ear.hears().has(500));

    mouth.close();
    ports.pop();

    await until(() => ear.hears().silent);
    expect(ear.packets()).toBeGreaterThan(0);
});

test('keys arrive in order, the same one twice', async () => {
    const [one, other] = [await open(440), await open(500)];
    one.speakTo({ host: HOST, port: other.port });

    await one.sendDigits('11#');

    await until(() => other.digits().length >= 3);
    expect(other.digits()).toBe('11#');
});

test('the packets of one key are one key', async () => {
    const ear = await open(440);
    const pbx = createSocket('udp4');
    sockets.push(pbx);
    pbx.bind(0, HOST);
    await once(pbx, 'listening');
    const packet = (sequence: number, timestamp: number, key: string) =>
        writeRtp({ payloadType: 96, marker: false, sequence, timestamp, payload: keyPayload(key, 160, false) }, 1);

    for (const bytes of [packet(1, 0, '5'), packet(2, 0, '5'), packet(3, 800, '5'), packet(4, 1600, '*')])
        pbx.send(bytes, ear.port, HOST);

    await until(() => ear.packets() === 4);
    expect(ear.digits()).toBe('55*');
});

test('what is no key of a telephone is refused', () => {
    expect(() => keyPayload('x', 160, false)).toThrow('x is no key');
});
