import { fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { Pbx } from '../pbxPort.ts';

const WARN_MS = 1_000;
const FAIL_MS = 30_000;
const TRIES = 3;
const NTP = 'keep both clocks by NTP (`timedatectl set-ntp true`, or chrony)';

/** Compares the PBX's clock, which `Ping` tells to whoever is logged in, with this machine's. */
export async function checkClock(pbx: Pbx, now: () => number): Promise<Finding[]> {
    const samples = [];
    for (let tried = 0; tried < TRIES; tried++) {
        const sentAt = now();
        const toldAt = Number.parseFloat(fieldOf(await pbx.ask({ Action: 'Ping' }), 'Timestamp')) * 1000;
        samples.push({ tookMs: now() - sentAt, skewMs: toldAt - (sentAt + now()) / 2 });
    }
    // the quickest answer says it best
    const [best] = samples.toSorted((a, b) => a.tookMs - b.tookMs);
    if (!best || Number.isNaN(best.skewMs)) return [findingsOf('clock').warn('the PBX does not tell its time', NTP)];
    return [judgeSkew('clock', 'PBX', best.skewMs, { warnMs: WARN_MS, failMs: FAIL_MS })];
}

/** @param skewMs by how much the other clock is ahead of this machine's */
export function judgeSkew(
    check: string,
    whose: string,
    skewMs: number,
    { warnMs, failMs }: { warnMs: number; failMs: number }
): Finding {
    const distance = Math.abs(skewMs);
    const saw = `the clock of the ${whose} is ${formatMs(distance)} ${skewMs < 0 ? 'behind' : 'ahead of'} this machine's`;
    const { ok, warn, fail } = findingsOf(check);
    return distance > failMs ? fail(saw, NTP) : distance > warnMs ? warn(saw, NTP) : ok(saw);
}

const formatMs = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
