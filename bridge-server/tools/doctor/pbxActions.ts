/** An AMI action that the bridge sends, and what the PBX wants for it. */
export interface PbxAction {
    readonly action: string;
    /** The privilege classes of which any one in `write` is enough, the smallest first; none: everybody may. */
    readonly classes: readonly string[];
    /** The module that offers it; null: Asterisk itself. */
    readonly module: string | null;
    readonly purpose: string;
    /** What makes the PBX check the privilege and then find nothing to act upon. */
    readonly probe: Readonly<Record<string, string>>;
}

/** Nothing on any PBX is called so. */
const NOBODY = 'softphone-doctor-none';
const channel = { Channel: `PJSIP/${NOBODY}-00000000` };
const member = { Interface: `Local/${NOBODY}@${NOBODY}` };
const queue = { Queue: NOBODY };
const target = { Context: NOBODY, Exten: '0' };

/** As Asterisk 22 has it: `manager show command NAME` and `ListCommands` say the same. */
export const PBX_ACTIONS: readonly PbxAction[] = [
    action('Ping', [], null, 'keeping the connection', {}),
    action('CoreShowChannels', ['system', 'reporting'], null, 'the calls that live when the bridge connects', {}),
    action('QueueStatus', [], 'app_queue', 'who waits, and who is in which queue', queue),
    action('QueueSummary', [], 'app_queue', 'the queues to which a call can be handed', queue),
    action('PJSIPNotify', ['system'], 'res_pjsip_notify', 'answering', { ...channel, Variable: 'Event=talk' }),
    action('Hangup', ['call', 'system'], null, 'hanging up, refusing, going back from a consult', channel),
    action('QueuePause', ['agent'], 'app_queue', 'pauses', { ...member, ...queue, Paused: 'false' }),
    action('QueueAdd', ['agent'], 'app_queue', 'entering queues', { ...member, ...queue }),
    action('QueueRemove', ['agent'], 'app_queue', 'leaving queues', { ...member, ...queue }),
    action('Setvar', ['call'], null, 'hold, mute, the protocol', {
        ...channel,
        Variable: 'SOFTPHONE_DOCTOR',
        Value: '1'
    }),
    action('Getvar', ['call', 'reporting'], null, 'hold, mute, whether a target exists', {
        ...channel,
        Variable: 'SOFTPHONE_DOCTOR'
    }),
    action('PlayDTMF', ['call'], null, 'the keypad, conferences', { ...channel, Digit: '1' }),
    action('Originate', ['originate'], null, 'dialling, supervisors', channel),
    action('BlindTransfer', ['call'], null, 'blind transfers', { ...channel, ...target }),
    action('Atxfer', ['call'], null, 'consults', { ...channel, ...target }),
    action('MixMonitorMute', ['call', 'system'], 'app_mixmonitor', 'pausing the recording', {
        ...channel,
        Direction: 'both',
        State: '0'
    }),
    action('UserEvent', ['user'], null, 'hold, mute, transfers, dialling: every bridge is told', {
        UserEvent: 'SoftphoneDoctor'
    })
];

/** The `write` line that allows all of these. */
export const writeClassesFor = (actions: readonly PbxAction[]): readonly string[] => {
    const only = new Set(actions.filter(({ classes }) => classes.length === 1).flatMap(({ classes }) => classes));
    for (const { classes } of actions) if (classes[0] && !classes.some((each) => only.has(each))) only.add(classes[0]);
    return [...only];
};

function action(
    name: string,
    classes: readonly string[],
    module: string | null,
    purpose: string,
    probe: PbxAction['probe']
): PbxAction {
    return { action: name, classes, module, purpose, probe };
}
