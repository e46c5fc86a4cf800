/** Where something stands: lines from 1, columns from 0 or from 1 as that part of the compiler counts. */
export interface SourcePlace {
    line: number;
    column: number;
}

/** Something for which the compiler refuses a bundle. */
export interface CompilerDiagnostic {
    /** Inside the bundle's folder: `softphone.html`. */
    file: string;
    /** `LWC1078: <p> has no matching closing tag.` */
    message: string;
    place?: SourcePlace;
}

/** Something outside the bundle that it names. */
export interface BundleReference {
    /** `module`, `component`, or the kind of `@salesforce/` module: `label`, `schema`, `apex`, … */
    type: string;
    /** `c.Call_Ended`, `lightning/navigation`, `lightning-button`, `Case.Origin` */
    id: string;
    file: string;
    place: SourcePlace;
}

/** What the compiler says of a bundle; it knows nothing of the org that the bundle is for. */
export type BundleVerdict =
    | { kind: 'refused'; diagnostics: CompilerDiagnostic[] }
    | {
          kind: 'compiled';
          references: BundleReference[];
          /** What the bundle's class declares with `@api`, methods left out. */
          publicProperties: string[];
      };
