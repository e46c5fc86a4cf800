/** A piece of a search term: letters as they are, or a wildcard. */
export type TermPiece = { kind: 'text'; text: string } | { kind: 'anyText' } | { kind: 'anyCharacter' };

export type SearchExpression =
    | { kind: 'term'; pieces: TermPiece[] }
    | { kind: 'and' | 'or'; operands: SearchExpression[] }
    | { kind: 'andNot'; operand: SearchExpression; excluded: SearchExpression };
