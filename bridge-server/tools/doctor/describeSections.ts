import { forTerminal } from '../calls/formatTable.ts';
import type { Section } from './examine.ts';
import type { Level } from './finding.ts';

/** `ok    clock: …`, and below it what to do. */
export function describeSections(sections: readonly Section[]): string {
    const parts = sections.map(({ title, findings }) =>
        [
            title,
            ...findings.flatMap(({ level, check, saw, todo }) => [
                `  ${level.padEnd(4)}  ${forTerminal(`${check}: ${saw}`)}`,
                ...(todo ? [`        → ${forTerminal(todo)}`] : [])
            ])
        ].join('\n')
    );
    return [...parts, summarize(sections)].join('\n\n');
}

function summarize(sections: readonly Section[]): string {
    const count = (level: Level) =>
        sections.flatMap(({ findings }) => findings).filter((each) => each.level === level).length;
    return `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} failed`;
}

export const hasFailed = (sections: readonly Section[]): boolean =>
    sections.some(({ findings }) => findings.some(({ level }) => level === 'fail'));
