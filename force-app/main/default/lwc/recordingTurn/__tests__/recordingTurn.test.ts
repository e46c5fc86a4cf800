import { joinRecordings, pauseRecordings } from 'c/recordingTurn';

describe('the recordings of a page', () => {
    it('fall silent for the one whose turn it is', () => {
        const [first, second] = [jest.fn(), jest.fn()];
        const leave = [joinRecordings(first), joinRecordings(second)];
        pauseRecordings(second);
        leave.forEach((each) => each());

        expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    });

    it('all fall silent for a call', () => {
        const [first, second] = [jest.fn(), jest.fn()];
        const leave = [joinRecordings(first), joinRecordings(second)];
        pauseRecordings();
        leave.forEach((each) => each());

        expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    });

    it('hear nothing of it any more once they are gone', () => {
        const gone = jest.fn();
        joinRecordings(gone)();
        pauseRecordings();

        expect(gone).not.toHaveBeenCalled();
    });
});
