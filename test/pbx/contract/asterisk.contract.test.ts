import { agentActionSchema } from '../../../bridge-server/src/contract/callActions.ts';
import { describeAdapterContract } from '../../../bridge-server/test/telephony/adapterContract.ts';
import { type AsteriskHouse, openAsteriskHouse } from './asteriskStage.ts';

let house: AsteriskHouse;
beforeAll(async () => {
    house = await openAsteriskHouse();
});
afterAll(() => house.close());

describeAdapterContract('Asterisk', () => house.openStage(), agentActionSchema.options, [
    'dial',
    'queues',
    'setPresence',
    'queueLogins'
]);
