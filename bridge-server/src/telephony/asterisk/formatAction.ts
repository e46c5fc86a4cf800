import type { AmiAction, AmiMessage } from './amiMessage.ts';

/** The bytes of an action. A line break inside a value would begin another header, so none gets through. */
export const formatAction = (action: AmiAction): string => formatMessage(action);

/** The bytes of any block: headers in their order, a list as a repeated header, then the empty line. */
export function formatMessage(message: AmiMessage | AmiAction): string {
    const lines = Object.entries(message).flatMap(([name, value]) =>
        [value].flat().map((each) => `${onOneLine(name).replaceAll(':', '')}: ${onOneLine(String(each))}`)
    );
    return `${lines.join('\r\n')}\r\n\r\n`;
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n\0]/g, '');
