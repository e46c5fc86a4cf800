/** What retrieve() is asked for: the components that a manifest names. */
export interface RetrieveRequest {
    /** The version that the package.xml of the answer names: `66.0`. */
    apiVersion: string;
    /** The files lie at the zip's root, not in its folder `unpackaged`. */
    singlePackage: boolean;
    /** `fullName` is `*` for all of a type. */
    members: { type: string; fullName: string }[];
}
