import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const LABELS_FILE = resolve(__dirname, '../../force-app/main/default/labels/CustomLabels.labels-meta.xml');

/** Import this before a component: its `@salesforce/label/c.*` are then the project's own texts. */
const labels = new DOMParser().parseFromString(readFileSync(LABELS_FILE, 'utf8'), 'text/xml');

for (const label of labels.querySelectorAll('labels')) {
    const text = (element: string): string => label.querySelector(element)?.textContent ?? '';
    jest.doMock(`@salesforce/label/c.${text('fullName')}`, () => ({ __esModule: true, default: text('value') }), {
        virtual: true
    });
}
