import type { Directory, TransferTarget } from 'bridge/contract';
import { fillPlaceholders, formatDialled, isDialled } from 'c/callFormat';
import { labels } from './labels';
import { presenceText } from './presenceText';

/** One to whom a call can be handed, as they are written on screen. */
export interface Target {
    /** Stays the same however often the directory is read. */
    readonly key: string;
    readonly to: TransferTarget;
    /** In a sentence, such as `Bruno Lima`. */
    readonly name: string;
    readonly title: string;
    readonly detail: string;
    readonly iconName: string;
    /** Of the style sheet; null for whom nobody knows the presence of. */
    readonly dot: string | null;
}

type DirectoryAgent = Directory['agents'][number];
type DirectoryQueue = Directory['queues'][number];

/** Who fits what the agent typed, agents before queues, each as the directory orders them; a number itself comes last. */
export function findTargets(directory: Directory | null, search: string): Target[] {
    const sought = plain(search);
    const agents = (directory?.agents ?? [])
        .filter(({ name, extension }) => plain(name).includes(sought) || extension.startsWith(sought))
        .map(agentTarget);
    const queues = (directory?.queues ?? []).filter(({ name }) => plain(name).includes(sought)).map(queueTarget);
    const number = formatDialled(search).trim();
    const isExtension = agents.some(({ to }) => to.kind === 'agent' && to.extension === number);
    return [...agents, ...queues, ...(isDialled(number) && !isExtension ? [numberTarget(number)] : [])];
}

/** As one types in a hurry: without accents, in small letters. */
const plain = (text: string): string =>
    text
        .trim()
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase();

const agentTarget = (agent: DirectoryAgent): Target => ({
    key: `agent-${agent.extension}`,
    to: { kind: 'agent', extension: agent.extension },
    name: agent.name,
    title: agent.name,
    detail: `${presenceText(agent)} · ${fillPlaceholders(labels.extension, agent.extension)}`,
    iconName: 'utility:user',
    dot: `dot dot_${agent.state}`
});

const queueTarget = ({ name, waiting, free }: DirectoryQueue): Target => ({
    key: `queue-${name}`,
    to: { kind: 'queue', name },
    name: fillPlaceholders(labels.queue, name),
    title: fillPlaceholders(labels.queue, name),
    detail: [
        waiting === null ? '' : fillPlaceholders(labels.queueWaiting, String(waiting)),
        free === null ? '' : fillPlaceholders(labels.queueFree, String(free))
    ]
        .filter(Boolean)
        .join(' · '),
    iconName: 'utility:people',
    dot: null
});

const numberTarget = (number: string): Target => ({
    key: 'number',
    to: { kind: 'number', number },
    name: number,
    title: fillPlaceholders(labels.transferTo, number),
    detail: '',
    iconName: 'utility:call',
    dot: null
});
