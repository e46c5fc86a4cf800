import type { ChildProcess } from 'node:child_process';
import type { BundleSource } from './bundleSource.ts';
import type { CompilerAnswer } from './compilerAnswer.ts';
import { CompilerUnavailable } from './compilerUnavailable.ts';

/** The process ended before it answered. */
export class ChildEnded extends Error {}

/**
 * Sends the compiler's process a source and waits for the answer. Only meanwhile does it keep this process alive.
 *
 * @throws ChildEnded
 * @throws CompilerUnavailable when the answer takes too long, or the process cannot be started
 */
export async function askChild(
    child: ChildProcess,
    source: BundleSource,
    answerWithinMs: number
): Promise<CompilerAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<CompilerAnswer>();
    const handleAnswer = (answer: unknown) => resolve(answer as CompilerAnswer);
    const handleError = (error: Error) => reject(new CompilerUnavailable(error.message));
    const handleExit = (code: number | null, signal: string | null) =>
        reject(new ChildEnded(`its process ended with ${signal ?? `exit code ${code}`}.`));
    const giveUp = () => reject(new CompilerUnavailable(`no answer within ${answerWithinMs / 1000} s.`));
    const timer = setTimeout(giveUp, answerWithinMs);
    child.on('message', handleAnswer).on('error', handleError).on('exit', handleExit);
    child.ref();
    child.channel?.ref();
    try {
        if (hasEnded(child)) handleExit(child.exitCode, child.signalCode);
        // a channel that has just closed means an exit, which is told by its own event
        else child.send(source, () => undefined);
        return await promise;
    } finally {
        clearTimeout(timer);
        child.off('message', handleAnswer).off('error', handleError).off('exit', handleExit);
        child.unref();
        child.channel?.unref();
    }
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
    return exitCode !== null || signalCode !== null;
}
