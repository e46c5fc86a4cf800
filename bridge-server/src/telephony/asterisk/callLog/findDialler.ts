import type { LoggedChannel, Run } from './loggedChannel.ts';

/** Who called a channel, and in the run of which application. */
export interface Dialler {
    readonly channel: LoggedChannel;
    readonly run: Run;
    /** What was dialled, as the dial plan or the queue has it. */
    readonly dialString: string;
}

/**
 * The log does not say who called a channel; it says what called it, and who was running that at the time. Null when
 * nobody did: the PBX itself, as for the near end of a consultation.
 */
export function findDialler(called: LoggedChannel, channels: readonly LoggedChannel[]): Dialler | null {
    const { startedAt, calledBy } = called;
    if (startedAt === null || calledBy === null) return null;
    const application = calledBy === 'AppQueue' ? 'Queue' : 'Dial';
    const callers = channels.flatMap((channel) =>
        channel.runs
            .filter((run) => channel !== called && run.application === application && lastsAt(run, startedAt))
            .flatMap((run) => {
                const dialString = application === 'Queue' ? called.name : dialStringFor(called.name, run.data);
                return dialString === null ? [] : [{ channel, run, dialString }];
            })
    );
    return callers.toSorted((a, b) => b.run.from - a.run.from)[0] ?? null;
}

const lastsAt = ({ from, to }: Run, time: number): boolean => from <= time && time <= to;

/** Of `PJSIP/1001&PJSIP/5511912345678@carrier,20` the part that leads to `PJSIP/carrier-0000005b`, without the technology. */
function dialStringFor(channel: string, data: string): string | null {
    const targets = (data.split(',')[0] ?? '').split('&');
    const [technology = '', peer = ''] = channel.replace(/-[0-9a-f]+(;[12])?$/, '').split(/\/(.*)/s);
    const target = targets.find((each) => leadsTo(each, technology, peer));
    return target?.slice(target.indexOf('/') + 1) ?? null;
}

function leadsTo(target: string, technology: string, peer: string): boolean {
    if (!target.startsWith(`${technology}/`)) return false;
    const resource = target.slice(technology.length + 1);
    const [beforeAt = '', afterAt] = resource.split('@');
    return [resource, afterAt, beforeAt.split('/')[0]].includes(peer);
}
