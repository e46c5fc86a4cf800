import { formatCount, listCases } from 'console/caseRecord';
import { query } from 'console/orgApi';

jest.mock('console/orgApi', () => ({ ...jest.requireActual('console/orgApi'), query: jest.fn() }));

const queryMock = jest.mocked(query);
const answerCases = (count: number) =>
    queryMock.mockResolvedValue(Array.from({ length: count }, (_, index) => ({ Id: String(index) })));

describe('the list of Cases', () => {
    it.each([
        [1, '1'],
        [200, '200'],
        [201, '200+']
    ])('of an org with %i or more is counted as %s', async (found, count) => {
        answerCases(found);
        const { cases, hasMore } = await listCases();

        expect(formatCount(cases, hasMore)).toBe(count);
    });

    it('asks for one more than it shows', async () => {
        answerCases(0);
        await listCases({ ContactId: "003'" });

        expect(queryMock).toHaveBeenLastCalledWith(
            expect.stringMatching(/ WHERE ContactId = '003\\'' ORDER BY .* LIMIT 201$/)
        );
    });
});
