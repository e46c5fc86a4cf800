/** The compiler's process: judges each bundle that it is sent, until the channel closes. */
import type { BundleSource } from './bundleSource.ts';
import type { CompilerAnswer } from './compilerAnswer.ts';

process.on('message', async (source: BundleSource) => {
    const answer = await judge(source);
    // an org that has ended meanwhile wants no answer
    process.send?.(answer, undefined, undefined, () => undefined);
});

async function judge(source: BundleSource): Promise<CompilerAnswer> {
    try {
        // imported here so that a compiler that cannot be loaded is an answer, not an end
        const { compileSource } = await import('./compileSource.ts');
        return { kind: 'judged', verdict: await compileSource(source) };
    } catch (error) {
        return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
}
