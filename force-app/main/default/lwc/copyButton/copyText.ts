/**
 * Puts a text on the clipboard; where the browser allows no direct writing, by selecting it in `field`.
 *
 * @param field a field that holds the text
 * @returns whether the text was copied
 */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        field.select();
        // deprecated, yet the only way where the Clipboard API is missing or forbidden
        return document.execCommand('copy');
    }
}
