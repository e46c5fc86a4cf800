/**
 * Calls back whenever an element may be elsewhere in the window: something around it is scrolled, the window or the
 * element gets another size, or it is shown after it was hidden.
 *
 * @returns ends it
 */
export function watchLayout(element: Element, onChange: () => void): () => void {
    const observer = new ResizeObserver(onChange);
    observer.observe(element);
    // what scrolls is around the softphone, and scrolling does not bubble
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', onChange, options);
    window.addEventListener('resize', onChange);
    return () => {
        observer.disconnect();
        window.removeEventListener('scroll', onChange, options);
        window.removeEventListener('resize', onChange);
    };
}
