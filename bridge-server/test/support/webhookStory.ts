/** An event of call `c` as a telephony side delivers it, so many seconds after noon. */
export const about = (type: string, second: number, details: object = {}) => ({
    type,
    callId: 'c',
    at: `2026-11-23T12:00:${String(second).padStart(2, '0')}.000Z`,
    ...details
});

/** An event of the agent's leg; that of extension 1001 is `c-1001`. */
export const aboutLeg = (type: string, second: number, agent: string, details: object = {}) =>
    about(type, second, { legId: `c-${agent}`, agent, ...details });

export const arrived = (number: string) =>
    about('callArrived', 0, { facts: { direction: 'inbound', number, queue: 'suporte' } });

/** Rings at 1001 after a second, and is answered four seconds later. */
export const answered = [aboutLeg('legOffered', 1, '1001'), aboutLeg('legAnswered', 5, '1001')];

export const handedToBruno = [
    aboutLeg('legTransferred', 20, '1001', { mode: 'blind', to: '1002' }),
    aboutLeg('legOffered', 21, '1002'),
    aboutLeg('legAnswered', 25, '1002')
];

export const ended = about('callEnded', 40);

/** Maria da Silva, the only one with this number. */
export const MARIA = '5511987654321';
/** João and Helena Pereira; Helena was served last. */
export const SHARED = '551122953040';
