/**
 * Page after page until there are `limit` items, no more, or none further that `belongs`.
 *
 * @param readPage reads at most so many; `after` is the `next` of the page before
 */
export async function collectPages<Item, Place>(
    limit: number,
    readPage: (limit: number, after: Place | null) => Promise<{ items: readonly Item[]; next: Place | null }>,
    belongs: (item: Item) => boolean = () => true
): Promise<{ items: Item[]; areMore: boolean }> {
    const items: Item[] = [];
    let after: Place | null = null;
    do {
        const page: { items: readonly Item[]; next: Place | null } = await readPage(limit - items.length, after);
        const end = page.items.findIndex((item) => !belongs(item));
        if (end >= 0) return { items: [...items, ...page.items.slice(0, end)], areMore: false };
        items.push(...page.items);
        after = page.next;
    } while (after !== null && items.length < limit);
    return { items, areMore: after !== null };
}
