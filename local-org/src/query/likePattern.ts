/** LIKE: `%` any text, `_` any character, a backslash before either takes it as it is; case is ignored. */
export function likePattern(text: string): RegExp {
    const source = text.replace(/\\?[\s\S]/gu, (piece) => {
        if (piece === '%') return '[\\s\\S]*';
        if (piece === '_') return '[\\s\\S]';
        return piece.replace(/^\\(?=[%_])/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    });
    return new RegExp(`^${source}$`, 'iu');
}
