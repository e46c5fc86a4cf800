/** An element that a type of the Metadata API has. */
export interface TypeMember {
    name: string;
    typeName: string;
    /** May stand several times, all in one row. */
    repeated: boolean;
    required: boolean;
}

/** A type as the Metadata API's WSDL describes it. */
export type MetadataType =
    | { kind: 'record'; name: string; baseName: string | null; members: ReadonlyMap<string, TypeMember> }
    | { kind: 'enumeration'; name: string; values: ReadonlySet<string> }
    /** Text, although the WSDL has a name for it. */
    | { kind: 'text'; name: string };
