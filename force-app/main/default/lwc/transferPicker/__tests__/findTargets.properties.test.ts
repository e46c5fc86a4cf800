import '../../../../../../test/jest-mocks/projectLabels';
import * as fc from 'fast-check';
import type { Directory } from 'bridge/contract';
import { findTargets } from '../findTargets';

const name = fc.stringMatching(/^[A-Za-zÁÉÍÓÚãõç ]{1,12}$/).filter((text) => text.trim() === text);
const directories: fc.Arbitrary<Directory> = fc.record({
    agents: fc.uniqueArray(
        fc.record({
            extension: fc.stringMatching(/^\d{2,5}$/),
            name,
            state: fc.constantFrom('available', 'onCall', 'wrapUp', 'paused', 'offline'),
            reason: fc.constantFrom(null, 'Almoço'),
            since: fc.constant(null)
        }),
        { selector: ({ extension }) => extension, maxLength: 10 }
    ),
    queues: fc.uniqueArray(
        fc.record({ name, waiting: fc.constantFrom(null, 0, 3), free: fc.constantFrom(null, 0, 2) }),
        { selector: (queue) => queue.name, maxLength: 5 }
    )
});

/** As the bridge has it: 1 to 40 characters without blanks around them. */
const isTaken = (text: string | undefined): boolean => /^[^\p{Cc}\s]([^\p{Cc}]{0,38}[^\p{Cc}\s])?$/u.test(text ?? '');

describe('who fits a search', () => {
    it('is always somebody whom the bridge can reach, once', () => {
        fc.assert(
            fc.property(
                directories,
                fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[\d ()+-]{0,20}$/)),
                (directory, search) => {
                    const targets = findTargets(directory, search);
                    const keys = targets.map(({ key }) => key);

                    expect(new Set(keys).size).toBe(keys.length);
                    expect(targets.filter(({ to }) => !isTaken(Object.values(to).at(-1)))).toEqual([]);
                }
            )
        );
    });

    it('is everybody without a search, and whoever is sought by name or extension with one', () => {
        fc.assert(
            fc.property(directories, (directory) => {
                expect(findTargets(directory, '')).toHaveLength(directory.agents.length + directory.queues.length);
                for (const agent of directory.agents) {
                    const key = `agent-${agent.extension}`;
                    for (const search of [agent.name.toUpperCase(), agent.extension])
                        expect(findTargets(directory, search).map((target) => target.key)).toContain(key);
                }
            })
        );
    });
});
