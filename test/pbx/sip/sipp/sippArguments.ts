import { findFreeUdpPort } from '../../findFreeUdpPort.ts';
import type { Address } from '../audio/rtpPacket.ts';

export interface SippOptions {
    /** Names its files within the folder. */
    readonly name: string;
    readonly folder: string;
    readonly scenario: string;
    readonly pbx: Address;
    readonly localAddress: string;
    /** A free one if not given. */
    readonly localPort?: number;
    /** What is dialled, for calls that it places. */
    readonly to?: string;
    /** Words of the scenario. */
    readonly keys?: Readonly<Record<string, string>>;
    /** How many calls before it ends; without it, it waits for calls until it is stopped. */
    readonly calls?: number;
    readonly lastsSeconds?: number;
    /** Further arguments, as sipp spells them. */
    readonly more?: readonly string[];
}

const LASTS_SECONDS = 900;

/** The arguments of a sipp that is told what to do over the control port, and the address that it uses. */
export async function sippArguments(
    options: SippOptions,
    controlPort?: number
): Promise<{ address: Address; list: string[] }> {
    const { name, pbx, localAddress, to, keys = {}, calls, lastsSeconds = LASTS_SECONDS, more = [] } = options;
    const address = { host: localAddress, port: options.localPort ?? (await findFreeUdpPort(localAddress)) };
    const list = [
        `${pbx.host}:${pbx.port}`,
        ...['-sf', `${name}.xml`, '-i', address.host, '-p', String(address.port)],
        ...(controlPort ? ['-3pcc', `127.0.0.1:${controlPort}`] : []),
        ...(to ? ['-s', to] : []),
        ...(calls ? ['-m', String(calls)] : []),
        ...Object.entries(keys).flatMap(([key, value]) => ['-key', key, value]),
        // 0.5 + 1 + 2 s without an answer: the PBX is gone
        ...['-max_retrans', '2'],
        // the watchdog ends a sipp that had to wait for the processor
        ...['-nostdin', '-timeout', String(lastsSeconds), '-watchdog_interval', '0'],
        ...['-trace_msg', '-message_file', `${name}.sip.log`, '-trace_err', '-error_file', `${name}.error.log`],
        ...more
    ];
    return { address, list };
}
