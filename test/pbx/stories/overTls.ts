import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Scene } from '../scene.ts';
import { pbxTlsEnvironment } from '../stack/pbxEnvironment.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { expectOneCaseAndTask, takeCall } from './conversation.ts';

const AGENT = '1001';

/** Across a network: AMI over TLS, with a certificate that the bridge was told to trust. */
export async function tellOverTls(scene: Scene, report: Report): Promise<void> {
    await tellStory('The bridge speaks TLS with the PBX', report, async (step) => {
        const { pbx, stack } = scene;

        await step('it does not log in where it does not trust the certificate', async () => {
            await stack.bridge.stop();
            await stack.bridge.startAgain({ ...pbxTlsEnvironment(pbx), NODE_EXTRA_CA_CERTS: '' });
            await eventually(
                async () => stack.bridge.lastWords(),
                (line) => line.includes('no connection to the PBX') && line.includes('certificate')
            );
            assert.match(await pbx.console('manager show connected'), /^0 users connected/m);
        });

        await step('with the certificate it does, and calls are answered as ever', async () => {
            await stack.bridge.stop();
            await stack.bridge.startAgain(pbxTlsEnvironment(pbx));
            const [ana] = await scene.onlyAvailable(AGENT);
            assert(ana);
            const customer = await scene.callFromOutside('4001');
            await takeCall(scene, ana, customer);
            await customer.hangUp();
            await expectOneCaseAndTask(scene, customer, AGENT);
        });
    });
    await scene.stack.bridge.stop();
    await scene.stack.bridge.startAgain();
}
