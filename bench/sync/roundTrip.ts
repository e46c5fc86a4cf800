import type { BenchOrg } from '../stack/benchOrg.ts';
import { median, timeEach } from '../timings.ts';

/** A request over the internet to an org, and back. */
export const ORG_LATENCY_MS = 150;

const SAMPLES = 30;

/** Makes every call of the org's REST API take 150 ms longer, as over the internet. */
export const addOrgLatency = (org: BenchOrg): Promise<void> =>
    org.schedule({ kind: 'delay', rate: 1, delayMs: ORG_LATENCY_MS });

/** How long one request to the org takes that creates one Case, in ms: the yardstick of every latency. */
export async function measureRoundTrip(org: BenchOrg): Promise<number> {
    const create = () => org.administrator.post('/sobjects/Case', { Subject: 'Ligação', Origin: 'Phone' });
    await org.clearFaults();
    const withoutLatency = median(await timeEach(SAMPLES, create));
    await addOrgLatency(org);
    const roundTrip = median(await timeEach(SAMPLES, create));
    console.log(
        `one org round trip: ${roundTrip.toFixed(1)} ms (creates one Case; ${withoutLatency.toFixed(1)} ms without the ${ORG_LATENCY_MS} ms of latency)`
    );
    return roundTrip;
}
