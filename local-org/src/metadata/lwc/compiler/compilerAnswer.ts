import type { BundleVerdict } from './bundleVerdict.ts';

/** What the compiler's process answers to each source that it is sent. */
export type CompilerAnswer = { kind: 'judged'; verdict: BundleVerdict } | { kind: 'failed'; reason: string };
