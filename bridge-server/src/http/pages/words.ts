import type { Request } from 'express';
import type { RecordingProblem } from '../../contract/recordings.ts';
import type { SignInRefusal } from '../../signInOutcome.ts';
import { english } from './english.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** What a page is about when it is not a recording. */
export type PageReason =
    | Exclude<RecordingProblem, 'ticket-refused'>
    | SignInRefusal
    | 'sign-in-off'
    | 'api-off'
    | 'token-refused'
    | 'salesforce-away'
    | 'bridge-away'
    | 'failed';

export interface Said {
    readonly title: string;
    readonly text: string;
}

/** Everything that the bridge's pages say, in one language. */
export interface Words {
    /** Of the document, and of its dates. */
    readonly language: string;
    readonly product: string;
    readonly protocol: string;
    readonly reasons: Readonly<Record<PageReason, Said>>;
    readonly deletedByRetention: (day: string, days: number) => string;
    readonly erased: (day: string, reason: string | null) => string;
    readonly signedInAs: (name: string) => string;
    readonly tryAgain: string;
    readonly signIn: string;
    readonly signInAsOther: string;
    readonly severalTitle: string;
    readonly severalText: string;
    readonly part: (number: number) => string;
    readonly duration: (text: string) => string;
    readonly save: string;
    readonly notPlayable: string;
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
    ['pt-BR', portuguese],
    ['pt', portuguese],
    ['en', english],
    ['es', spanish]
]);

/** In the language that the browser asks for first of those that there are; otherwise Portuguese. */
export const wordsFor = (request: Request): Words =>
    LANGUAGES.get(request.acceptsLanguages([...LANGUAGES.keys()]) || 'pt-BR') ?? portuguese;
