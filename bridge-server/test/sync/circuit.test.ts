import { createCircuit } from '../../src/sync/circuit.ts';

function newCircuit() {
    let now = 0;
    const told: string[] = [];
    const circuit = createCircuit({
        now: () => now,
        random: () => 1,
        onOpen: () => told.push('open'),
        onClose: () => told.push('closed')
    });
    return { circuit, told, pass: (ms: number) => (now += ms) };
}

const fail = (circuit: ReturnType<typeof createCircuit>, times: number) => {
    for (let time = 0; time < times; time++) circuit.unavailable();
};

test('one unlucky request does not stop the others', () => {
    const { circuit, told } = newCircuit();
    fail(circuit, 2);
    expect(circuit.allows(200, 0)).toBe(200);
    circuit.answered();
    fail(circuit, 2);
    expect(circuit.allows(200, 0)).toBe(200);
    expect(told).toEqual([]);
});

test('while Salesforce is away one call is tried at a time, after a pause', () => {
    const { circuit, told, pass } = newCircuit();
    fail(circuit, 200);
    expect(told).toEqual(['open']);
    expect(circuit.allows(200, 0)).toBe(0);
    expect(circuit.probeInMs()).toBe(500);
    pass(500);
    expect(circuit.allows(200, 1)).toBe(0);
    expect(circuit.allows(200, 0)).toBe(1);
});

test('the pauses grow to five seconds, however long it stays away', () => {
    const { circuit, pass } = newCircuit();
    fail(circuit, 3);
    const pauses = Array.from({ length: 6 }, () => {
        const pause = circuit.probeInMs() ?? NaN;
        pass(pause);
        circuit.unavailable();
        return pause;
    });
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});

test('the first answer, be it a refusal, brings everybody back', () => {
    const { circuit, told, pass } = newCircuit();
    fail(circuit, 3);
    pass(500);
    circuit.answered();
    expect(told).toEqual(['open', 'closed']);
    expect(circuit.allows(200, 0)).toBe(200);
    expect(circuit.probeInMs()).toBeNull();
});
