import { calledFrom, connectedAt, type KnownCall } from './knownCall.ts';
import type { LoggedChannel, Run } from './loggedChannel.ts';

/** A queue that takes nobody in (`joinempty`) gives the caller back at once. */
const REFUSED_SECONDS = 0.05;
/** Between giving up and the channel's hang-up there is but the dial plan's hang-up handler. */
const HANDLER_SECONDS = 2;
/** `Queue(name,options,url,announcement,timeout)`; the PBX counts it in whole seconds. */
const TIMEOUT_ARGUMENT = 4;

/** The log tells that the queue was run, not that it let the caller in. */
export const wasAdmitted = (run: Run, call: KnownCall): boolean =>
    run.to - run.from >= REFUSED_SECONDS || calledFrom(run, call).length > 0;

/** Nobody was connected in this queue until the caller hung up, or its time was up: to the PBX these are one. */
export const wasAbandoned = (run: Run, caller: LoggedChannel, call: KnownCall): boolean =>
    callerGaveUp(run, caller, call) || (isVain(run, call) && timeWasUp(run));

/** The caller hung up in this queue, and nobody had been connected. */
export function callerGaveUp(run: Run, { hangup, name, runs }: LoggedChannel, call: KnownCall): boolean {
    if (!isVain(run, call) || !hangup || hangup.source !== name) return false;
    const wasLast = runs.every(({ application, from }) => !isWaiting(application) || from <= run.from);
    return wasLast && hangup.at - run.to < HANDLER_SECONDS;
}

const isVain = (run: Run, call: KnownCall): boolean =>
    run.application === 'Queue' && wasAdmitted(run, call) && connectedAt(run, call) === null;

function timeWasUp({ data, from, to }: Run): boolean {
    const timeout = Number(data.split(',')[TIMEOUT_ARGUMENT] ?? '');
    return timeout > 0 && to < Infinity && to - from >= timeout - 1;
}

const isWaiting = (application: string): boolean => application === 'Queue' || application === 'Dial';
