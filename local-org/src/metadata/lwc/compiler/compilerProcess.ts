import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { askChild, ChildEnded, hasEnded } from './askChild.ts';
import type { BundleSource } from './bundleSource.ts';
import type { BundleVerdict } from './bundleVerdict.ts';
import { CompilerUnavailable } from './compilerUnavailable.ts';

const PROGRAM = join(import.meta.dirname, 'compilerMain.ts');

export interface CompilerProcessOptions {
    /** How long the process waits for more to compile before it ends. */
    idleMs: number;
    /** How long one bundle may take, the start of the process included. */
    answerWithinMs: number;
}

/**
 * The compiler in a process of its own, which starts when it is needed and ends when it idles: it takes 300 MB, and
 * half a second to load, and the org can spare neither. It never keeps the org's process alive.
 */
export class CompilerProcess {
    readonly #options: CompilerProcessOptions;
    #child: ChildProcess | null = null;
    #idleTimer: NodeJS.Timeout | undefined;
    #lastCall: Promise<unknown> = Promise.resolve();

    constructor(options: CompilerProcessOptions) {
        this.#options = options;
    }

    /** The id of the running process, undefined when there is none. */
    get pid(): number | undefined {
        return this.#child?.pid;
    }

    /**
     * Calls wait for one another. A process that breaks down is replaced, once in a call.
     *
     * @throws CompilerUnavailable
     */
    compile(source: BundleSource): Promise<BundleVerdict> {
        const call = this.#lastCall.then(() => this.#compileWithSecondTry(source));
        this.#lastCall = call.catch(() => undefined);
        return call;
    }

    /** Ends the process once it has answered what it was asked. */
    async close(): Promise<void> {
        await this.#lastCall;
        await this.#end();
    }

    async #compileWithSecondTry(source: BundleSource): Promise<BundleVerdict> {
        try {
            return await this.#ask(source);
        } catch (error) {
            if (!(error instanceof ChildEnded)) throw error;
        }
        try {
            return await this.#ask(source);
        } catch (error) {
            throw error instanceof ChildEnded ? new CompilerUnavailable(error.message) : error;
        }
    }

    async #ask(source: BundleSource): Promise<BundleVerdict> {
        clearTimeout(this.#idleTimer);
        const child = (this.#child ??= fork(PROGRAM, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
        try {
            const answer = await askChild(child, source, this.#options.answerWithinMs);
            if (answer.kind === 'failed') throw new CompilerUnavailable(answer.reason);
            this.#idleTimer = setTimeout(() => void this.#end(), this.#options.idleMs).unref();
            return answer.verdict;
        } catch (error) {
            await this.#end();
            throw error;
        }
    }

    async #end(): Promise<void> {
        clearTimeout(this.#idleTimer);
        const child = this.#child;
        this.#child = null;
        // without an id it never started
        if (!child?.pid || hasEnded(child)) return;
        const ended = once(child, 'exit');
        child.ref();
        child.kill('SIGKILL');
        await ended;
    }
}
