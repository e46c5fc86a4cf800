import { type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seekTime } from '../../../../src/telephony/asterisk/callLog/seekTime.ts';

const FIRST = 1795460000;
const COUNT = 200_000;

let folder: string;
let file: FileHandle;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cel-'));
    const lines = Array.from(
        { length: COUNT },
        (_, at) => `"ANSWER","${FIRST + at}.000000","a.1","a.1","PJSIP/1001-1","","","","","","","","",""\n`
    );
    await writeFile(join(folder, 'log.csv'), lines.join(''));
    file = await open(join(folder, 'log.csv'));
});
afterAll(async () => {
    await file.close();
    await rm(folder, { recursive: true });
});

test('of a great file little is read to find a time', async () => {
    const { size } = await file.stat();
    const position = await seekTime(file, FIRST + COUNT - 100);
    expect(position).toBeGreaterThan(size - 400_000);
    expect(position).toBeLessThanOrEqual(size - 100 * (size / COUNT));
});

test('a time before the first line is at the beginning', async () => {
    expect(await seekTime(file, FIRST - 1)).toBe(0);
});
