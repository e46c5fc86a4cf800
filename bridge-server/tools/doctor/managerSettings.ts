import type { AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import { type Pbx, unlessRefused } from './pbxPort.ts';

/** Keys of a section of one of the PBX's configuration files, as they stand there; the last of several counts. */
export type Settings = ReadonlyMap<string, string>;

/** A line of the answer is `Line-000000-000003: read=call,agent`. */
const LINE = /^Line-/;

/**
 * Reads one section. Null when it cannot be seen: no `system` or `config` in `write`, no such file, no such section.
 * The answer holds the section's secret too, which is not kept.
 */
export async function readSettings(pbx: Pbx, file: string, section: string): Promise<Settings | null> {
    const answer = await unlessRefused(pbx.ask({ Action: 'GetConfig', Filename: file, Category: section }));
    const lines = answer ? linesOf(answer) : [];
    return lines.length > 0 ? new Map(lines.filter(([key]) => key !== 'secret')) : null;
}

const linesOf = (answer: AmiMessage): [string, string][] =>
    Object.entries(answer).flatMap(([name, value]): [string, string][] => {
        const [key = '', ...rest] = LINE.test(name) ? String(value).split('=') : [];
        return key ? [[key.trim().toLowerCase(), rest.join('=').trim()]] : [];
    });

/** Asterisk's own idea of true. */
export const isYes = (value: string | undefined): boolean => /^(yes|true|y|t|1|on)$/i.test(value ?? '');
