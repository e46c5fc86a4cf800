import type { Note } from 'bridge/contract';

export const EMPTY_NOTE: Note = { reason: null, text: '' };

/** As the bridge stores it: without what a Task would refuse. */
export const storable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');

/** Whether two notes say the same; nothing but blanks says nothing. */
export const saysTheSame = (one: Note, other: Note): boolean =>
    one.reason === other.reason && (one.text === other.text || (one.text.trim() === '' && other.text.trim() === ''));
