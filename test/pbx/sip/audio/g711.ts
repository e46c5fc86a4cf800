/** G.711 (ITU-T): one byte a sample, eight thousand samples a second. Samples are 16-bit linear. */

const SIGN = 0x80;
const ALAW_MASK = 0x55;
const ULAW_BIAS = 0x84;
const ULAW_LOUDEST = 32_635;

const decodeAlawByte = (byte: number): number => {
    const value = byte ^ ALAW_MASK;
    const exponent = (value & 0x70) >> 4;
    const step = ((value & 0x0f) << 4) + 8;
    const magnitude = exponent === 0 ? step : (step + 0x100) << (exponent - 1);
    return value & SIGN ? magnitude : -magnitude;
};

const decodeUlawByte = (byte: number): number => {
    const value = ~byte & 0xff;
    const magnitude = ((((value & 0x0f) << 3) + ULAW_BIAS) << ((value & 0x70) >> 4)) - ULAW_BIAS;
    return value & SIGN ? -magnitude : magnitude;
};

/** The number of the segment: how often the magnitude must be halved until it fits below `limit`. */
function segmentOf(magnitude: number, limit: number): number {
    let segment = 0;
    while (segment < 7 && magnitude >= limit << segment) segment += 1;
    return segment;
}

function encodeAlawSample(sample: number): number {
    const sign = sample < 0 ? 0 : SIGN;
    const magnitude = Math.min(32_767, sample < 0 ? -sample - 1 : sample);
    const segment = segmentOf(magnitude, 0x100);
    const mantissa = (magnitude >> (segment === 0 ? 4 : segment + 3)) & 0x0f;
    return (sign | (segment << 4) | mantissa) ^ ALAW_MASK;
}

function encodeUlawSample(sample: number): number {
    const magnitude = Math.min(ULAW_LOUDEST, Math.abs(sample)) + ULAW_BIAS;
    const segment = segmentOf(magnitude, 0x100);
    return ~((sample < 0 ? SIGN : 0) | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff;
}

const ALAW = Int16Array.from({ length: 256 }, (_, byte) => decodeAlawByte(byte));
const ULAW = Int16Array.from({ length: 256 }, (_, byte) => decodeUlawByte(byte));

export const decodeAlaw = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, (byte) => ALAW[byte] ?? 0);
export const decodeUlaw = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, (byte) => ULAW[byte] ?? 0);
export const encodeAlaw = (samples: Int16Array): Uint8Array => Uint8Array.from(samples, encodeAlawSample);
export const encodeUlaw = (samples: Int16Array): Uint8Array => Uint8Array.from(samples, encodeUlawSample);
