import { randomBytes } from 'node:crypto';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';
import { findFreeUdpPort } from '../findFreeUdpPort.ts';

/** Where a PBX is reached, and with which secrets; the same each time it starts again. */
export interface PbxPlaces {
    readonly amiPort: number;
    readonly amiTlsPort: number;
    readonly amiSecret: string;
    readonly httpPort: number;
    readonly ariPassword: string;
    readonly sipPort: number;
    readonly rtpPorts: { readonly first: number; readonly last: number };
    /** Where it sends calls to the outside. Whoever sends from that host, from any port, is the carrier. */
    readonly carrierAddress: { readonly host: string; readonly port: number };
}

export const PBX_HOST = '127.0.0.1';
const CARRIER_HOST = '127.0.0.2';
/** Below the ports that systems give out by themselves. */
const FIRST_RTP_PORT = 10_000;
const RTP_BLOCK = 400;
const RTP_BLOCKS = 50;
const SECRET_BYTES = 18;

/** Free ports, and secrets that nobody knows. */
export async function choosePbxPlaces(): Promise<PbxPlaces> {
    const [amiPort = 0, amiTlsPort = 0, httpPort = 0] = await findFreePorts(3);
    const sipPort = await findFreeUdpPort(PBX_HOST);
    const first = FIRST_RTP_PORT + (sipPort % RTP_BLOCKS) * RTP_BLOCK;
    return {
        amiPort,
        amiTlsPort,
        amiSecret: newSecret(),
        httpPort,
        ariPassword: newSecret(),
        sipPort,
        rtpPorts: { first, last: first + RTP_BLOCK - 1 },
        carrierAddress: { host: CARRIER_HOST, port: await findFreeUdpPort(CARRIER_HOST) }
    };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
