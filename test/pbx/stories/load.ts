import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { printBar } from '../../../bench/printBar.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { LOAD_AGENTS, phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { type CallRecords, readCallRecords } from '../stack/callRecords.ts';

const CALLS_PER_SECOND = 5;
const OFFER_LIMIT_MS = 30_000;
const CALLS = LOAD_AGENTS.length;
const WANTED = `${CALLS} Cases, ${CALLS} Tasks, ${CALLS} right owners`;

/** As many customers as agents, all at once: each gets one agent, and each agent one Case. */
export async function tellLoad(scene: Scene, report: Report): Promise<void> {
    let written = countOf([]);
    await tellStory(`${CALLS} calls, ${CALLS_PER_SECOND} a second`, report, async (step) => {
        let customers: readonly Customer[] = [];
        const agentOf = new Map<Customer, string>();

        await step('each rings at an agent who is free, who answers by click', async () => {
            customers = await connectEveryAgent(scene);
        });

        await step('each customer hears one agent, and no two the same', async () => {
            for (const customer of customers) agentOf.set(customer, await agentHeardBy(customer));
            assert.deepEqual([...agentOf.values()].sort(), LOAD_AGENTS);
        });

        await step('half of the customers hang up, and half of the agents', async () => {
            const [byCustomer, byAgent] = [customers.slice(0, 10), customers.slice(10)];
            await Promise.all([
                ...byCustomer.map((customer) => customer.hangUp()),
                ...byAgent.map((customer) => scene.phones.at(agentOf.get(customer) ?? '').hangUp())
            ]);
            await Promise.all(customers.map((customer) => customer.until('ended')));
        });

        await step('the org has one Case and one Task of each call, of the agent whom the customer heard', async () => {
            const { org } = scene.stack;
            const ownerOf = (customer: Customer) => org.userIdOf(agentOf.get(customer) ?? '');
            const read = (customer: Customer) => readCallRecords(org, customer.announcedNumber);
            await eventually(
                async () => {
                    const records = await Promise.all(customers.map(read));
                    written = countOf(records.map((each, index) => [each, ownerOf(customers[index] as Customer)]));
                    return written;
                },
                (count) => count === WANTED
            );
        });
    });
    printBar({ name: `${CALLS} calls at ${CALLS_PER_SECOND}/s`, figure: written, goal: { equal: WANTED } });
}

/** A right owner has both, the Case and the Task. */
const countOf = (calls: readonly (readonly [CallRecords, owner: string])[]): string => {
    const count = (of: (records: CallRecords) => number) => calls.reduce((sum, [records]) => sum + of(records), 0);
    const owned = calls.filter(([{ cases, tasks }, owner]) => {
        const hasBoth = cases.length > 0 && tasks.length > 0;
        return hasBoth && [...cases, ...tasks].every(({ OwnerId }) => OwnerId === owner);
    });
    return `${count(({ cases }) => cases.length)} Cases, ${count(({ tasks }) => tasks.length)} Tasks, ${owned.length} right owners`;
};

/** Every agent of the queue for many calls gets a customer, talks, and is free again. */
export async function callEveryAgent(scene: Scene): Promise<void> {
    const customers = await connectEveryAgent(scene);
    await atPace(customers, (customer) => customer.hangUp());
    await Promise.all(LOAD_AGENTS.map((extension) => scene.phones.at(extension).until('idle')));
}

/** Resolves to the customers, once all of them talk. */
async function connectEveryAgent(scene: Scene): Promise<Customer[]> {
    const softphones = await Promise.all(LOAD_AGENTS.map((extension) => scene.stack.softphone(extension)));
    const [customers] = await Promise.all([
        atPace(LOAD_AGENTS, () => scene.callFromOutside('4003')),
        Promise.all(softphones.map((softphone) => answerNext(scene, softphone)))
    ]);
    await Promise.all(customers.map((customer) => customer.until('talking')));
    return customers;
}

/** Does it for each, so many a second. */
const atPace = <Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> =>
    Promise.all(
        items.map(async (item, index) => {
            await wait((index * 1_000) / CALLS_PER_SECOND);
            return work(item);
        })
    );

async function answerNext(scene: Scene, softphone: Softphone): Promise<void> {
    const call = await softphone.sees(({ state }) => state === 'ringing', OFFER_LIMIT_MS);
    const phone = scene.phones.at(softphone.extension);
    await softphone.command(call, 'answer');
    await phone.until('talking');
}

/** The agent whose tone, and no other agent's, the customer hears. */
async function agentHeardBy(customer: Customer): Promise<string> {
    const listen = async () => {
        const heard = customer.hears();
        return LOAD_AGENTS.filter((extension) => heard.has(phoneToneOf(extension)));
    };
    const [agent = ''] = await eventually(listen, (agents) => agents.length === 1);
    return agent;
}
