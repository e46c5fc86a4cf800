import '../../../../../../test/jest-mocks/projectLabels';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { find, mount, rendered, textOf } from '../../../../../../test/jest-mocks/mount';
import CopyButton from 'c/copyButton';

const MESSAGE_DURATION_MS = 2_000;
const writeText = jest.fn<Promise<void>, [string]>();
const execCommand = jest.fn<boolean, [string]>();

beforeEach(() => {
    writeText.mockReset().mockResolvedValue();
    execCommand.mockReset().mockReturnValue(true);
    Object.assign(navigator, { clipboard: { writeText } });
    Object.assign(document, { execCommand });
});

afterEach(() => jest.useRealTimers());

async function clickCopy(): Promise<HTMLElement> {
    const element = await mount('c-copy-button', CopyButton, { value: '20261123000042', label: 'Copiar protocolo' });
    find(element, 'lightning-button-icon').click();
    return element;
}

describe('copy button', () => {
    it('copies its value and says so', async () => {
        const element = await clickCopy();

        await eventually(() => expect(textOf(element)).toBe('Copiado'));
        expect(writeText).toHaveBeenCalledWith('20261123000042');
        expect(find(element, '[role="status"]').textContent).toBe('Copiado');
    });

    it('falls back to selecting the text where the clipboard is out of reach', async () => {
        writeText.mockRejectedValue(new Error('not allowed'));
        const element = await clickCopy();

        await eventually(() => expect(textOf(element)).toBe('Copiado'));
        expect(execCommand).toHaveBeenCalledWith('copy');
        expect(find<HTMLInputElement>(element, 'input').value).toBe('20261123000042');
    });

    it('admits that nothing worked', async () => {
        writeText.mockRejectedValue(new Error('not allowed'));
        execCommand.mockReturnValue(false);
        const element = await clickCopy();

        await eventually(() => expect(textOf(element)).toBe('Não foi possível copiar'));
    });

    it('forgets the message after a while', async () => {
        jest.useFakeTimers();
        const element = await clickCopy();
        await jest.advanceTimersByTimeAsync(MESSAGE_DURATION_MS - 1);
        expect(textOf(element)).toBe('Copiado');
        await jest.advanceTimersByTimeAsync(1);
        await rendered();

        expect(textOf(element)).toBe('');
    });
});
