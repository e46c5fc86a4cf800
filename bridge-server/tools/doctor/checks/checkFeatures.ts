import { type Finding, findingsOf } from '../finding.ts';
import type { Settings } from '../managerSettings.ts';

const { ok, warn, fail } = findingsOf('features');

interface FeaturesQuestion {
    /** `[featuremap]` and `[general]` of features.conf; null: no such section. */
    readonly map: Settings | null;
    readonly general: Settings | null;
    /** What the bridge presses to let everybody in. */
    readonly conferenceKeys: string;
    /** The channel variable with the protocol; null: none. */
    readonly protocolVariable: string | null;
    /** `[general]` of manager.conf; null: configuration cannot be seen. */
    readonly manager: Settings | null;
}

/** What Asterisk takes where features.conf says nothing. */
const DEFAULT_BLIND = '#';
const DEFAULT_CONFERENCE = '*3';
const RELOAD = 'then `asterisk -rx "module reload features"`';

/** Whether the PBX takes the keys by which a consult begins and a conference is made, and tells the protocol. */
export function checkFeatures(question: FeaturesQuestion): Finding[] {
    if (!question.manager) return [warn('features.conf cannot be seen', 'that takes system in write; or look into it')];
    const findings = [...checkConsult(question), ...checkConference(question), ...checkProtocol(question)];
    return findings.length > 0 ? findings : [ok('consults and conferences have their keys')];
}

function checkConsult({ map }: FeaturesQuestion): Finding[] {
    if (!map?.get('atxfer'))
        return [fail('no agent can consult', `features.conf, [featuremap]: atxfer = *2; ${RELOAD}`)];
    return (map.get('blindxfer') ?? DEFAULT_BLIND) === DEFAULT_BLIND
        ? [
              fail(
                  'blindxfer is #, which also ends what a consult dials: consults go wrong',
                  `features.conf, [featuremap]: blindxfer = #1; ${RELOAD}`
              )
          ]
        : [];
}

function checkConference({ general, conferenceKeys }: FeaturesQuestion): Finding[] {
    const keys = general?.get('atxferthreeway') ?? DEFAULT_CONFERENCE;
    return keys === conferenceKeys
        ? []
        : [
              fail(
                  `a conference is made by ${keys} on the PBX, and by ${conferenceKeys} in the bridge`,
                  `CONFERENCE_KEYS=${keys}, or features.conf, [general]: atxferthreeway = ${conferenceKeys}; ${RELOAD}`
              )
          ];
}

function checkProtocol({ protocolVariable, manager }: FeaturesQuestion): Finding[] {
    const told = (manager?.get('channelvars') ?? '').split(/[\s,]+/);
    return protocolVariable === null || told.includes(protocolVariable)
        ? []
        : [
              fail(
                  `the PBX does not tell ${protocolVariable}: the protocol of the dial plan is not read`,
                  `manager.conf, [general]: channelvars = ${protocolVariable}; then \`asterisk -rx "manager reload"\``
              )
          ];
}
