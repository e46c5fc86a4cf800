/** The `lightning/*` modules that `@salesforce/lightning-types` does not describe, as far as the project uses them. */
declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';

    /** The id of the utility that holds the component; nothing outside a utility. */
    export const EnclosingUtilityId: WireAdapterConstructor<object, string>;

    export interface UtilityAttributes {
        label?: string;
        /** A name of the SLDS utility icon set, without the set. */
        icon?: string;
        iconVariant?: 'default' | 'error' | 'warning' | 'success';
        highlighted?: boolean;
    }

    export function updateUtility(utilityId: string, attributes: UtilityAttributes): Promise<boolean>;
    export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
    export function minimize(utilityId: string): Promise<boolean>;
}

declare module 'lightning/platformWorkspaceApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export const IsConsoleNavigation: WireAdapterConstructor<object, boolean>;

    /** Focuses the tab when the record is open already. */
    export function openTab(options: { recordId: string; focus?: boolean }): Promise<string>;
}

declare module 'lightning/navigation' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        type: string;
        attributes?: Record<string, unknown>;
        state?: Record<string, string>;
    }

    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;

    export interface Navigable {
        [Navigate](pageReference: PageReference, replace?: boolean): void;
        [GenerateUrl](pageReference: PageReference): Promise<string>;
    }

    export const NavigationMixin: {
        // TypeScript accepts a mixin's parameters only as any[] (TS2545)
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        <Base extends new (...parameters: any[]) => object>(
            base: Base
            // eslint-disable-next-line @typescript-eslint/no-explicit-any
        ): Base & (new (...parameters: any[]) => Navigable);
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };

    export const CurrentPageReference: WireAdapterConstructor<object, PageReference>;
}

declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface FieldReference {
        readonly objectApiName: string;
        readonly fieldApiName?: string;
    }

    export interface RecordData {
        readonly id: string;
        readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue?: string | null }>>;
    }

    export interface WireResult<Data> {
        readonly data?: Data;
        readonly error?: unknown;
    }

    /** Rejects with `{ status, body: { message } }`. */
    export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<RecordData>;
    export function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordData>;
    /** Whoever shows one of these records reads it again. */
    export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;

    export const getRecord: WireAdapterConstructor<
        { recordId?: string; fields?: (FieldReference | string)[]; optionalFields?: (FieldReference | string)[] },
        WireResult<RecordData>
    >;
    export function getFieldValue(record: RecordData | undefined, field: FieldReference | string): unknown;
}
