import { join } from 'node:path';
import type { BundleSource } from './bundleSource.ts';
import type { BundleVerdict } from './bundleVerdict.ts';
import { CompilerProcess } from './compilerProcess.ts';
import { findCompilerVersion } from './findCompilerVersion.ts';
import { VerdictCache } from './verdictCache.ts';

const CACHE_FOLDER = join(import.meta.dirname, '../../../../../node_modules/.cache/local-org/lwc');
const IDLE_MS = 5_000;
const ANSWER_WITHIN_MS = 60_000;

/** The compiler, asked only about bundles that it has not seen. One for each org, closed with it. */
export class BundleCompiler {
    readonly #process = new CompilerProcess({ idleMs: IDLE_MS, answerWithinMs: ANSWER_WITHIN_MS });
    readonly #cacheFolder: string;
    #cache: VerdictCache | null = null;

    /** @param cacheFolder where verdicts are kept, shared by all orgs of this machine */
    constructor(cacheFolder = CACHE_FOLDER) {
        this.#cacheFolder = cacheFolder;
    }

    /**
     * What the compiler says of each bundle, in their order.
     *
     * @throws CompilerUnavailable
     */
    async compile(sources: BundleSource[]): Promise<BundleVerdict[]> {
        const verdicts: BundleVerdict[] = [];
        for (const source of sources) verdicts.push(await this.#judge(source));
        return verdicts;
    }

    /** Ends the compiler's process, if it runs. */
    async close(): Promise<void> {
        await this.#process.close();
    }

    async #judge(source: BundleSource): Promise<BundleVerdict> {
        const cache = (this.#cache ??= new VerdictCache(this.#cacheFolder, findCompilerVersion()));
        const known = cache.find(source);
        if (known) return known;
        const verdict = await this.#process.compile(source);
        cache.keep(source, verdict);
        return verdict;
    }
}
