import type { PageReference } from 'lightning/navigation';
import { openTab } from 'lightning/platformWorkspaceApi';

/** Opens records: in a tab of the console, outside a console in place of the page. */
export interface RecordOpener {
    /** Becomes known some time after the component was created. */
    setConsole(isConsole: boolean): void;
    open(recordId: string): void;
}

export function createRecordOpener(navigate: (page: PageReference) => void): RecordOpener {
    let isInConsole = false;

    const navigateTo = (recordId: string): void =>
        navigate({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: objectOf(recordId), actionName: 'view' }
        });

    return {
        setConsole(isConsole) {
            isInConsole = isConsole;
        },
        open(recordId) {
            if (isInConsole) openTab({ recordId, focus: true }).catch(() => navigateTo(recordId));
            else navigateTo(recordId);
        }
    };
}

/** Ids of standard objects begin alike in every org. */
const OBJECTS: Readonly<Record<string, string>> = { '500': 'Case', '001': 'Account', '003': 'Contact', '00Q': 'Lead' };
const KEY_PREFIX_LENGTH = 3;

const objectOf = (recordId: string): string | undefined => OBJECTS[recordId.slice(0, KEY_PREFIX_LENGTH)];
