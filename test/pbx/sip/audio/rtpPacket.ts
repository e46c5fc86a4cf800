/** RTP (RFC 3550) as far as a telephone needs it: no extension, no padding, no further sources. */
export interface RtpPacket {
    readonly payloadType: number;
    readonly marker: boolean;
    readonly sequence: number;
    /** In samples. */
    readonly timestamp: number;
    readonly payload: Buffer;
}

const HEADER_BYTES = 12;
const VERSION = 0x80;

export function writeRtp(packet: RtpPacket, source: number): Buffer {
    const header = Buffer.alloc(HEADER_BYTES);
    header[0] = VERSION;
    header[1] = (packet.marker ? 0x80 : 0) | packet.payloadType;
    header.writeUInt16BE(packet.sequence & 0xffff, 2);
    header.writeUInt32BE(packet.timestamp >>> 0, 4);
    header.writeUInt32BE(source, 8);
    return Buffer.concat([header, packet.payload]);
}

/** Undefined for what is no RTP. */
export function readRtp(bytes: Buffer): RtpPacket | undefined {
    if (bytes.length < HEADER_BYTES || (bytes[0] ?? 0) >> 6 !== 2) return undefined;
    const second = bytes[1] ?? 0;
    const sources = (bytes[0] ?? 0) & 0x0f;
    return {
        payloadType: second & 0x7f,
        marker: second >= 0x80,
        sequence: bytes.readUInt16BE(2),
        timestamp: bytes.readUInt32BE(4),
        payload: bytes.subarray(HEADER_BYTES + 4 * sources)
    };
}

/** Where UDP packets go. */
export interface Address {
    readonly host: string;
    readonly port: number;
}
