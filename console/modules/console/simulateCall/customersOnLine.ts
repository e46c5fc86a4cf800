/** A customer of the simulated line, as `GET /simulator/calls` lists them. */
export interface CustomerCall {
    readonly callId: string;
    readonly number: string | null;
    readonly name: string | null;
    readonly state: 'waiting' | 'talking';
}

/** One line of the panel. */
export interface CustomerOnLine {
    readonly callId: string;
    readonly who: string;
    readonly state: string;
    /** Begins with what the button shows, so that voice control finds it. */
    readonly hangUpLabel: string;
}

const STATES: Readonly<Record<CustomerCall['state'], string>> = {
    waiting: 'Ainda não atendida',
    talking: 'Em atendimento'
};

/** @param contacts the customers on record: `value` is the number, `label` tells who has it */
export const describeCustomers = (
    calls: readonly CustomerCall[],
    contacts: readonly { readonly value: string; readonly label: string }[]
): CustomerOnLine[] =>
    calls.map(({ callId, number, name, state }) => {
        const onRecord = contacts.find(({ value }) => value === number)?.label;
        const who = onRecord ?? ([name, number].filter(Boolean).join(' · ') || 'Número oculto');
        return { callId, who, state: STATES[state], hangUpLabel: `Cliente desliga: ${who}` };
    });
