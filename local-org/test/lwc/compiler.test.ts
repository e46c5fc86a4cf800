import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BundleCompiler } from '../../src/metadata/lwc/compiler/bundleCompiler.ts';
import type { BundleSource } from '../../src/metadata/lwc/compiler/bundleSource.ts';
import type { BundleVerdict } from '../../src/metadata/lwc/compiler/bundleVerdict.ts';
import { CompilerProcess } from '../../src/metadata/lwc/compiler/compilerProcess.ts';
import { CompilerUnavailable } from '../../src/metadata/lwc/compiler/compilerUnavailable.ts';
import { findCompilerVersion } from '../../src/metadata/lwc/compiler/findCompilerVersion.ts';
import { VerdictCache } from '../../src/metadata/lwc/compiler/verdictCache.ts';

const PATIENCE = { idleMs: 60_000, answerWithinMs: 60_000 };
const source: BundleSource = {
    name: 'card',
    apiVersion: '66.0',
    dynamicComponents: false,
    files: { 'card.js': 'export const ring = 1;\n' }
};
const COMPILED: BundleVerdict = { kind: 'compiled', references: [], publicProperties: [] };
/** One that no compiler gives. */
const INVENTED: BundleVerdict = { kind: 'compiled', references: [], publicProperties: ['invented'] };

describe("the compiler's process", () => {
    it('starts when there is something to compile and ends when it is closed', async () => {
        const compilerProcess = new CompilerProcess(PATIENCE);
        expect(compilerProcess.pid).toBeUndefined();
        expect(await compilerProcess.compile(source)).toEqual(COMPILED);
        const pid = compilerProcess.pid ?? 0;
        await compilerProcess.close();
        expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });

    it('ends when it has nothing to do, and starts again', async () => {
        jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
        const compilerProcess = new CompilerProcess(PATIENCE);
        await compilerProcess.compile(source);
        jest.advanceTimersByTime(PATIENCE.idleMs);
        jest.useRealTimers();
        expect(compilerProcess.pid).toBeUndefined();
        expect(await compilerProcess.compile(source)).toEqual(COMPILED);
        await compilerProcess.close();
    });

    it('is replaced when it breaks down, even with work in hand', async () => {
        const compilerProcess = new CompilerProcess(PATIENCE);
        await compilerProcess.compile(source);
        const pid = compilerProcess.pid ?? 0;
        const call = compilerProcess.compile(source);
        process.kill(pid, 'SIGKILL');
        expect(await call).toEqual(COMPILED);
        expect(compilerProcess.pid).not.toBe(pid);
        await compilerProcess.close();
    });

    it('is given up, and ended, when it takes too long', async () => {
        const compilerProcess = new CompilerProcess({ ...PATIENCE, answerWithinMs: 1 });
        await expect(compilerProcess.compile(source)).rejects.toThrow('gives no verdict: no answer within 0.001 s.');
        expect(compilerProcess.pid).toBeUndefined();
    });

    it('says why it has no verdict when the compiler breaks off', async () => {
        const compilerProcess = new CompilerProcess(PATIENCE);
        const noText = { ...source, files: { 'card.js': null as unknown as string } };
        await expect(compilerProcess.compile(noText)).rejects.toThrow(CompilerUnavailable);
        expect(await compilerProcess.compile(source)).toEqual(COMPILED);
        await compilerProcess.close();
    });
});

describe('the cache of verdicts', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'verdicts-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('spares the compiler a bundle that it has judged', async () => {
        new VerdictCache(folder, findCompilerVersion()).keep(source, INVENTED);
        const compiler = new BundleCompiler(folder);
        expect(await compiler.compile([source])).toEqual([INVENTED]);
        await compiler.close();
    });

    it('keeps what the compiler said for the next org', async () => {
        const compiler = new BundleCompiler(folder);
        await compiler.compile([source]);
        await compiler.close();
        expect(new VerdictCache(folder, findCompilerVersion()).find(source)).toEqual(COMPILED);
    });

    it.each<[string, Partial<BundleSource>]>([
        ['name', { name: 'cards' }],
        ['version', { apiVersion: '67.0' }],
        ['capability', { dynamicComponents: true }],
        ['text', { files: { 'card.js': 'export const ring = 2;\n' } }],
        ['file', { files: { ...source.files, 'card.css': '.a {}' } }]
    ])('knows no bundle of another %s', (_what, difference) => {
        const cache = new VerdictCache(folder, '1');
        cache.keep(source, INVENTED);
        expect(cache.find(source)).toEqual(INVENTED);
        expect(cache.find({ ...source, ...difference })).toBeUndefined();
    });

    it('knows nothing of another version of the compiler', () => {
        new VerdictCache(folder, '1').keep(source, INVENTED);
        expect(new VerdictCache(folder, '2').find(source)).toBeUndefined();
    });

    it.each([
        ['empty', ''],
        ['cut off', '{"kind":"comp'],
        ['not its own', `${'0'.repeat(64)}\n${JSON.stringify(COMPILED)}`]
    ])('takes a verdict that is %s for none', (_what, content) => {
        const cache = new VerdictCache(folder, '1');
        cache.keep(source, INVENTED);
        const [file = ''] = readdirSync(folder);
        writeFileSync(join(folder, file), content);
        expect(cache.find(source)).toBeUndefined();
    });

    it('does without a folder that it cannot write', () => {
        const blocked = join(folder, 'file');
        writeFileSync(blocked, '');
        const cache = new VerdictCache(blocked, '1');
        cache.keep(source, INVENTED);
        expect(cache.find(source)).toBeUndefined();
    });
});
