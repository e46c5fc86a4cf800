import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from '../../../../src/recordings/sources/publicAddress.ts';
import { readUrlHost } from '../../../../src/recordings/sources/urlHosts.ts';
import { errorCodeOf } from '../../errorCode.ts';
import { enumerate, type Finding, findingsOf } from '../../finding.ts';

const { ok, fail } = findingsOf('URL hosts');

const DEADLINE_MS = 5_000;

/** All addresses of a name. Throws Error with a `code` when there are none. */
type LookUp = (host: string) => Promise<readonly string[]>;

const lookUpAll: LookUp = async (host) => (await lookUp(host, { all: true })).map(({ address }) => address);

/** Whether the hosts that may serve recordings have addresses to which the bridge goes: public ones only. */
export async function checkUrlHosts(hosts: readonly string[], lookUpHost = lookUpAll): Promise<Finding[]> {
    const problems = (await Promise.all(hosts.map((host) => problemOf(host, lookUpHost)))).filter(
        (problem) => problem !== null
    );
    return problems.length > 0 || hosts.length === 0
        ? problems
        : [ok(`recordings are fetched from ${enumerate(hosts)}`)];
}

async function problemOf(entry: string, lookUpHost: LookUp): Promise<Finding | null> {
    const host = readUrlHost(entry)?.hostname ?? entry;
    // what is below a wildcard is known only once a URL names it; an address is meant as it stands
    if (host.startsWith('*.') || isAddress(host)) return null;
    const addresses = await Promise.race([lookUpHost(host).catch(errorCodeOf), afterDeadline()]);
    if (typeof addresses === 'string')
        return fail(`${host} has no address (${addresses})`, 'correct RECORDING_URL_HOSTS, or the DNS of this machine');
    const inside = addresses.filter((address) => !isPublicAddress(address));
    return inside.length === 0
        ? null
        : fail(
              `${host} leads to ${enumerate(inside)}, which is not public: the bridge refuses to go there`,
              'list the address itself in RECORDING_URL_HOSTS if it is meant, and let URLs name it'
          );
}

const isAddress = (host: string): boolean => isIP(host.replace(/^\[|\]$/g, '')) !== 0;

const afterDeadline = (): Promise<string> =>
    new Promise((resolve) => void setTimeout(() => resolve('no answer'), DEADLINE_MS).unref());
