import pino from 'pino';
import { createApiBudget } from '../../src/salesforce/apiBudget.ts';

function newBudget() {
    const lines: { level: number; used: number }[] = [];
    const log = pino({}, { write: (line) => void lines.push(JSON.parse(line) as { level: number; used: number }) });
    return { lines, budget: createApiBudget({ reserve: 0.1, log }) };
}

test('requests wait longer for company once only the reserve is left, and it is said once', () => {
    const { lines, budget } = newBudget();
    budget.usageTold(89_999, 100_000);
    expect(budget.factor()).toBe(1);
    budget.usageTold(90_000, 100_000);
    budget.usageTold(90_500, 100_000);
    expect(budget.factor()).toBeGreaterThan(1);
    expect(lines).toMatchObject([{ level: 40, used: 90_000 }]);
});

test('it goes back when there is clearly more than the reserve again', () => {
    const { lines, budget } = newBudget();
    budget.usageTold(95_000, 100_000);
    budget.usageTold(89_000, 100_000);
    expect(budget.factor()).toBeGreaterThan(1);
    budget.usageTold(100, 100_000);
    expect(budget.factor()).toBe(1);
    expect(lines.map(({ level }) => level)).toEqual([40, 30]);
});

test('an org that tells of no limit is not short of anything', () => {
    const { lines, budget } = newBudget();
    budget.usageTold(0, 0);
    expect(budget.factor()).toBe(1);
    expect(lines).toEqual([]);
});
