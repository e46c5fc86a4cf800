/** Chunks of a list, from `start` up to but without `end`. */
export interface ChunkRange {
    readonly start: number;
    readonly end: number;
}

/** Where a list is, in pixels from the upper edge of the window. */
export interface Extent {
    readonly top: number;
    readonly height: number;
}

/**
 * Rows come and go by chunks, which themselves stay: a row that is kept is then never moved among those that come and
 * go, which would take the focus away from it.
 */
export const CHUNK_ROWS = 5;
/** Rendered above and below what is in sight, so that a turn of the wheel, or the Tab key, comes upon nothing empty. */
const MARGIN_ROWS = 3;

/** While nothing is laid out, as in a tab that is not shown. */
export const FIRST_CHUNKS: ChunkRange = { start: 0, end: 2 };

export const chunkOf = (rowIndex: number): number => Math.floor(rowIndex / CHUNK_ROWS);

/**
 * Which chunks of a list are in sight of the window, or nearly. What the list's surroundings hide of it does not
 * matter: that is never more than the window.
 *
 * @param windowHeight pixels
 */
export function chunksInSight({ top, height }: Extent, rowCount: number, windowHeight: number): ChunkRange {
    if (height <= 0 || rowCount === 0) return FIRST_CHUNKS;
    const rowHeight = height / rowCount;
    const first = Math.floor(-top / rowHeight) - MARGIN_ROWS;
    const last = Math.floor((windowHeight - top) / rowHeight) + MARGIN_ROWS;
    return { start: Math.max(chunkOf(first), 0), end: Math.max(chunkOf(last) + 1, 0) };
}
