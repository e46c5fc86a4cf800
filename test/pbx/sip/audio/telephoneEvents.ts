/** Keys as RTP events (RFC 4733): four bytes of event, end flag and volume, duration in samples. */
const KEYS = '0123456789*#ABCD';
const END = 0x80;
const VOLUME = 10;

export const keyOf = (payload: Buffer): string | undefined => KEYS[payload[0] ?? KEYS.length];

/** The payload of one packet of a key. The key's last packets carry `end`. */
export function keyPayload(key: string, durationSamples: number, end: boolean): Buffer {
    const event = KEYS.indexOf(key.toUpperCase());
    if (event < 0 || key.length !== 1) throw new RangeError(`${key} is no key of a telephone: ${KEYS}`);
    const payload = Buffer.from([event, (end ? END : 0) | VOLUME, 0, 0]);
    payload.writeUInt16BE(durationSamples, 2);
    return payload;
}
