import { find } from './steps.ts';

/** G.711 A-law and telephone-event at the port that the variable `ear` names. */
export const sdp = (direction: string) =>
    [
        'v=0',
        'o=- 1 1 IN IP4 [local_ip]',
        's=-',
        'c=IN IP4 [local_ip]',
        't=0 0',
        'm=audio [$ear] RTP/AVP 8 101',
        'a=rtpmap:8 PCMA/8000',
        'a=rtpmap:101 telephone-event/8000',
        'a=fmtp:101 0-16',
        'a=ptime:20',
        `a=${direction}`
    ].join('\n');

/** Where the PBX wants to hear us. */
export const findMedia = find('c=IN IP4 ([0-9.]+)', 'line,mediaHost') + find('m=audio ([0-9]+)', 'line,mediaPort');
export const MEDIA = { Media: '[$mediaHost]:[$mediaPort]' };
export const MEDIA_VARIABLES = ['mediaHost', 'mediaPort', 'ear'];
