import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Scene } from '../scene.ts';

interface CaseRow {
    readonly CallingNumber__c: string | null;
    readonly CallProtocol__c: string;
}

interface TaskRow {
    readonly CallObject: string;
}

/** A client that does not trust its certificate, or ends without the farewell of TLS. */
const CLIENT_LEFT = /(iostream|tcptls)\.c: .*ssl/i;

/** Told last, when everything that was going to be written has been. */
export const tellNothingElse = (scene: Scene, report: Report): Promise<void> =>
    tellStory('After all of them', report, async (step) => {
        const { org } = scene.stack;

        await step('who was never answered has no Case', async () => {
            const cases = await org.query<CaseRow>(
                'SELECT CallingNumber__c, CallProtocol__c FROM Case WHERE CallProtocol__c != null'
            );
            const unwanted = cases.filter(({ CallingNumber__c }) => scene.unanswered.has(CallingNumber__c ?? ''));
            assert.deepEqual(unwanted, []);
        });

        await step('no agent’s part in a call has two Tasks', async () => {
            const tasks = await org.query<TaskRow>('SELECT CallObject FROM Task WHERE CallObject != null');
            const byLeg = Map.groupBy(tasks, ({ CallObject }) => CallObject);
            assert.deepEqual(
                [...byLeg].filter(([, ofLeg]) => ofLeg.length > 1),
                []
            );
        });

        await step('the PBX has nothing to complain of', async () => {
            const errors = await scene.pbx.errors();
            assert.deepEqual(
                errors.filter((line) => !CLIENT_LEFT.test(line)),
                []
            );
        });
    });
