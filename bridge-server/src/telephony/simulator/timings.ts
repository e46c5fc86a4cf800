/** How long the people and queues of the simulated line take, in milliseconds. */
export interface SimulatorTimings {
    /** A telephone that nobody takes rings this long. */
    readonly ringMs: number;
    /** A queue leaves an agent who let it ring in peace this long. */
    readonly offerAgainMs: number;
    /** A queue leaves an agent who hung up in peace this long: time enough to hear that they wrap the call up. */
    readonly breathMs: number;
    /** How long a customer waits for somebody to answer. */
    readonly patienceMs: number;
    /** Whom the line plays takes a call after this. */
    readonly playedAnswerMs: number;
    /** Whom the line plays talks this long with a customer who was handed to them. */
    readonly playedTalkMs: number;
}

export const SIMULATOR_TIMINGS: SimulatorTimings = {
    ringMs: 20_000,
    offerAgainMs: 5_000,
    breathMs: 1_000,
    patienceMs: 60_000,
    playedAnswerMs: 2_000,
    playedTalkMs: 15_000
};
